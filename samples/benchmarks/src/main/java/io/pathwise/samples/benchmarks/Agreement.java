package io.pathwise.samples.benchmarks;

/** Whether the two gradients of a problem are the same numbers, without which their times say nothing. */
final class Agreement {
    private static final double TOLERANCE = 1e-12;

    private Agreement() {}

    /**
     * Compares value and partial derivatives on every path.
     *
     * @throws IllegalStateException if two of them differ by more than 1e-12, relative to the larger one where it
     *     exceeds 1
     */
    static void require(String name, Problem problem) {
        for (int path = 0; path < problem.paths(); path++) {
            double[] expert = problem.expertAt(path);
            double[] generated = problem.generatedAt(path);
            for (int i = 0; i < expert.length; i++) {
                if (!(difference(expert[i], generated[i]) <= TOLERANCE)) {
                    throw new IllegalStateException(name + ", path " + path + ", "
                            + (i == 0 ? "value" : "partial derivative " + i) + ": the expert has " + expert[i]
                            + ", the generated code " + generated[i]);
                }
            }
        }
    }

    private static double difference(double a, double b) {
        return Math.abs(a - b) / Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }
}
