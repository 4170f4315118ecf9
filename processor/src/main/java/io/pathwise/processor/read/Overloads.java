package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Chooses among the methods of a name: the first phase of chapter 15.12.2 of the language specification. */
final class Overloads {
    private final Types types;
    private final ClassNames names;

    Overloads(Types types, ClassNames names) {
        this.types = types;
        this.names = names;
    }

    /** The most specific method that applies by subtyping; all that apply where none is, so none where none applies. */
    List<ExecutableElement> choose(List<ExecutableElement> candidates, List<Expression> values) {
        List<TypeMirror> arguments = values.stream()
                .map(value -> JavaTypes.mirror(value.type(), types, names))
                .toList();
        List<ExecutableElement> applicable = candidates.stream()
                .filter(candidate -> accepts(candidate, arguments))
                .toList();
        List<ExecutableElement> mostSpecific = applicable.stream()
                .filter(candidate -> applicable.stream().allMatch(other -> accepts(other, parameters(candidate))))
                .toList();
        return mostSpecific.isEmpty() ? applicable : mostSpecific;
    }

    /** The one method that applies with boxing or, where there is none, with variable arity; none if several do. */
    List<ExecutableElement> chooseLoosely(List<ExecutableElement> candidates, List<Expression> values) {
        List<TypeMirror> arguments = values.stream()
                .map(value -> JavaTypes.mirror(value.type(), types, names))
                .toList();
        List<ExecutableElement> boxing = candidates.stream()
                .filter(each -> each.getParameters().size() == arguments.size() && becomes(arguments, parameters(each)))
                .toList();
        List<ExecutableElement> applicable = boxing.isEmpty()
                ? candidates.stream()
                        .filter(each -> each.isVarArgs() && takes(each, arguments.size()))
                        .filter(each -> becomes(arguments, spread(parameters(each), arguments.size())))
                        .toList()
                : boxing;
        return applicable.size() == 1 ? applicable : List.of();
    }

    private boolean becomes(List<TypeMirror> arguments, List<TypeMirror> parameters) {
        return IntStream.range(0, arguments.size())
                .allMatch(i -> types.isAssignable(arguments.get(i), parameters.get(i)));
    }

    /** The parameters with the last one as often as arguments are left for it. */
    private static List<TypeMirror> spread(List<TypeMirror> parameters, int arguments) {
        List<TypeMirror> spread = new ArrayList<>(parameters.subList(0, parameters.size() - 1));
        TypeMirror last = ((ArrayType) parameters.get(parameters.size() - 1)).getComponentType();
        spread.addAll(Collections.nCopies(arguments - spread.size(), last));
        return spread;
    }

    /** Whether a method takes this number of arguments, boxing and variable arity allowed. */
    static boolean takes(ExecutableElement candidate, int arguments) {
        int parameters = candidate.getParameters().size();
        return parameters == arguments || candidate.isVarArgs() && arguments >= parameters - 1;
    }

    private boolean accepts(ExecutableElement candidate, List<TypeMirror> arguments) {
        List<TypeMirror> parameters = parameters(candidate);
        return parameters.size() == arguments.size()
                && IntStream.range(0, arguments.size())
                        .allMatch(i -> types.isSubtype(arguments.get(i), parameters.get(i)));
    }

    private List<TypeMirror> parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(VariableElement::asType)
                .map(types::erasure)
                .toList();
    }
}
