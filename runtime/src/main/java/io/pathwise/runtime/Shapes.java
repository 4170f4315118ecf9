package io.pathwise.runtime;

/** Checks that arrays of derivatives are as long as the arguments that they belong to. */
final class Shapes {
    private Shapes() {}

    /**
     * Checks an array.
     *
     * @param method the method in whose name to complain
     * @param owner what stands before the name in the message
     * @param name the name of the array
     * @param found its length
     * @param length the argument's length
     */
    static void requireLength(String method, String owner, String name, int found, int length) {
        if (found != length) {
            throw new IllegalArgumentException(
                    method + ": " + owner + name + " has length " + found + ", but the argument has length " + length);
        }
    }

    /** Checks a matrix, row by row. */
    static void requireShape(String method, String owner, String name, double[][] derivatives, double[][] argument) {
        requireLength(method, owner, name, derivatives.length, argument.length);
        for (int i = 0; i < argument.length; i++) {
            if (derivatives[i].length != argument[i].length) {
                requireLength(method, owner, name + "[" + i + "]", derivatives[i].length, argument[i].length);
            }
        }
    }
}
