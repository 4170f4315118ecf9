package io.pathwise.check;

import java.util.function.DoubleUnaryOperator;

/**
 * Slopes of a function of one variable by differences of decreasing steps, extrapolated to the step 0: C. Ridders, Accurate
 * computation of F'(x) and F'(x)F''(x), Advances in Engineering Software 4, 1982. Of all extrapolations that one is taken
 * which changed least, so that the step suits the function: truncation, rounding and kinks nearby make others change more.
 *
 * @param left from below
 * @param right from above
 * @param central from both sides
 */
record Differences(Slope left, Slope right, Slope central) {
    /** Steps fall by this factor … */
    private static final double RATIO = 4;
    /** … so many times, beginning with this part of the variable's size. */
    private static final int STEPS = 12;

    private static final double FIRST_STEP = 1.0 / 64;

    /**
     * Takes differences around a point.
     *
     * @param unit how far rounding moves the function's values at least, in addition to the last digit of each
     */
    static Differences of(DoubleUnaryOperator function, double x, double unit) {
        double size = size(x);
        double value = function.applyAsDouble(x);
        double[] below = new double[STEPS];
        double[] above = new double[STEPS];
        double[] both = new double[STEPS];
        double[] rounding = new double[STEPS];
        double[] noise = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double step = size * FIRST_STEP / Math.pow(RATIO, i);
            // what is added must be what is divided by, although x + step is rounded
            double lower = x - step;
            double upper = x + step;
            double lowerValue = function.applyAsDouble(lower);
            double upperValue = function.applyAsDouble(upper);
            below[i] = (value - lowerValue) / (x - lower);
            above[i] = (upperValue - value) / (upper - x);
            both[i] = (upperValue - lowerValue) / (upper - lower);
            double ulp = Math.max(roundingOf(value), Math.max(roundingOf(lowerValue), roundingOf(upperValue)));
            rounding[i] = ulp / step;
            noise[i] = unit / step;
        }
        return new Differences(
                extrapolate(below, rounding, noise, RATIO),
                extrapolate(above, rounding, noise, RATIO),
                extrapolate(both, rounding, noise, RATIO * RATIO));
    }

    private static double roundingOf(double value) {
        return Double.isFinite(value) ? Math.ulp(value) : 0;
    }

    /** The scale on which a variable matters: its own size, or 1 at 0. */
    static double size(double x) {
        return x == 0 ? 1 : Math.abs(x);
    }

    /**
     * The best slope of Neville's table.
     *
     * @param rounding how wrong each slope may be because the function's values are rounded: equal slopes do not prove
     *     that there is no such error
     * @param factor by how much the leading error falls from step to step
     */
    private static Slope extrapolate(double[] slopes, double[] rounding, double[] noise, double factor) {
        Slope best = Slope.UNKNOWN;
        double least = Double.POSITIVE_INFINITY;
        double[] previous = {};
        for (int i = 0; i < slopes.length; i++) {
            double slope = slopes[i];
            if (!Double.isFinite(slope)) {
                previous = new double[0];
                continue;
            }
            double[] row = new double[previous.length + 1];
            row[0] = slope;
            double power = 1;
            for (int column = 1; column < row.length; column++) {
                power *= factor;
                row[column] = row[column - 1] + (row[column - 1] - previous[column - 1]) / (power - 1);
                double change =
                        Math.max(Math.abs(row[column] - row[column - 1]), Math.abs(row[column] - previous[column - 1]));
                double suspicion = Math.max(change, Math.max(rounding[i], noise[i]));
                if (suspicion <= least) {
                    least = suspicion;
                    best = new Slope(row[column], Math.max(change, noise[i]));
                }
            }
            previous = row;
        }
        return best;
    }

    /** The slope to compare a derivative with: from both sides, else from the one where the function can be evaluated. */
    Slope best() {
        if (central.isKnown()) {
            return central;
        }
        return left.isKnown() ? left : right;
    }
}
