package io.pathwise.runtime;

/**
 * Scalar products of the rows of a matrix with a vector, and multiples of the rows, called by generated code. Each product is
 * summed in the order of the elements, as a plain loop does, but several rows advance together: the additions of one row
 * wait for each other, those of several do not.
 */
public final class Rows {
    private Rows() {}

    /**
     * Sets {@code sums[i]} to the scalar product of row i and the vector.
     *
     * @param rows the matrix
     * @param vector the vector, not the array of the sums
     * @param length how many elements of the rows and of the vector take part
     * @param count how many rows take part; none if it is not positive
     * @param sums receives the products
     * @throws ArrayIndexOutOfBoundsException if one of the arrays is too short
     */
    public static void products(double[][] rows, double[] vector, int length, int count, double[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] = 0;
        }
        addProducts(rows, vector, length, count, sums);
    }

    /**
     * Sets {@code sums[i]} to {@code initial[i]} plus the scalar product of row i and the vector, in this order.
     *
     * @param initial what each sum starts with, not the array of the sums
     * @param rows the matrix
     * @param vector the vector, not the array of the sums
     * @param length how many elements of the rows and of the vector take part
     * @param count how many rows take part; none if it is not positive
     * @param sums receives the sums
     * @throws ArrayIndexOutOfBoundsException if one of the arrays is too short
     */
    public static void products(
            double[] initial, double[][] rows, double[] vector, int length, int count, double[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] = initial[i];
        }
        addProducts(rows, vector, length, count, sums);
    }

    /**
     * Adds each row, times its factor, to a vector.
     *
     * @param factors the factor of each row
     * @param rows the matrix
     * @param count how many rows take part; none if it is not positive
     * @param length how many elements of the rows and of the vector take part
     * @param sum what is added to, none of the other arrays
     * @throws ArrayIndexOutOfBoundsException if one of the arrays is too short
     */
    public static void addMultiples(double[] factors, double[][] rows, int count, int length, double[] sum) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            double[] row0 = rows[i];
            double[] row1 = rows[i + 1];
            double[] row2 = rows[i + 2];
            double[] row3 = rows[i + 3];
            addFour(factors[i], row0, factors[i + 1], row1, factors[i + 2], row2, factors[i + 3], row3, length, sum);
        }
        for (; i < count; i++) {
            Vectors.addMultiple(factors[i], rows[i], length, sum);
        }
    }

    /** A loop of its own, which HotSpot vectorises. */
    private static void addFour(
            double factor0,
            double[] row0,
            double factor1,
            double[] row1,
            double factor2,
            double[] row2,
            double factor3,
            double[] row3,
            int length,
            double[] sum) {
        for (int j = 0; j < length; j++) {
            sum[j] += factor0 * row0[j] + factor1 * row1[j] + factor2 * row2[j] + factor3 * row3[j];
        }
    }

    private static void addProducts(double[][] rows, double[] vector, int length, int count, double[] sums) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            addFour(rows, vector, length, i, sums);
        }
        for (; i < count; i++) {
            double[] row = rows[i];
            double sum = sums[i];
            for (int j = 0; j < length; j++) {
                sum += row[j] * vector[j];
            }
            sums[i] = sum;
        }
    }

    private static void addFour(double[][] rows, double[] vector, int length, int first, double[] sums) {
        double[] row0 = rows[first];
        double[] row1 = rows[first + 1];
        double[] row2 = rows[first + 2];
        double[] row3 = rows[first + 3];
        double sum0 = sums[first];
        double sum1 = sums[first + 1];
        double sum2 = sums[first + 2];
        double sum3 = sums[first + 3];
        for (int j = 0; j < length; j++) {
            double factor = vector[j];
            sum0 += row0[j] * factor;
            sum1 += row1[j] * factor;
            sum2 += row2[j] * factor;
            sum3 += row3[j] * factor;
        }
        sums[first] = sum0;
        sums[first + 1] = sum1;
        sums[first + 2] = sum2;
        sums[first + 3] = sum3;
    }
}
