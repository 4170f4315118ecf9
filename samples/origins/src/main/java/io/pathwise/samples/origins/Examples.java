package io.pathwise.samples.origins;

import io.pathwise.Constant;
import io.pathwise.Discrete;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** The textbook examples, each as one would write it without thinking of derivatives. */
final class Examples {
    private Examples() {}

    /** A draw, and nothing else: ŷ = μ + σ·ε. */
    @Pathwise
    static double gaussian(double mean, double deviation) {
        return Sampler.normal(mean, deviation);
    }

    /** The mean of this is the scale. */
    @Pathwise
    static double exponential(double scale) {
        return Sampler.exponential(scale);
    }

    /** The mean of this is 2·scale². */
    @Pathwise
    static double exponentialSquared(double scale) {
        double x = Sampler.exponential(scale);
        return x * x;
    }

    /**
     * A draw inside a larger graph: mean and deviation are functions of an input, and the draw is compared with a target.
     */
    @Pathwise
    static double node(
            double slope, double offset, double spread, double level, @Constant double input, @Constant double target) {
        double mean = Math.tanh(slope * input + offset);
        double deviation = Math.log1p(Math.exp(spread * input + level));
        double latent = Sampler.normal(mean, deviation);
        double error = latent - target;
        return error * error;
    }

    /** The average of a function of several draws: the same mean as of one, with less noise. */
    @Pathwise
    static double averaged(double mean, double deviation, int draws) {
        double sum = 0;
        for (int k = 0; k < draws; k++) {
            double z = Sampler.normal(mean, deviation);
            sum += z * z;
        }
        return sum / draws;
    }

    /** 4 with probability p, else 1. */
    @Pathwise
    static double coin(double p) {
        return Sampler.bernoulli(p) == 1 ? 4 : 1;
    }

    /** A walk that goes up less often the higher it is and the longer it has gone on. */
    @Pathwise
    static double walk(double p, int steps) {
        int height = 0;
        for (int i = 0; i < steps; i++) {
            height += Sampler.bernoulli(p * (1 - (height + i) / 200.0));
        }
        return height;
    }

    /** The payoff of one of several options, of which more likely ones have higher logits. */
    @Pathwise
    static double choice(double[] logits, @Constant double[] payoffs) {
        return payoffs[Sampler.categorical(weights(logits))];
    }

    /** The same, differentiated by the score function. */
    @Pathwise(discrete = Discrete.SCORE_FUNCTION)
    static double scoredChoice(double[] logits, @Constant double[] payoffs) {
        return payoffs[Sampler.categorical(weights(logits))];
    }

    /**
     * The choice relaxed by Gumbel-softmax: a mixture of all options, the closer to a choice of one the lower the
     * temperature.
     *
     * <p>E. Jang, S. Gu and B. Poole, Categorical Reparameterization with Gumbel-Softmax, ICLR 2017.
     */
    @Pathwise
    static double relaxedChoice(double[] logits, @Constant double[] payoffs, @Constant double temperature) {
        double total = 0;
        double weighted = 0;
        for (int i = 0; i < logits.length; i++) {
            double weight = Math.exp((logits[i] + Sampler.gumbel(0, 1)) / temperature);
            total += weight;
            weighted += weight * payoffs[i];
        }
        return weighted / total;
    }

    @Pathwise
    private static double[] weights(double[] logits) {
        double[] weights = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            weights[i] = Math.exp(logits[i]);
        }
        return weights;
    }
}
