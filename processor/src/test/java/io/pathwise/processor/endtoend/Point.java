package io.pathwise.processor.endtoend;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where a method is evaluated: its arguments and the noise of one path.
 *
 * @param arguments one for each parameter of the source method, boxed
 * @param normals standard normal draws, in the order in which they execute; more than needed does no harm
 * @param uniforms uniform draws, in the order in which they execute
 */
record Point(Object[] arguments, double[] normals, double[] uniforms) {
    private static final double[] NONE = {};

    static Point at(Object... arguments) {
        return new Point(arguments, NONE, NONE);
    }

    Point normals(double... draws) {
        return new Point(arguments, draws, uniforms);
    }

    Point uniforms(double... draws) {
        return new Point(arguments, normals, draws);
    }

    Point argument(int index, Object value) {
        Object[] changed = arguments.clone();
        changed[index] = value;
        return new Point(changed, normals, uniforms);
    }

    @Override
    public String toString() {
        return Arrays.stream(arguments)
                .map(each -> Arrays.deepToString(new Object[] {each}))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
