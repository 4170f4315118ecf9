package io.pathwise.samples.benchmarks.chain;

/** The adjoint of {@link Chain#end}, by hand. */
final class ChainExpert {
    private static final int STEPS = 10;

    double muBar;
    double sigmaBar;
    double startBar;

    private final double[] xAt = new double[STEPS];
    private final double[] sinAt = new double[STEPS];

    /** Adds the partial derivatives to the fields and returns the value. */
    double gradient(double mu, double sigma, double start, double[] shocks) {
        double[] xs = xAt;
        double[] sines = sinAt;
        double x = start;
        for (int t = 0; t < STEPS; t++) {
            double sine = Math.sin(x);
            xs[t] = x;
            sines[t] = sine;
            x = mu * sine + sigma * shocks[t] + Math.log(1 + x * x);
        }
        double value = x;

        double xBar = 1;
        double muSum = 0;
        double sigmaSum = 0;
        for (int t = STEPS - 1; t >= 0; t--) {
            x = xs[t];
            muSum += sines[t] * xBar;
            sigmaSum += shocks[t] * xBar;
            xBar *= mu * Math.cos(x) + 2 * x / (1 + x * x);
        }
        muBar += muSum;
        sigmaBar += sigmaSum;
        startBar += xBar;
        return value;
    }
}
