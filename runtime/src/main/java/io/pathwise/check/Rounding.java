package io.pathwise.check;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How far rounding moves the values of a function: not only that of the result, but also that of large intermediate results
 * which cancel. Neighbouring values of a smooth function have small differences of high order, and rounding has large ones of
 * alternating sign, whose size tells: J. Moré and S. Wild, Estimating Computational Noise, SIAM Journal on Scientific Computing
 * 33, 2011.
 */
final class Rounding {
    private static final int POINTS = 9;
    private static final int ORDER = 4;
    /** The mean square of differences of order 4 of independent errors, in units of theirs: 8! / (4!)². */
    private static final double GROWTH = 70;
    /** The distance between neighbours, as a part of the variable's size: first so, and last so, by this factor. */
    private static final double FIRST = 0x1p-8;

    private static final double LAST = 0x1p-26;
    private static final double RATIO = 0x1p3;

    private Rounding() {}

    /**
     * Estimates the standard deviation of the rounding around a point.
     *
     * <p>It is the median of estimates on each side for itself at several distances: a kink or a jump nearby makes those too
     * large which see it, and where steps happen to be as regular as the rounding, the estimate is too small.
     *
     * @return the deviation; 0 if none can be told
     */
    static double near(DoubleUnaryOperator function, double x) {
        double[] estimates = DoubleStream.iterate(FIRST, part -> part >= LAST, part -> part / RATIO)
                .map(part -> part * Differences.size(x))
                .flatMap(distance -> DoubleStream.of(estimate(function, x, distance), estimate(function, x, -distance)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return estimates.length == 0 ? 0 : estimates[estimates.length / 2];
    }

    /** From neighbours on one side; infinite if they show none. */
    private static double estimate(DoubleUnaryOperator function, double x, double distance) {
        double[] values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            values[i] = function.applyAsDouble(x + i * distance);
        }
        double[] differences = differences(values, ORDER);
        double deviation =
                Math.sqrt(Arrays.stream(differences).map(each -> each * each).sum() / differences.length / GROWTH);
        boolean isRough = hasBothSigns(differences) || isStaircase(differences(values, 1));
        return isRough && Double.isFinite(deviation) ? deviation : Double.POSITIVE_INFINITY;
    }

    private static double[] differences(double[] values, int order) {
        double[] differences = values;
        for (int i = 0; i < order; i++) {
            double[] lower = differences;
            differences = IntStream.range(1, lower.length)
                    .mapToDouble(j -> lower[j] - lower[j - 1])
                    .toArray();
        }
        return differences;
    }

    private static boolean hasBothSigns(double[] differences) {
        return Arrays.stream(differences).anyMatch(each -> each > 0)
                && Arrays.stream(differences).anyMatch(each -> each < 0);
    }

    /** Whether rounding makes most neighbours the same number. */
    private static boolean isStaircase(double[] steps) {
        long flat = Arrays.stream(steps).filter(step -> step == 0).count();
        return flat < steps.length && 2 * flat >= steps.length;
    }
}
