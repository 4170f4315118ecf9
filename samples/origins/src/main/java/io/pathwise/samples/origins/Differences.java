package io.pathwise.samples.origins;

import io.pathwise.runtime.PathwiseFunction;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * The derivative of a mean by differences of draws at two parameters, on the same noise or on other noise for each.
 *
 * @param step between the parameters
 * @param mean of the difference quotients
 * @param standardError of that mean
 */
record Differences(double step, double mean, double standardError) {
    /** Both values of a pair on the same noise: what the noise adds to one it adds to the other. */
    static Differences onSharedNoise(PathwiseFunction function, double at, double step, int pairs, long seed) {
        return of(function, at, step, pairs, seed, true);
    }

    /** The two values of a pair on noise of their own. */
    static Differences onIndependentNoise(PathwiseFunction function, double at, double step, int pairs, long seed) {
        return of(function, at, step, pairs, seed, false);
    }

    private static Differences of(
            PathwiseFunction function, double at, double step, int pairs, long seed, boolean shared) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleSupplier noise = () -> random.nextDouble(Double.MIN_NORMAL, 1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            double first = noise.getAsDouble();
            double second = shared ? first : noise.getAsDouble();
            double quotient = (value(function, at + step, first) - value(function, at, second)) / step;
            sum += quotient;
            squares += quotient * quotient;
        }
        double mean = sum / pairs;
        return new Differences(step, mean, Math.sqrt((squares / pairs - mean * mean) / (pairs - 1)));
    }

    private static double value(PathwiseFunction function, double parameter, double uniform) {
        return function.value(new double[] {parameter}, new double[0], new double[] {uniform});
    }
}
