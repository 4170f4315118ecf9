package io.pathwise.montecarlo;

/**
 * The regression of quantities on control variates, from their moments. Solves the normal equations by Cholesky's
 * factorisation; there are few controls.
 */
final class Regression {
    private final Moments moments;
    private final int firstControl;
    private final int controls;
    private final double[][] factor;
    /** Of the controls' means, how far from what is known. */
    private final double[] surplus;

    Regression(Moments moments, double[] knownMeans) {
        this.moments = moments;
        controls = moments.controls();
        firstControl = moments.size() - controls;
        factor = cholesky();
        surplus = new double[controls];
        for (int i = 0; i < controls; i++) {
            surplus[i] = moments.mean(firstControl + i) - knownMeans[i];
        }
    }

    private double[][] cholesky() {
        double[][] lower = new double[controls][controls];
        for (int i = 0; i < controls; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = moments.products(i, firstControl + j);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? pivot(i, sum) : sum / lower[j][j];
            }
        }
        return lower;
    }

    private double pivot(int control, double square) {
        if (!(square > 1e-12 * moments.products(control, firstControl + control))) {
            throw new IllegalArgumentException("control variate " + (control + 1) + " of " + controls
                    + " does not vary, or is a linear function of those before it");
        }
        return Math.sqrt(square);
    }

    /** Solves L x = right, L being the factor. */
    private double[] solve(double[] right) {
        double[] solution = new double[controls];
        for (int i = 0; i < controls; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * solution[k];
            }
            solution[i] = sum / factor[i][i];
        }
        return solution;
    }

    private double[] productsWith(int quantity) {
        double[] products = new double[controls];
        for (int i = 0; i < controls; i++) {
            products[i] = moments.products(i, quantity);
        }
        return products;
    }

    /** The mean less what the controls' surplus explains. */
    double mean(int quantity) {
        return moments.mean(quantity) - dot(solve(productsWith(quantity)), solve(surplus));
    }

    /** The standard error of that mean, with the part that comes from estimating the coefficients. */
    double standardError(int quantity) {
        double[] explained = solve(productsWith(quantity));
        double[] shift = solve(surplus);
        double residual = Math.max(moments.squares(quantity) - dot(explained, explained), 0);
        double variance = residual / degreesOfFreedom();
        return Math.sqrt(variance * (1.0 / moments.count() + dot(shift, shift)));
    }

    long degreesOfFreedom() {
        return moments.count() - 1 - controls;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
