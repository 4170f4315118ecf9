package io.pathwise.runtime;

/** Checks of what the function of a method is made with, called by generated code. */
public final class FunctionArguments {
    private FunctionArguments() {}

    /**
     * Checks the length of an active array, or a number of rows or columns.
     *
     * @param method the method in whose name to complain, such as {@code Fit.loss}
     * @param name what the length is called, such as {@code weightsLength}
     * @param length the length
     * @return the length
     * @throws IllegalArgumentException if it is negative
     */
    public static int requireLength(String method, String name, int length) {
        if (length < 0) {
            throw new IllegalArgumentException(method + ": " + name + " must not be negative, but is " + length);
        }
        return length;
    }

    /**
     * Checks a baseline that the caller has chosen.
     *
     * @param method the method in whose name to complain, such as {@code Queue.cost}
     * @param name what the baseline is called
     * @param baseline the baseline
     * @return the baseline
     * @throws IllegalArgumentException if it is not finite
     */
    public static double requireBaseline(String method, String name, double baseline) {
        if (!Double.isFinite(baseline)) {
            throw new IllegalArgumentException(method + ": " + name + " must be finite, but is " + baseline);
        }
        return baseline;
    }
}
