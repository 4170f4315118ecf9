package io.pathwise.runtime;

/** Operations on vectors, called by generated code: loops of their own, which HotSpot vectorises. */
public final class Vectors {
    private Vectors() {}

    /**
     * Adds a multiple of a vector to another.
     *
     * @param factor the multiple
     * @param vector what is multiplied
     * @param length how many elements take part; none if it is not positive
     * @param sum what is added to, not the array of the vector
     * @throws ArrayIndexOutOfBoundsException if one of the arrays is too short
     */
    public static void addMultiple(double factor, double[] vector, int length, double[] sum) {
        for (int i = 0; i < length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    /**
     * Adds a multiple of a vector to another, where the factor may be infinite or not a number: nothing is added where
     * the vector is zero. The adjoint behind a root at zero is such a factor, and must not reach what the root's argument
     * does not depend on.
     *
     * @param factor the multiple
     * @param vector what is multiplied
     * @param length how many elements take part; none if it is not positive
     * @param sum what is added to, not the array of the vector
     * @throws ArrayIndexOutOfBoundsException if one of the arrays is too short
     */
    public static void addUnboundedMultiple(double factor, double[] vector, int length, double[] sum) {
        if (Double.isFinite(factor)) {
            addMultiple(factor, vector, length, sum);
            return;
        }
        for (int i = 0; i < length; i++) {
            sum[i] += vector[i] == 0 ? 0 : factor * vector[i];
        }
    }
}
