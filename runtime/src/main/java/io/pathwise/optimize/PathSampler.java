package io.pathwise.optimize;

import io.pathwise.montecarlo.noise.IndependentNoise;
import io.pathwise.montecarlo.noise.PathNoise;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;

/** Runs single paths of a function. */
final class PathSampler {
    private final PathwiseFunction function;
    private final IndependentNoise source;
    private final double[] gradient;
    private PathNoise noise;
    private NoiseCount count;
    private double value;

    PathSampler(PathwiseFunction function, long seed) {
        this.function = function;
        this.source = new IndependentNoise(seed);
        this.gradient = new double[function.parameterNames().size()];
    }

    /** Adds the gradient on a path, times a weight, to a sum. Returns the value. */
    double addGradient(long path, double[] parameters, double weight, double[] sum) {
        noiseAt(parameters).run(path, (normals, uniforms) -> {
            Arrays.fill(gradient, 0);
            value = function.gradient(parameters, normals, uniforms, gradient);
        });
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * gradient[i];
        }
        return value;
    }

    private PathNoise noiseAt(double[] parameters) {
        NoiseCount needed = function.noise(parameters);
        if (!needed.equals(count)) {
            count = needed;
            noise = new PathNoise(source, needed);
        }
        return noise;
    }
}
