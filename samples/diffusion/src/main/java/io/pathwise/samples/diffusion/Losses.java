package io.pathwise.samples.diffusion;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What a model loses on noisy points: the quantity that is trained, for any model. */
final class Losses {
    private Losses() {}

    /** The mean squared error of the noise, over draws of point, time and noise. */
    static double of(NoiseModel model, double[][] points, int draws, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            double[] point = points[random.nextInt(points.length)];
            double t = random.nextDouble(Double.MIN_NORMAL, 1);
            double epsilonX = random.nextGaussian();
            double epsilonY = random.nextGaussian();
            double alpha = Schedule.alpha(t);
            double sigma = Schedule.sigma(t);
            double[] noise = model.noise(alpha * point[0] + sigma * epsilonX, alpha * point[1] + sigma * epsilonY, t);
            sum += square(noise[0] - epsilonX) + square(noise[1] - epsilonY);
        }
        return sum / draws;
    }

    private static double square(double x) {
        return x * x;
    }
}
