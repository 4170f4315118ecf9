package io.pathwise.samples.diffusion;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * From noise to data: J. Song, C. Meng and S. Ermon, Denoising Diffusion Implicit Models, ICLR 2021. Each step takes the noise
 * that the model sees out of the points and puts less of it in again.
 */
final class ReverseProcess {
    private static final double START = 0.98;

    private final double[][] points;
    private final int steps;
    private int step;

    /** Points of noise, at the time from which the process goes back in so many steps. */
    ReverseProcess(int size, int steps, long seed) {
        this.steps = steps;
        RandomGenerator random = new SplittableRandom(seed);
        points = new double[size][2];
        for (double[] point : points) {
            point[0] = random.nextGaussian();
            point[1] = random.nextGaussian();
        }
    }

    /** The time of the points. */
    double time() {
        return START * (steps - step) / steps;
    }

    /** The points as they are now. */
    double[][] points() {
        double[][] copy = new double[points.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = points[i].clone();
        }
        return copy;
    }

    /** Goes back to a time, or as far as whole steps go. */
    void backTo(double time, NoiseModel model) {
        while (step < steps && time() > time) {
            double before = time();
            step++;
            for (double[] point : points) {
                move(point, before, time(), model.noise(point[0], point[1], before));
            }
        }
    }

    private static void move(double[] point, double from, double to, double[] noise) {
        for (int i = 0; i < 2; i++) {
            double data = (point[i] - Schedule.sigma(from) * noise[i]) / Schedule.alpha(from);
            point[i] = Schedule.alpha(to) * data + Schedule.sigma(to) * noise[i];
        }
    }
}
