package io.pathwise.processor.endtoend;

import java.util.ArrayList;
import java.util.List;

/**
 * A component of the vector of active parameters.
 *
 * @param path which argument of the source method, from 0; then which component where it is a record, and which element
 *     where that is an array
 */
record Coordinate(List<Integer> path) {
    Coordinate {
        path = List.copyOf(path);
    }

    /** Leads from what this leads to on to one of its parts. */
    Coordinate part(int index) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(index);
        return new Coordinate(longer);
    }

    double get(Object[] arguments) {
        Object value = arguments[path.get(0)];
        for (int index : path.subList(1, path.size())) {
            if (value instanceof RecordArgument record) {
                value = record.values().get(index);
            } else {
                value = value instanceof double[][] matrix ? matrix[index] : (Object) ((double[]) value)[index];
            }
        }
        return (Double) value;
    }

    Point set(Point point, double component) {
        int argument = path.get(0);
        return point.argument(argument, replaced(point.arguments()[argument], path.subList(1, path.size()), component));
    }

    private static Object replaced(Object value, List<Integer> rest, double component) {
        if (rest.isEmpty()) {
            return component;
        } else if (value instanceof RecordArgument record) {
            int index = rest.get(0);
            return record.with(index, replaced(record.values().get(index), rest.subList(1, rest.size()), component));
        }
        if (value instanceof double[][] matrix) {
            double[][] changed = matrix.clone();
            changed[rest.get(0)] = (double[]) replaced(matrix[rest.get(0)], rest.subList(1, rest.size()), component);
            return changed;
        }
        double[] changed = ((double[]) value).clone();
        changed[rest.get(0)] = component;
        return changed;
    }
}
