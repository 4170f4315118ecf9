package io.pathwise.samples.diffusion;

import io.pathwise.samples.diffusion.Denoiser.Network;

/** What tells the noise in a point at a time between 0, all data, and 1, all noise. */
@FunctionalInterface
interface NoiseModel {
    /** The expected noise in both coordinates. */
    double[] noise(double x, double y, double t);

    /** As a network has learnt it. */
    static NoiseModel of(Network network) {
        return (x, y, t) -> Denoiser.noise(network, x, y, t);
    }

    /** The best there is for data that are these points: what Bayes' theorem says. */
    static NoiseModel exact(double[][] points) {
        return (x, y, t) -> {
            double alpha = Schedule.alpha(t);
            double sigma = Schedule.sigma(t);
            double[] logs = new double[points.length];
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < points.length; i++) {
                double dx = (x - alpha * points[i][0]) / sigma;
                double dy = (y - alpha * points[i][1]) / sigma;
                logs[i] = -0.5 * (dx * dx + dy * dy);
                most = Math.max(most, logs[i]);
            }
            double total = 0;
            double noiseX = 0;
            double noiseY = 0;
            for (int i = 0; i < points.length; i++) {
                double weight = Math.exp(logs[i] - most);
                total += weight;
                noiseX += weight * (x - alpha * points[i][0]) / sigma;
                noiseY += weight * (y - alpha * points[i][1]) / sigma;
            }
            return new double[] {noiseX / total, noiseY / total};
        };
    }
}
