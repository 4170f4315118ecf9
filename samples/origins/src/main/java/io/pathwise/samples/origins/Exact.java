package io.pathwise.samples.origins;

/** What the examples come to on average, in closed form. */
final class Exact {
    private Exact() {}

    /** The derivatives of the mean of {@link Examples#node} in slope, offset, spread and level, at the sample's point. */
    static double[] node(double slope, double offset, double spread, double level, double input, double target) {
        double mean = Math.tanh(slope * input + offset);
        double exponent = spread * input + level;
        double deviation = Math.log1p(Math.exp(exponent));
        // E (z - target)² = (mean - target)² + deviation²
        double byOffset = 2 * (mean - target) * (1 - mean * mean);
        double byLevel = 2 * deviation / (1 + Math.exp(-exponent));
        return new double[] {byOffset * input, byOffset, byLevel * input, byLevel};
    }

    /** Mean and derivative of {@link Examples#walk}: each step is linear in the height, so its mean obeys a recursion. */
    static double[] walk(double p, int steps) {
        double mean = 0;
        double derivative = 0;
        for (int i = 0; i < steps; i++) {
            double chance = 1 - (mean + i) / 200;
            derivative += chance - p * derivative / 200;
            mean += p * chance;
        }
        return new double[] {mean, derivative};
    }

    /** The mean of {@link Examples#choice}. */
    static double choice(double[] logits, double[] payoffs) {
        double[] probabilities = probabilities(logits);
        double mean = 0;
        for (int i = 0; i < logits.length; i++) {
            mean += probabilities[i] * payoffs[i];
        }
        return mean;
    }

    /** The derivatives of the mean of {@link Examples#choice} in the logits. */
    static double[] choiceDerivatives(double[] logits, double[] payoffs) {
        double[] derivatives = probabilities(logits);
        double mean = choice(logits, payoffs);
        for (int i = 0; i < logits.length; i++) {
            derivatives[i] *= payoffs[i] - mean;
        }
        return derivatives;
    }

    private static double[] probabilities(double[] logits) {
        double[] probabilities = new double[logits.length];
        double total = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i]);
            total += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= total;
        }
        return probabilities;
    }
}
