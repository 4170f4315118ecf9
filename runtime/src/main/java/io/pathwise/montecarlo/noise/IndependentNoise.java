package io.pathwise.montecarlo.noise;

import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Pseudo-random noise, independent from path to path. Normals come from a modified ziggurat (C. McFarland, A modified
 * ziggurat algorithm for generating exponentially and normally distributed pseudorandom numbers, Journal of Statistical
 * Computation and Simulation 86, 2016), which is three times as fast as inversion. Normals and uniforms have generators of
 * their own, so that a path which turns out to need more of one kind keeps what it has of the other.
 */
public final class IndependentNoise implements NoiseSource {
    private final PathGenerator normalGenerator;
    private final PathGenerator uniformGenerator;
    private final SharedStateContinuousSampler ziggurat;
    private long path;

    /**
     * Creates a source.
     *
     * @param seed any number; different seeds give unrelated noise
     */
    public IndependentNoise(long seed) {
        normalGenerator = new PathGenerator(Mixing.seed(seed, 1));
        uniformGenerator = new PathGenerator(Mixing.seed(seed, 2));
        ziggurat = ZigguratSampler.NormalizedGaussian.of(normalGenerator);
    }

    /**
     * Creates a source of paths that none of the seed's own paths has to do with.
     *
     * @param seed any number
     * @return the source
     */
    public static IndependentNoise ofPilot(long seed) {
        return new IndependentNoise(Mixing.seed(seed, 4));
    }

    @Override
    public void start(long path) {
        this.path = path;
    }

    @Override
    public void normals(double[] target, int from, int to) {
        if (from == 0) {
            normalGenerator.start(path);
        }
        for (int i = from; i < to; i++) {
            target[i] = ziggurat.sample();
        }
    }

    @Override
    public void uniforms(double[] target, int from, int to) {
        if (from == 0) {
            uniformGenerator.start(path);
        }
        for (int i = from; i < to; i++) {
            target[i] = uniformGenerator.nextUniform();
        }
    }
}
