package io.pathwise.processor.read;

import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds the methods in which users give derivatives, and what they must look like. */
final class DerivativeRules {
    private static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    private final ClassNames names;
    private final Members members;
    private final TypeElement viewer;

    /**
     * Prepares the search.
     *
     * @param viewer the class whose methods call
     */
    DerivativeRules(ClassNames names, Members members, TypeElement viewer) {
        this.names = names;
        this.members = members;
        this.viewer = viewer;
    }

    /** The method with the derivatives that the user gives; absent if there are none. */
    Optional<Callee> find(ExecutableElement method, Function function) {
        Stream<TypeElement> around = Stream.iterate(
                        (Element) viewer, each -> each instanceof TypeElement, Element::getEnclosingElement)
                .map(TypeElement.class::cast);
        return Stream.concat(around, Stream.of((TypeElement) method.getEnclosingElement()))
                .distinct()
                .flatMap(type -> rules(type).stream())
                .filter(members::isAccessibleInPackage)
                .filter(rule -> subjects(rule).contains(method) && fits(rule, method))
                .findFirst()
                .map(rule -> callee(rule, method, function));
    }

    /** The methods of a class in which derivatives are given. */
    static List<ExecutableElement> rules(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(each -> Annotations.find(each, Annotations.DERIVATIVE).isPresent())
                .toList();
    }

    /** The methods of the name that the annotation gives. */
    List<ExecutableElement> subjects(ExecutableElement rule) {
        String of = subjectName(rule);
        int dot = of.lastIndexOf('.');
        Optional<TypeElement> owner =
                dot < 0 ? Optional.of((TypeElement) rule.getEnclosingElement()) : names.type(of.substring(0, dot));
        return owner.stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(each -> each.getSimpleName().contentEquals(of.substring(dot + 1)))
                .filter(each -> !each.equals(rule))
                .toList();
    }

    /** The name that the annotation gives. */
    static String subjectName(ExecutableElement rule) {
        return new AnnotationValues(
                        Annotations.find(rule, Annotations.DERIVATIVE).orElseThrow())
                .text("of");
    }

    /** Whether a method may have derivatives that a user gives. */
    static boolean isSubject(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                && JavaTypes.of(method.getReturnType()).equals(Optional.of(Primitive.DOUBLE))
                && method.getParameters().stream()
                        .allMatch(each -> JavaTypes.of(each.asType()).isPresent());
    }

    /** Whether a method takes and returns what one that gives another's derivatives must. */
    static boolean fits(ExecutableElement rule, ExecutableElement method) {
        return isSubject(method)
                && rule.getModifiers().contains(Modifier.STATIC)
                && parametersOf(rule).equals(expectedParameters(rule, method))
                && JavaTypes.of(rule.getReturnType()).equals(expectedResult(rule, method));
    }

    /** {@code static double fDerivative(double x)}: what one that gives a method's derivatives looks like. */
    static String expected(ExecutableElement rule, ExecutableElement method) {
        List<String> parameters = new ArrayList<>();
        for (VariableElement each : method.getParameters()) {
            parameters.add(JavaTypes.of(each.asType()).orElseThrow().javaName() + " " + each.getSimpleName());
        }
        if (expectedResult(rule, method).isEmpty()) {
            if (hasActiveNumber(rule, method)) {
                parameters.add("double[] partials");
            }
            activeArrays(rule, method).forEach(each -> parameters.add("double[] " + each.getSimpleName() + "Partials"));
        }
        String result = expectedResult(rule, method).map(Type::javaName).orElse("void");
        return "static " + result + " " + rule.getSimpleName() + "(" + String.join(", ", parameters) + ")";
    }

    /** Whether no parameter is active that no rule can serve. */
    static boolean isServable(ExecutableElement rule, ExecutableElement method) {
        List<VariableElement> active = active(rule, method);
        return !active.isEmpty() && active.stream().allMatch(each -> isNumber(each) || isArray(each));
    }

    private static List<Type> expectedParameters(ExecutableElement rule, ExecutableElement method) {
        List<Type> types = new ArrayList<>(parametersOf(method));
        if (expectedResult(rule, method).isEmpty()) {
            if (hasActiveNumber(rule, method)) {
                types.add(DOUBLES);
            }
            activeArrays(rule, method).forEach(each -> types.add(DOUBLES));
        }
        return types;
    }

    private static Optional<Type> expectedResult(ExecutableElement rule, ExecutableElement method) {
        List<VariableElement> active = active(rule, method);
        return active.size() == 1 && isNumber(active.get(0)) ? Optional.of(Primitive.DOUBLE) : Optional.empty();
    }

    private static boolean hasActiveNumber(ExecutableElement rule, ExecutableElement method) {
        return active(rule, method).stream().anyMatch(DerivativeRules::isNumber);
    }

    private static List<VariableElement> activeArrays(ExecutableElement rule, ExecutableElement method) {
        return active(rule, method).stream().filter(DerivativeRules::isArray).toList();
    }

    private static List<VariableElement> active(ExecutableElement rule, ExecutableElement method) {
        List<VariableElement> active = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (isActive(rule, method, i)) {
                active.add(method.getParameters().get(i));
            }
        }
        return active;
    }

    private static boolean isActive(ExecutableElement rule, ExecutableElement method, int index) {
        VariableElement parameter = method.getParameters().get(index);
        boolean constant = Annotations.isConstant(parameter)
                || index < rule.getParameters().size()
                        && Annotations.isConstant(rule.getParameters().get(index));
        return !constant
                && JavaTypes.of(parameter.asType())
                        .filter(Type::isDifferentiable)
                        .isPresent();
    }

    private static boolean isNumber(VariableElement parameter) {
        return JavaTypes.of(parameter.asType()).equals(Optional.of(Primitive.DOUBLE));
    }

    private static boolean isArray(VariableElement parameter) {
        return JavaTypes.of(parameter.asType()).equals(Optional.of(DOUBLES));
    }

    private static List<Type> parametersOf(ExecutableElement method) {
        return method.getParameters().stream()
                .map(each -> JavaTypes.of(each.asType()).orElse(Unknown.TYPE))
                .toList();
    }

    private static Callee callee(ExecutableElement rule, ExecutableElement method, Function function) {
        Names variables = new Names(0);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            String name = method.getParameters().get(i).getSimpleName().toString();
            Variable variable = variables.create(name, function.parameters().get(i), Origin.SOURCE);
            Kind kind = isActive(rule, method, i) ? Kind.ACTIVE : Kind.CONSTANT;
            parameters.add(new Parameter(variable, kind, Position.NONE));
        }
        Function partials = new Function(
                ((TypeElement) rule.getEnclosingElement()).getQualifiedName().toString(),
                rule.getSimpleName().toString(),
                parametersOf(rule),
                expectedResult(rule, method).orElse(null));
        return Callee.withRule(function, parameters, partials);
    }
}
