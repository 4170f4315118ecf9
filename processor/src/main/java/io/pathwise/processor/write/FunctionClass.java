package io.pathwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.ExpressionText;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Spelling;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The nested class through which drivers see one method as a function of its flattened active parameters. */
final class FunctionClass {
    private static final int DEPTH = 3;
    private static final Type DOUBLES = new Type.ArrayOf(Type.Primitive.DOUBLE);
    private static final Doc NOISE = new Doc.ClassName(ClassNames.runtime("Noise"));
    private static final Doc NOISE_COUNT = new Doc.ClassName(ClassNames.runtime("NoiseCount"));
    private static final Doc LIST = new Doc.ClassName("java.util.List");

    private final CompanionMethod method;
    private final String displayName;
    private final ClassNames classes;
    private final FunctionFields fields;
    private final List<Variable> actives;
    private final Offsets offsets;
    private final Doc companion;
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
        this.fields = new FunctionFields(method.source());
        this.actives = method.source().activeParameters().stream()
                .map(Parameter::variable)
                .toList();
        this.offsets = new Offsets(actives, fields::length);
        this.companion = new Doc.ClassName(classes.companion().canonicalName());
        this.className = method.className("Function");
    }

    /** The companion's method that creates the function. */
    MethodSpec factory() {
        Javadoc javadoc = Javadoc.of(Javadoc.code(displayName)
                + " as a function of its active parameters in one vector, for Monte Carlo estimation and optimisers.");
        MethodSpec.Builder factory = MethodSpec.methodBuilder(method.name() + "Function")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(classes.of(ClassNames.runtime("PathwiseFunction")));
        addBound(factory);
        for (Variable array : fields.arrays()) {
            javadoc.param(fields.lengthVariable(array).name(), "the length of " + Javadoc.code(array.name()));
        }
        Doc creation = Doc.list(Doc.text("return new " + className + "("), boundNames(), ");");
        return factory.addJavadoc(javadoc.build())
                .addCode(new Code(classes, DEPTH - 1).line(creation).build())
                .build();
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
        type.addMethod(constructor())
                .addMethod(name())
                .addMethod(parameterNames())
                .addMethod(noise())
                .addMethod(value())
                .addMethod(forward())
                .addMethod(gradient())
                .addMethod(copy())
                .addMethod(require());
        if (!fields.arrays().isEmpty()) {
            type.addMethod(part());
        }
        return type.build();
    }

    private void addFields(TypeSpec.Builder type) {
        for (Variable bound : fields.bound()) {
            type.addField(classes.of(bound.type()), bound.name(), Modifier.PRIVATE, Modifier.FINAL);
        }
        for (Variable array : fields.arrays()) {
            type.addField(classes.of(array.type()), fields.scratch(array), Modifier.PRIVATE, Modifier.TRANSIENT);
            type.addField(classes.of(array.type()), fields.tangent(array), Modifier.PRIVATE, Modifier.TRANSIENT);
        }
        type.addField(gradientClass(), fields.partials(), Modifier.PRIVATE, Modifier.TRANSIENT);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        addBound(constructor);
        Code code = code();
        for (Variable bound : fields.bound()) {
            code.line("this." + bound.name() + " = ", ownCopy(bound), ";");
        }
        return constructor.addCode(code.build()).build();
    }

    /** The caller may change its arrays later. */
    private static Doc ownCopy(Variable bound) {
        if (!(bound.type() instanceof Type.ArrayOf array)) {
            return Doc.text(bound.name());
        }
        if (!(array.element() instanceof Type.ArrayOf)) {
            return Doc.text(bound.name() + ".clone()");
        }
        return Code.join(
                new Doc.ClassName("java.util.Arrays"),
                ".stream(" + bound.name() + ").map(",
                ExpressionText.type(array.element()),
                "::clone).toArray(",
                ExpressionText.type(array),
                "::new)");
    }

    private MethodSpec name() {
        return overriding("name", classes.of("java.lang.String"))
                .addCode(code().line("return \"" + displayName + "\";").build())
                .build();
    }

    private MethodSpec parameterNames() {
        TypeName names = ParameterizedTypeName.get(classes.of("java.util.List"), classes.of("java.lang.String"));
        return overriding("parameterNames", names)
                .addCode(fields.arrays().isEmpty() ? fixedNames() : collectedNames())
                .build();
    }

    private CodeBlock fixedNames() {
        List<Doc> names = actives.stream()
                .map(active -> Doc.text("\"" + active.name() + "\""))
                .toList();
        return code().line(Doc.list(Code.join("return ", LIST, ".of("), names, ");")).build();
    }

    private CodeBlock collectedNames() {
        Doc arrayList = new Doc.ClassName("java.util.ArrayList");
        Code code = code().line(LIST, "<String> names = new ", arrayList, "<>();");
        for (Variable active : actives) {
            if (isArray(active)) {
                code.open("for (int i = 0; i < " + fields.length(active) + "; i++)")
                        .line("names.add(\"" + active.name() + "[\" + i + \"]\");")
                        .close();
            } else {
                code.line("names.add(\"" + active.name() + "\");");
            }
        }
        return code.line("return ", LIST, ".copyOf(names);").build();
    }

    private MethodSpec noise() {
        Code code = code().line("require(\"parameters\", parameters);");
        Optional<List<Doc>> counts = counts();
        if (counts.isPresent()) {
            code.line("return ", Doc.list(Code.join(NOISE_COUNT, ".of("), counts.get(), ");"));
        } else {
            code.line("return ", NOISE_COUNT, ".dataDependent();");
        }
        return overriding("noise", classes.of(ClassNames.runtime("NoiseCount")), "parameters")
                .addCode(code.build())
                .build();
    }

    /** A reverse sweep may need noise of its own beyond the value's. */
    private Optional<List<Doc>> counts() {
        if (!method.noise().arrays()) {
            return Optional.of(List.of(
                    Doc.text(Integer.toString(NoiseArguments.scalars(method.reverse(), true))),
                    Doc.text(Integer.toString(NoiseArguments.scalars(method.reverse(), false)))));
        }
        Optional<Doc> normals = method.noise().normals().map(this::bound);
        Optional<Doc> uniforms = method.noise().uniforms().map(this::bound);
        return normals.isPresent() && uniforms.isPresent()
                ? Optional.of(List.of(normals.get(), uniforms.get()))
                : Optional.empty();
    }

    /** An expression of the method's parameters as one of the function's fields. */
    private Doc bound(Expression expression) {
        Spelling spelling = Spelling.inside(
                classes.companion().canonicalName(), variable -> FunctionFields.read(variable.name()));
        return new ExpressionText(spelling).of(withStoredLengths(expression));
    }

    private Expression withStoredLengths(Expression expression) {
        if (expression instanceof Length length
                && length.array() instanceof Local local
                && fields.arrays().contains(local.variable())) {
            return new Local(fields.lengthVariable(local.variable()), expression.position());
        }
        return Expressions.mapChildren(expression, this::withStoredLengths);
    }

    private MethodSpec value() {
        Code code = code().line("require(\"parameters\", parameters);");
        requireNoise(method.primal(), code);
        split("parameters", fields::scratch, code);
        code.line("return ", call("", method.primal(), List.of()));
        return overriding("value", TypeName.DOUBLE, "parameters", "normals", "uniforms")
                .addCode(code.build())
                .build();
    }

    private MethodSpec forward() {
        Code code = code().line("require(\"parameters\", parameters);").line("require(\"direction\", direction);");
        requireNoise(method.forward(), code);
        split("parameters", fields::scratch, code);
        split("direction", fields::tangent, code);
        List<Doc> directions =
                actives.stream().map(active -> argument(active, "direction", fields::tangent)).toList();
        code.line("return ", call("Forward", method.forward(), directions));
        return overriding(
                        "forward",
                        classes.of(ClassNames.runtime("Dual")),
                        "parameters",
                        "direction",
                        "normals",
                        "uniforms")
                .addCode(code.build())
                .build();
    }

    private MethodSpec gradient() {
        Code code = code().line("require(\"parameters\", parameters);").line("require(\"gradient\", gradient);");
        requireNoise(method.reverse(), code);
        split("parameters", fields::scratch, code);
        preparePartials(code);
        code.line("double value = ", call("Gradient", method.reverse(), List.of(Doc.text(fields.partials()))));
        for (Variable active : actives) {
            String partial = fields.partials() + "." + active.name();
            if (isArray(active)) {
                Doc index = Code.join(atStart(active) ? "" : Code.join(offsets.of(active), " + "), "i");
                code.open("for (int i = 0; i < " + fields.length(active) + "; i++)")
                        .line("gradient[", index, "] += " + partial + "[i];")
                        .close();
            } else {
                code.line("gradient[", offsets.of(active), "] += " + partial + ";");
            }
        }
        code.line("return value;");
        return overriding("gradient", TypeName.DOUBLE, "parameters", "normals", "uniforms", "gradient")
                .addCode(code.build())
                .build();
    }

    /** Scratch memory is made when it is needed, as it does not travel with a serialized function. */
    private void preparePartials(Code code) {
        List<Doc> arrays = fields.arrays().stream()
                .map(array -> Doc.text("new double[" + fields.length(array) + "]"))
                .toList();
        String creation = fields.partials() + " = new " + method.className("Gradient") + "(";
        code.open("if (" + fields.partials() + " == null)")
                .line(Doc.list(Doc.text(creation), arrays, ");"))
                .close()
                .line(fields.partials() + ".clear();");
    }

    private void requireNoise(Program program, Code code) {
        requireNoise(program, true, "requireNormals", "normals", code);
        requireNoise(program, false, "requireUniforms", "uniforms", code);
    }

    private void requireNoise(Program program, boolean normal, String check, String array, Code code) {
        int count = NoiseArguments.scalars(program, normal);
        if (count > 0) {
            code.line(NOISE, "." + check + "(\"" + displayName + "\", " + array + ", " + count + ");");
        }
    }

    /** Copies the arrays' parts of a flat vector into arrays of their own. */
    private void split(String vector, Function<Variable, String> field, Code code) {
        for (Variable array : fields.arrays()) {
            String part = field.apply(array);
            code.line(
                    FunctionFields.read(part) + " = part(" + FunctionFields.read(part) + ", " + vector + ", ",
                    offsets.of(array),
                    ", " + fields.length(array) + ");");
        }
    }

    private Doc call(String suffix, Program program, List<Doc> added) {
        List<Doc> arguments = new ArrayList<>();
        for (Parameter parameter : program.parameters()) {
            Variable variable = parameter.variable();
            if (parameter.kind() == Kind.ACTIVE) {
                arguments.add(argument(active(arguments.size()), "parameters", fields::scratch));
            } else if (parameter.kind() == Kind.CONSTANT) {
                arguments.add(Doc.text(FunctionFields.read(variable.name())));
            } else if (parameter.kind() == Kind.NOISE) {
                arguments.add(Doc.text(NoiseArguments.argument(program, parameter)));
            }
        }
        arguments.addAll(added);
        return Doc.list(Code.join(companion, "." + method.name() + suffix + "("), arguments, ");");
    }

    /** Derived programs take the source's parameters first and in order. */
    private Variable active(int position) {
        return method.source().parameters().get(position).variable();
    }

    private Doc argument(Variable active, String vector, Function<Variable, String> field) {
        return isArray(active)
                ? Doc.text(FunctionFields.read(field.apply(active)))
                : Code.join(vector + "[", offsets.of(active), "]");
    }

    private MethodSpec copy() {
        return overriding("copy", classes.of(ClassNames.runtime("PathwiseFunction")))
                .addCode(code().line(Doc.list(Doc.text("return new " + className + "("), boundNames(), ");"))
                        .build())
                .build();
    }

    private MethodSpec require() {
        Code code = code().open("if (array.length != ", offsets.size(), ")")
                .line(
                        "throw new IllegalArgumentException(",
                        new Doc.Break(""),
                        "name() + \": \" + what + \".length is \" + array.length",
                        new Doc.Break(" "),
                        "+ \", but the parameters are \" + parameterNames());")
                .close();
        return MethodSpec.methodBuilder("require")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(classes.of("java.lang.String"), "what")
                .addParameter(classes.of(DOUBLES), "array")
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

    private MethodSpec.Builder overriding(String name, TypeName result, String... vectors) {
        MethodSpec.Builder overriding = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .returns(result);
        for (String vector : vectors) {
            overriding.addParameter(classes.of(DOUBLES), vector);
        }
        return overriding;
    }

    private void addBound(MethodSpec.Builder target) {
        fields.bound().forEach(bound -> target.addParameter(classes.of(bound.type()), bound.name()));
    }

    private List<Doc> boundNames() {
        return fields.bound().stream().map(bound -> Doc.text(bound.name())).toList();
    }

    private TypeName gradientClass() {
        return classes.companion().nestedClass(method.className("Gradient"));
    }

    private boolean atStart(Variable active) {
        return actives.indexOf(active) == 0;
    }

    private Code code() {
        return new Code(classes, DEPTH);
    }

    private static boolean isArray(Variable variable) {
        return variable.type() instanceof Type.ArrayOf;
    }
}
