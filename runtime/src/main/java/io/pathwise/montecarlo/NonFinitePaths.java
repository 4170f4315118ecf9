package io.pathwise.montecarlo;

/** What becomes of an estimate when a path yields NaN or an infinity, in its value or in a partial derivative. */
public enum NonFinitePaths {
    /** The estimate ends with a {@link PathException} that names the first such path. */
    FAIL,

    /**
     * The path, and with antithetic noise its mirror image, is left out of all means, counted, and its number remembered.
     * The estimate is then of the mean over the paths that are finite, which may be another number than was meant.
     */
    SKIP
}
