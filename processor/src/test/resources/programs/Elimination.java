package demo;

import io.pathwise.Pathwise;

/** The determinant of a matrix, by elimination on a copy whose rows change places. */
final class Elimination {
    private Elimination() {}

    @Pathwise
    static double determinant(double scale, double shift, int n) {
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m[i][j] = Math.cos(scale * i * j + shift) + (i == j ? 0.1 : 0);
            }
        }
        double determinant = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k + 1 < n ? k + 1 : k;
            double[] row = m[pivot];
            m[pivot] = m[k];
            m[k] = row;
            determinant *= pivot == k ? row[k] : -row[k];
            for (int i = k + 1; i < n; i++) {
                double factor = m[i][k] / row[k];
                for (int j = k; j < n; j++) {
                    m[i][j] -= factor * row[j];
                }
            }
        }
        return determinant;
    }
}
