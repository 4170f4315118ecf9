package io.pathwise.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.ExpressionText;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The nested class through which drivers see one method as a function of its flattened active parameters. */
final class FunctionClass {
    private static final int DEPTH = 3;
    private static final Doc DOUBLE = new Doc.ClassName("java.lang.Double");
    private static final Doc OBJECTS = new Doc.ClassName("java.util.Objects");
    private static final Type DOUBLES = new Type.ArrayOf(Type.Primitive.DOUBLE);

    private final CompanionMethod method;
    private final String displayName;
    private final ClassNames classes;
    private final FunctionFields fields;
    private final FunctionCalls calls;
    private final FunctionNames names;
    private final ArgumentChecks checks;
    private final String className;

    /**
     * Prepares the class.
     *
     * @param displayName how the function names itself: {@code Option.call}
     */
    FunctionClass(CompanionMethod method, String displayName, ClassNames classes) {
        this.method = method;
        this.displayName = displayName;
        this.classes = classes;
        this.fields = new FunctionFields(method);
        Doc companion = new Doc.ClassName(classes.companion().canonicalName());
        this.calls = new FunctionCalls(method, displayName, companion, fields);
        this.names = new FunctionNames(method, fields);
        this.checks = new ArgumentChecks(displayName);
        this.className = method.className("Function");
    }

