package io.pathwise.processor.rules;

import java.util.function.ToDoubleFunction;

/** Numerical derivatives. */
final class Differences {
    private Differences() {}

    /** The fourth-order central difference of a function in one of its arguments. */
    static double central(ToDoubleFunction<double[]> function, double[] point, int argument) {
        double step = 1e-3 * Math.max(Math.abs(point[argument]), 0.1);
        double near = at(function, point, argument, step) - at(function, point, argument, -step);
        double far = at(function, point, argument, 2 * step) - at(function, point, argument, -2 * step);
        return (8 * near - far) / (12 * step);
    }

    private static double at(ToDoubleFunction<double[]> function, double[] point, int argument, double step) {
        double[] moved = point.clone();
        moved[argument] += step;
        return function.applyAsDouble(moved);
    }
}
