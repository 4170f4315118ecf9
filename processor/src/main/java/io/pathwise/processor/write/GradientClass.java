package io.pathwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The nested class that holds one method's gradient by name. */
final class GradientClass {
    private static final int DEPTH = 3;
    private static final Set<String> LOCALS = Set.of("factor", "other", "array", "row", "i", "j");
    private static final Doc ARRAYS = new Doc.ClassName("java.util.Arrays");
    private static final Doc SYSTEM = new Doc.ClassName("java.lang.System");

    private final CompanionMethod method;
    private final ClassNames classes;
    private final List<Variable> parameters;
    private final Offsets offsets;
    private final Map<Variable, String> starts;
    private final String name;
    private final GradientHolders holders;

    private GradientClass(CompanionMethod method, ClassNames classes) {
        this.method = method;
        this.classes = classes;
        this.parameters = method.source().activeParameters().stream()
                .map(parameter -> parameter.variable())
                .toList();
        this.offsets = new Offsets(parameters, this::size, this::start);
        this.starts = starts();
        this.name = method.className("Gradient");
        this.holders = new GradientHolders(method, classes, classes.companion().nestedClass(name));
    }

    /** The class for this method. */
    static TypeSpec of(CompanionMethod method, ClassNames classes) {
        return new GradientClass(method, classes).type();
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(classes.of(ClassNames.runtime("Gradient")))
                .addJavadoc(Javadoc.of("The gradient of " + Javadoc.code(method.name())
                                + " by name, to which each reverse sweep adds. One thread uses one at a time.")
                        .build());
        roots().forEach(parameter -> type.addField(
                holders.field(parameter.type(), parameter.name(), "∂value/∂" + parameter.name() + ", accumulated.")));
        CalledGradients.add(method, classes, type);
        return type.addMethod(constructor())
                .addMethod(clear())
                .addMethod(scale())
                .addMethod(add())
                .addMethod(toArray())
                .addTypes(holders.types())
                .build();
    }

    /** The active parameters as the user wrote them. */
    private Stream<Variable> roots() {
        return method.records().parameters().stream()
                .filter(Parameter::isActive)
                .map(Parameter::variable);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
        List<Variable> arrays =
                parameters.stream().filter(GradientClass::isArray).toList();
        Javadoc javadoc = Javadoc.of(
                arrays.isEmpty()
                        ? "Starts at zero."
                        : "Adds to the given arrays, which are neither copied nor cleared.");
        Code code = code();
        for (Variable array : arrays) {
            String argument = method.word(array);
            constructor.addParameter(classes.of(array.type()), argument);
            javadoc.param(
                    argument,
                    "collects ∂value/∂" + method.path(array) + "; as long as the argument is"
                            + (isMatrix(array) ? ", row by row" : ""));
        }
        roots().forEach(root -> holders.initialize(root, code));
        return constructor.addJavadoc(javadoc.build()).addCode(code.build()).build();
    }

    private MethodSpec clear() {
        Code code = code();
        for (Variable parameter : parameters) {
            if (isMatrix(parameter)) {
                code.open("for (double[] row : " + member(parameter) + ")")
                        .line(ARRAYS, ".fill(row, 0);")
                        .close();
            } else if (isArray(parameter)) {
                code.line(ARRAYS, ".fill(" + member(parameter) + ", 0);");
            } else {
                code.line(member(parameter) + " = 0;");
            }
        }
        return overriding("clear", "Sets every partial derivative to zero.", TypeName.VOID)
                .addCode(code.build())
                .build();
    }

    private MethodSpec scale() {
        Code code = code();
        parameters.forEach(parameter -> update(parameter, " *= factor;", " *= factor;", code));
        return overriding("scale", "Multiplies every partial derivative by {@code factor}.", TypeName.VOID)
                .addParameter(TypeName.DOUBLE, "factor")
                .addCode(code.build())
                .build();
    }

