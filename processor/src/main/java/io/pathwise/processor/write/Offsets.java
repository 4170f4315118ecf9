package io.pathwise.processor.write;

import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where active parameters lie in the flat vector of all of them.
 *
 * @param parameters the active parameters in order
 * @param length the text of the number of an array's elements
 */
record Offsets(List<Variable> parameters, Function<Variable, String> length) {
    /** Index of the parameter, or of its first element. */
    Doc of(Variable parameter) {
        return sum(parameters.subList(0, parameters.indexOf(parameter)));
    }

    /** The vector's length. */
    Doc size() {
        return sum(parameters);
    }

    private Doc sum(List<Variable> counted) {
        List<String> terms = new ArrayList<>();
        long scalars = counted.stream()
                .filter(variable -> !(variable.type() instanceof Type.ArrayOf))
                .count();
        if (scalars > 0 || scalars == counted.size()) {
            terms.add(Long.toString(scalars));
        }
        counted.stream()
                .filter(variable -> variable.type() instanceof Type.ArrayOf)
                .map(length)
                .forEach(terms::add);
        return Doc.text(String.join(" + ", terms));
    }
}
