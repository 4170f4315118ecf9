package io.pathwise.processor.endtoend;

import java.util.ArrayList;
import java.util.List;

/**
 * A component of the vector of active parameters.
 *
 * @param argument which argument of the source method, from 0
 * @param element which element when the argument is an array, else 0
 */
record Coordinate(int argument, int element) {
    /** All components at a point, in the order of the parameters. */
    static List<Coordinate> of(List<Integer> activeArguments, Point point) {
        List<Coordinate> coordinates = new ArrayList<>();
        for (int argument : activeArguments) {
            int length = point.arguments()[argument] instanceof double[] array ? array.length : 1;
            for (int element = 0; element < length; element++) {
                coordinates.add(new Coordinate(argument, element));
            }
        }
        return coordinates;
    }

    double get(Object[] arguments) {
        Object value = arguments[argument];
        return value instanceof double[] array ? array[element] : (Double) value;
    }

    Point set(Point point, double component) {
        if (point.arguments()[argument] instanceof double[] array) {
            double[] changed = array.clone();
            changed[element] = component;
            return point.argument(argument, changed);
        }
        return point.argument(argument, component);
    }
}
