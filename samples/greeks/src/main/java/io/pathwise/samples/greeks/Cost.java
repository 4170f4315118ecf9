package io.pathwise.samples.greeks;

import io.pathwise.runtime.PathwiseFunction;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What a path costs on one core, its noise given.
 *
 * @param parameters how many Greeks there are
 * @param value nanoseconds for the value alone
 * @param gradient nanoseconds for the value and all Greeks
 */
record Cost(int parameters, double value, double gradient) {
    private static final int PATHS = 20_000;
    private static final int ROUNDS = 5;

    /** Measures; the first rounds warm the virtual machine up, and the fastest counts. */
    static Cost of(PathwiseFunction function, double... at) {
        SplittableRandom random = new SplittableRandom(1);
        int normals = Math.toIntExact(function.noise(at).normals());
        double[] noise = random.doubles(normals, 0, 1).map(u -> 2 * u - 1).toArray();
        double[] none = new double[0];
        double[] gradient = new double[at.length];
        double value = nanoseconds(() -> function.value(at, noise, none));
        return new Cost(at.length, value, nanoseconds(() -> function.gradient(at, noise, none, gradient)));
    }

    private static double nanoseconds(Runnable path) {
        double fastest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < PATHS; i++) {
                path.run();
            }
            fastest = Math.min(fastest, (double) (System.nanoTime() - start) / PATHS);
        }
        return fastest;
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
