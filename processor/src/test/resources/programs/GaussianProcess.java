package demo;

import io.pathwise.Pathwise;

/** The logarithm of a Gaussian process's likelihood, by Cholesky's factors and forward substitution. */
final class GaussianProcess {
    private GaussianProcess() {}

    @Pathwise
    static double logLikelihood(double[] x, double[] y, double amplitude, double length, double noise) {
        int n = x.length;
        double[][] factor = new double[n][n];
        double[] whitened = new double[n];
        double logLikelihood = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double distance = (x[i] - x[j]) / length;
                double sum = amplitude * amplitude * Math.exp(-0.5 * distance * distance);
                if (i == j) {
                    sum += noise * noise;
                }
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
            double rest = y[i];
            for (int k = 0; k < i; k++) {
                rest -= factor[i][k] * whitened[k];
            }
            whitened[i] = rest / factor[i][i];
            logLikelihood -= 0.5 * whitened[i] * whitened[i] + Math.log(factor[i][i]);
        }
        return logLikelihood;
    }
}
