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
}