    private MethodSpec add() {
        Code code = code();
        parameters.stream().filter(GradientClass::isArray).forEach(array -> requireLike(array, code));
        for (Variable parameter : parameters) {
            String other = " += other." + method.path(parameter);
            update(parameter, other + ";", other + (isMatrix(parameter) ? "[i][j];" : "[i];"), code);
        }
        return MethodSpec.methodBuilder("add")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Javadoc.of(
                                hasArrays()
                                        ? "Adds another gradient, whose arrays are as long."
                                        : "Adds another gradient.")
                        .build())
                .addParameter(ParameterSpec.builder(classes.companion().nestedClass(name), "other")
                        .build())
                .addCode(code.build())
                .build();
    }

    private void requireLike(Variable array, Code code) {
        String other = "other." + method.path(array);
        List<Doc> arguments = List.of(
                Doc.text("\"" + name + ".add\""),
                Doc.text("\"" + method.path(array) + "\""),
                Doc.text(member(array)),
                Doc.text(isMatrix(array) ? other : other + ".length"));
        code.line(Doc.list(Doc.text(isMatrix(array) ? "requireShape(" : "requireLength("), arguments, ");"));
    }

    private void update(Variable parameter, String scalar, String element, Code code) {
        if (isMatrix(parameter)) {
            code.open("for (int i = 0; i < " + member(parameter) + ".length; i++)")
                    .open("for (int j = 0; j < " + member(parameter) + "[i].length; j++)")
                    .line(member(parameter) + "[i][j]" + element)
                    .close()
                    .close();
        } else if (isArray(parameter)) {
            code.open("for (int i = 0; i < " + member(parameter) + ".length; i++)")
                    .line(member(parameter) + "[i]" + element)
                    .close();
        } else {
            code.line(member(parameter) + scalar);
        }
    }

    private MethodSpec toArray() {
        return overriding(
                        "toArray",
                        "The partial derivatives in the order of the parameters"
                                + (hasArrays() ? ", arrays element by element." : "."),
                        classes.of(new Type.ArrayOf(Type.Primitive.DOUBLE)))
                .addCode(hasArrays() ? flatten() : scalarsToArray())
                .build();
    }

    private CodeBlock scalarsToArray() {
        List<Doc> elements = new ArrayList<>();
        parameters.forEach(parameter -> elements.add(Doc.text(member(parameter))));
        return code().line(Doc.list(Doc.text("return new double[] {"), elements, "};"))
                .build();
    }

    private CodeBlock flatten() {
        Code code = code();
        starts.forEach((array, name) -> code.line("int " + name + " = ", offsets.definition(array), ";"));
        code.line("double[] array = new double[", offsets.size(), "];");
        for (Variable parameter : parameters) {
            Doc start = offsets.of(parameter);
            if (isMatrix(parameter)) {
                code.line("flatten(" + member(parameter) + ", array, ", start, ");");
            } else if (isArray(parameter)) {
                String source = member(parameter);
                List<Doc> arguments = List.of(
                        Doc.text(source), Doc.text("0"), Doc.text("array"), start, Doc.text(source + ".length"));
                code.line(Doc.list(Code.join(SYSTEM, ".arraycopy("), arguments, ");"));
            } else {
                code.line("array[", start, "] = " + member(parameter) + ";");
            }
        }
        return code.line("return array;").build();
    }

    private MethodSpec.Builder overriding(String methodName, String sentence, TypeName result) {
        return MethodSpec.methodBuilder(methodName)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .addJavadoc(Javadoc.of(sentence).build())
                .returns(result);
    }

    private Code code() {
        return new Code(classes, DEPTH);
    }

    private String member(Variable parameter) {
        String path = method.path(parameter);
        return LOCALS.contains(path.split("\\.")[0]) ? "this." + path : path;
    }

    private boolean hasArrays() {
        return parameters.stream().anyMatch(GradientClass::isArray);
    }

    /** The text of how many elements an array has. */
    private String size(Variable array) {
        return isMatrix(array) ? "size(" + member(array) + ")" : member(array) + ".length";
    }

    private String start(Variable array) {
        return starts.get(array);
    }

    /** Local variables with the places of arrays in the flat one. */
    private Map<Variable, String> starts() {
        Set<String> taken = new HashSet<>(LOCALS);
        parameters.forEach(parameter -> taken.add(method.path(parameter).split("\\.")[0]));
        Map<Variable, String> names = new LinkedHashMap<>();
        parameters.stream().filter(offsets::hasField).forEach(array -> {
            String start = UniqueNames.free(method.word(array) + "Start", taken::contains);
            taken.add(start);
            names.put(array, start);
        });
        return names;
    }

    private static boolean isMatrix(Variable parameter) {
        return FunctionFields.isMatrix(parameter);
    }

    private static boolean isArray(Variable parameter) {
        return parameter.type() instanceof Type.ArrayOf;
    }
}
