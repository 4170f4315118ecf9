package io.pathwise.runtime;

import java.util.Arrays;

/**
 * Called by generated code that makes records from parameters: the derivative in a component is the derivative in the
 * parameter only if the record's constructor and accessor leave it as it is.
 */
public final class Components {
    private Components() {}

    /**
     * Checks that a record gives back the number that it was made of.
     *
     * @param method the method in whose name to complain, such as {@code Option.price}
     * @param component the component's name, such as {@code model.kappa}
     * @param given the number that the constructor took
     * @param kept the number that the accessor gives
     * @throws IllegalArgumentException if they differ
     */
    public static void requireKept(String method, String component, double given, double kept) {
        if (given != kept && !(Double.isNaN(given) && Double.isNaN(kept))) {
            throw changed(method, component, Double.toString(given), Double.toString(kept));
        }
    }

    /**
     * Checks that a record gives back the numbers that it was made of.
     *
     * @param method the method in whose name to complain, such as {@code Option.price}
     * @param component the component's name, such as {@code model.weights}
     * @param given the array that the constructor took
     * @param kept the array that the accessor gives, which may be a copy
     * @throws IllegalArgumentException if their elements differ
     */
    public static void requireKept(String method, String component, double[] given, double[] kept) {
        if (!Arrays.equals(given, kept)) {
            throw changed(method, component, Arrays.toString(given), Arrays.toString(kept));
        }
    }

    /**
     * Checks that a record gives back the numbers that it was made of.
     *
     * @param method the method in whose name to complain, such as {@code Option.price}
     * @param component the component's name, such as {@code model.weights}
     * @param given the matrix that the constructor took
     * @param kept the matrix that the accessor gives, which may be a copy
     * @throws IllegalArgumentException if their elements differ
     */
    public static void requireKept(String method, String component, double[][] given, double[][] kept) {
        if (!Arrays.deepEquals(given, kept)) {
            throw changed(method, component, Arrays.deepToString(given), Arrays.deepToString(kept));
        }
    }

    private static IllegalArgumentException changed(String method, String component, String given, String kept) {
        return new IllegalArgumentException(method + ": the record makes " + kept + " of the parameter " + component
                + " = " + given + ", and the derivative of that is not known");
    }
}
