package io.pathwise.runtime;

/** Checks of the tangents that forward mode is handed, called by generated code. */
public final class Tangents {
    private Tangents() {}

    /**
     * Checks that an array of tangents fits the argument that it belongs to.
     *
     * @param method the method in whose name to complain, such as {@code Fit.loss}
     * @param name the name of the tangents, such as {@code weightsDot}
     * @param tangents the tangents
     * @param length the argument's length
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void requireLength(String method, String name, double[] tangents, int length) {
        Shapes.requireLength(method, "", name, tangents.length, length);
    }

    /**
     * Checks that a matrix of tangents fits the argument that it belongs to.
     *
     * @param method the method in whose name to complain, such as {@code Fit.loss}
     * @param name the name of the tangents, such as {@code weightsDot}
     * @param tangents the tangents
     * @param argument the argument
     * @throws IllegalArgumentException if the number of rows or the length of a row differs
     */
    public static void requireShape(String method, String name, double[][] tangents, double[][] argument) {
        Shapes.requireShape(method, "", name, tangents, argument);
    }
}
