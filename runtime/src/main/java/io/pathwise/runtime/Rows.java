package io.pathwise.runtime;

/**
 * Scalar products of the rows of a matrix with a vector, called by generated code. Each is summed in the order of the
 * elements, as a plain loop does, but several rows advance together: the additions of one row wait for each other, those
 * of several do not.
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
