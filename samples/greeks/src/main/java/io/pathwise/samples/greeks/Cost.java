package io.pathwise.samples.greeks;

import io.pathwise.runtime.PathwiseFunction;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a path costs on one core, its noise given.
 *
 * @param parameters how many Greeks there are
 * @param value nanoseconds for the value alone
 * @param gradient nanoseconds for the value and all Greeks
 */
record Cost(int parameters, double value, double gradient) {
    private static final int PATHS = 10_000;
    private static final int DIFFERENT_PATHS = 64;
    private static final int ROUNDS = 20;

    /** Measures both in turn; the first rounds warm the virtual machine up, and the fastest counts. */
    static Cost of(PathwiseFunction function, double... at) {
        double[][] noise = noise(function.noise(at).normals());
        double[] none = new double[0];
        double[] gradient = new double[at.length];
        double value = Double.POSITIVE_INFINITY;
        double both = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            value = Math.min(value, nanoseconds(path -> function.value(at, noise[path], none)));
            both = Math.min(both, nanoseconds(path -> function.gradient(at, noise[path], none, gradient)));
        }
        return new Cost(at.length, value, both);
    }

    private static double[][] noise(int normals) {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.generate(() -> random.doubles(normals, -2, 2).toArray())
                .limit(DIFFERENT_PATHS)
                .toArray(double[][]::new);
    }

    private static double nanoseconds(IntToDoubleFunction path) {
        double sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < PATHS; i++) {
            sum += path.applyAsDouble(i % DIFFERENT_PATHS);
        }
        double perPath = (double) (System.nanoTime() - start) / PATHS;
        // A sum that nobody reads would not be computed.
        return Double.isNaN(sum) ? Double.NaN : perPath;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "One path, value %.1f µs, value and %d Greeks %.1f µs: as much as %.1f values, where bumping takes %d%n",
                value / 1e3,
                parameters,
                gradient / 1e3,
                gradient / value,
                2 * parameters + 1);
    }
}
