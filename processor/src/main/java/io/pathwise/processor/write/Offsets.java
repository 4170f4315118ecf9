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
 * @param start the text of the field with the place of an array behind two or more arrays
 */
record Offsets(List<Variable> parameters, Function<Variable, String> length, Function<Variable, String> start) {
    private static final Doc BREAK = new Doc.Break(" ");

    /** Index of the parameter, or of its first element. */
    Doc of(Variable parameter) {
        return hasField(parameter) ? Doc.text(start.apply(parameter)) : sum(before(parameter));
    }

    /** The vector's length. */
    Doc size() {
        return sum(parameters);
    }

    /** Whether the place of an array is a sum so long that a field holds it. */
    boolean hasField(Variable array) {
        return isArray(array) && arrays(before(array)).size() > 1;
    }

    /** The value of that field. */
    Doc definition(Variable array) {
        return sum(before(array));
    }

    private List<Variable> before(Variable parameter) {
        return parameters.subList(0, parameters.indexOf(parameter));
    }

    /** How many numbers these parameters are, counted from the last array whose place has a name. */
    private Doc sum(List<Variable> counted) {
        List<Variable> arrays = arrays(counted);
        if (arrays.size() < 2) {
            int scalars = counted.size() - arrays.size();
            return scalars > 0 || arrays.isEmpty()
                    ? terms(Doc.text(Integer.toString(scalars)), arrays, 0)
                    : Doc.text(length.apply(arrays.get(0)));
        }
        Variable last = arrays.get(arrays.size() - 1);
        int behind = counted.size() - 1 - counted.indexOf(last);
        return terms(of(last), List.of(last), behind);
    }

    /** {@code start + length + scalars}. */
    private Doc terms(Doc start, List<Variable> arrays, int scalars) {
        List<Doc> terms = new ArrayList<>(List.of(start));
        arrays.forEach(array -> terms.addAll(List.of(BREAK, Doc.text("+ " + length.apply(array)))));
        if (scalars > 0) {
            terms.addAll(List.of(BREAK, Doc.text("+ " + scalars)));
        }
        return new Doc.Group(terms);
    }

    private static List<Variable> arrays(List<Variable> variables) {
        return variables.stream().filter(Offsets::isArray).toList();
    }

    private static boolean isArray(Variable variable) {
        return variable.type() instanceof Type.ArrayOf;
    }
}
