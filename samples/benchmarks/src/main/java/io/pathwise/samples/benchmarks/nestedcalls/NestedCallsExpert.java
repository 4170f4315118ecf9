package io.pathwise.samples.benchmarks.nestedcalls;

/** The adjoint of {@link NestedCalls#position}, by hand. */
final class NestedCallsExpert {
    private static final int STEPS = 1000;

    double startBar;
    double stiffnessBar;
    double sharpnessBar;
    double temperatureBar;

    private final double[] xAt = new double[STEPS];
    private final double[] attenuationAt = new double[STEPS];
    private final double[] softenedAt = new double[STEPS];

    /** Adds the partial derivatives to the fields and returns the value. */
    double gradient(double start, double stiffness, double sharpness, double temperature, double[] shocks) {
        double[] xs = xAt;
        double[] attenuations = attenuationAt;
        double[] softeneds = softenedAt;
        double pull = 0.01 * stiffness;
        double halfSquare = 0.5 * sharpness * sharpness;
        double x = start;
        for (int t = 0; t < STEPS; t++) {
            double softened = Math.sqrt(1 + halfSquare * (x * x));
            double attenuation = 1 / (1 + softened);
            xs[t] = x;
            softeneds[t] = softened;
            attenuations[t] = attenuation;
            x += temperature * shocks[t] - pull * x * attenuation;
        }
        double value = x;

        double xBar = 1;
        double stiffnessSum = 0;
        double halfSquareSum = 0;
        double temperatureSum = 0;
        for (int t = STEPS - 1; t >= 0; t--) {
            x = xs[t];
            double attenuation = attenuations[t];
            temperatureSum += shocks[t] * xBar;
            stiffnessSum += x * attenuation * xBar;
            // ∂attenuation/∂energy = -attenuation² / (2 softened), times x² for the energy's own derivative.
            double slope = x * x * (attenuation * attenuation / softeneds[t]);
            halfSquareSum += slope * x * xBar;
            xBar -= pull * (attenuation - halfSquare * slope) * xBar;
        }
        startBar += xBar;
        stiffnessBar -= 0.01 * stiffnessSum;
        sharpnessBar += 0.5 * sharpness * pull * halfSquareSum;
        temperatureBar += temperatureSum;
        return value;
    }
}
