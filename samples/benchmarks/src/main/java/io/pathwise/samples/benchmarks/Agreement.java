package io.pathwise.samples.benchmarks;

/** Whether the gradients of a problem are the same numbers, without which their times say nothing. */
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
            requireEqual(
                    name + ", path " + path,
                    problem.expertAt(path),
                    "the generated code",
                    problem.generatedAt(path),
                    TOLERANCE);
        }
    }

    /**
     * Compares a value and its partial derivatives by the expert with those by another.
     *
     * @throws IllegalStateException if there are more of one than of the other, or if two of them differ by more than the
     *     tolerance, relative to the larger one where it exceeds 1
     */
    static void requireEqual(String place, double[] expert, String otherName, double[] other, double tolerance) {
        if (expert.length != other.length) {
            throw new IllegalStateException(place + ": the expert has " + (expert.length - 1) + " partial derivatives, "
                    + otherName + " " + (other.length - 1));
        }
        for (int i = 0; i < expert.length; i++) {
            if (!(difference(expert[i], other[i]) <= tolerance)) {
                throw new IllegalStateException(place + ", " + (i == 0 ? "value" : "partial derivative " + i)
                        + ": the expert has " + expert[i] + ", " + otherName + " " + other[i]);
            }
        }
    }

    private static double difference(double a, double b) {
        return Math.abs(a - b) / Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }
}