    /** The class. */
    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(classes.of(ClassNames.runtime("PathwiseFunction")))
                .addField(FieldSpec.builder(TypeName.LONG, "serialVersionUID")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1L")
                        .build());
        addFields(type);
        type.addMethod(constructor());
        addInterface(type);
        type.addMethod(require());
        calls.records().forEach(record -> type.addMethod(maker(record)));
        if (fields.arrays().stream().anyMatch(each -> !FunctionFields.isMatrix(each))) {
            type.addMethod(part());
        }
        if (fields.arrays().stream().anyMatch(FunctionFields::isMatrix)) {
            type.addMethod(matrix());
        }
        return type.build();
    }

    private void addFields(TypeSpec.Builder type) {
        for (Variable bound : fields.bound()) {
            type.addField(classes.of(bound.type()), bound.name(), Modifier.PRIVATE, Modifier.FINAL);
        }
        for (Variable array : fields.placed()) {
            type.addField(TypeName.INT, fields.start(array), Modifier.PRIVATE, Modifier.FINAL);
        }
        for (Variable array : fields.arrays()) {
            addScratch(classes.of(array.type()), fields.scratch(array), type);
            addScratch(classes.of(array.type()), fields.tangent(array), type);
        }
        if (method.takesFirstUniform()) {
            addScratch(classes.of(DOUBLES), fields.rest(), type);
        }
        addScratch(classes.companion().nestedClass(method.className("Gradient")), fields.partials(), type);
    }

    private static void addScratch(TypeName fieldType, String name, TypeSpec.Builder type) {
        type.addField(fieldType, name, Modifier.PRIVATE, Modifier.TRANSIENT);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        addBound(constructor);
        Code code = code();
        for (Variable bound : fields.bound()) {
            Doc argument = isLength(bound) ? checks.of("requireLength", bound) : ownCopy(bound);
            code.line("this." + bound.name() + " = ", argument, ";");
        }
        for (Variable array : fields.placed()) {
            code.line("this." + fields.start(array) + " = ", fields.offsets().definition(array), ";");
        }
        return constructor.addCode(code.build()).build();
    }

    private boolean isLength(Variable bound) {
        return fields.arrays().stream()
                .flatMap(array -> fields.lengths(array).stream())
                .anyMatch(bound::equals);
    }

    /** The caller may change its arrays later. */
    private static Doc ownCopy(Variable bound) {
        if (!(bound.type() instanceof Type.ArrayOf array)) {
            return Doc.text(bound.name());
        }
        Doc given = Code.join(OBJECTS, ".requireNonNull(" + bound.name() + ", \"" + bound.name() + "\")");
        if (!(array.element() instanceof Type.ArrayOf)) {
            return Code.join(given, ".clone()");
        }
        return Code.join(
                new Doc.ClassName("java.util.Arrays"),
                ".stream(",
                given,
                ")",
                new Doc.Break(""),
                ".map(",
                ExpressionText.type(array.element()),
                "::clone)",
                new Doc.Break(""),
                ".toArray(",
                ExpressionText.type(array),
                "::new)");
    }

    private void addInterface(TypeSpec.Builder type) {
        TypeName string = classes.of("java.lang.String");
        TypeName dual = classes.of(ClassNames.runtime("Dual"));
        TypeName function = classes.of(ClassNames.runtime("PathwiseFunction"));
        TypeName noiseCount = classes.of(ClassNames.runtime("NoiseCount"));
        TypeName strings = ParameterizedTypeName.get(classes.of("java.util.List"), string);
        type.addMethod(overriding(string, "name", code().line("return \"" + displayName + "\";")))
                .addMethod(overriding(strings, "parameterNames", names.addTo(code())))
                .addMethod(overriding(noiseCount, "noise", noise(), "parameters"))
                .addMethod(
                        overriding(TypeName.DOUBLE, "value", calls.value(code()), "parameters", "normals", "uniforms"))
                .addMethod(overriding(
                        dual, "forward", calls.forward(code()), "parameters", "direction", "normals", "uniforms"))
                .addMethod(overriding(
                        TypeName.DOUBLE,
                        "gradient",
                        calls.gradient(code()),
                        "parameters",
                        "normals",
                        "uniforms",
                        "gradient"))
                .addMethod(overriding(function, "copy", code().line(creation())));
        if (method.drawsWholeNumbers()) {
            type.addMethod(overriding(TypeName.BOOLEAN, "drawsWholeNumbers", code().line("return true;")));
        }
        fields.baseline().ifPresent(baseline -> addBaseline(baseline, type));
    }

    private void addBaseline(Variable baseline, TypeSpec.Builder type) {
        Doc isMissing = Code.join("return ", DOUBLE, ".isNaN(" + FunctionFields.read(baseline.name()) + ");");
        type.addMethod(overriding(TypeName.BOOLEAN, "wantsBaseline", code().line(isMissing)));
        type.addMethod(MethodSpec.methodBuilder("withBaseline")
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .returns(classes.of(ClassNames.runtime("PathwiseFunction")))
                .addParameter(TypeName.DOUBLE, baseline.name())
                .addCode(code().line(creation(each ->
                                each.equals(baseline) ? checks.of("requireBaseline", baseline) : Doc.text(each.name())))
                        .build())
                .build());
    }

    private MethodSpec overriding(TypeName result, String name, Code body, String... vectors) {
        MethodSpec.Builder overriding = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .returns(result)
                .addCode(body.build());
        for (String vector : vectors) {
            overriding.addParameter(classes.of(DOUBLES), vector);
        }
        return overriding.build();
    }

    private Code noise() {
        return code().line("require(\"parameters\", parameters);")
                .line("return ", new FunctionNoise(method, fields).count(), ";");
    }

    private MethodSpec require() {
        Doc size = fields.offsets().size();
        String problem = "\"" + displayName + ": \" + what + \".length is \" + array.length";
        Code code = code().open("if (array.length != ", size, ")")
                .line(
                        "throw new IllegalArgumentException(",
                        new Doc.Break("", true),
                        problem,
                        new Doc.Break(" "),
                        "+ ",
                        fields.arrays().isEmpty()
                                ? names.summary(
                                        ", but must be " + fields.actives().size() + ": ")
                                : Code.join("\", but must be \" + (", size, ") + ", names.summary(": ")),
                        ");")
                .close();
        return MethodSpec.methodBuilder("require")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(classes.of("java.lang.String"), "what")
                .addParameter(classes.of(DOUBLES), "array")
                .addCode(code.build())
                .build();
    }

    private MethodSpec maker(Parameter record) {
        return MethodSpec.methodBuilder(FunctionCalls.maker(record))
                .addModifiers(Modifier.PRIVATE)
                .returns(classes.of(record.variable().type()))
                .addParameter(classes.of(DOUBLES), "parameters")
                .addCode(calls.make(record, code()).build())
                .build();
    }

    private MethodSpec matrix() {
        Code code = code().line("double[][] matrix = memory == null ? new double[rows][columns] : memory;")
                .open("for (int i = 0; i < rows; i++)")
                .line(
                        new Doc.ClassName("java.lang.System"),
                        ".arraycopy(vector, start + i * columns, matrix[i], 0, columns);")
                .close()
                .line("return matrix;");
        TypeName doubles = classes.of(new Type.ArrayOf(DOUBLES));
        return MethodSpec.methodBuilder("matrix")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(doubles)
                .addParameter(doubles, "memory")
                .addParameter(classes.of(DOUBLES), "vector")
                .addParameter(TypeName.INT, "start")
                .addParameter(TypeName.INT, "rows")
                .addParameter(TypeName.INT, "columns")
                .addCode(code.build())
                .build();
    }

    private MethodSpec part() {
        Code code = code().line("double[] part = memory == null ? new double[length] : memory;")
                .line(new Doc.ClassName("java.lang.System"), ".arraycopy(vector, start, part, 0, length);")
                .line("return part;");
        return MethodSpec.methodBuilder("part")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(classes.of(DOUBLES))
                .addParameter(classes.of(DOUBLES), "memory")
                .addParameter(classes.of(DOUBLES), "vector")
                .addParameter(TypeName.INT, "start")
                .addParameter(TypeName.INT, "length")
                .addCode(code.build())
                .build();
    }

    private Doc creation() {
        return creation(each -> Doc.text(each.name()));
    }

    private Doc creation(Function<Variable, Doc> argument) {
        List<Doc> bound = fields.bound().stream().map(argument).toList();
        return Doc.list(Doc.text("return new " + className + "("), bound, ");");
    }

    private void addBound(MethodSpec.Builder target) {
        fields.bound().forEach(bound -> target.addParameter(classes.of(bound.type()), bound.name()));
    }

    private Code code() {
        return new Code(classes, DEPTH);
    }
}
