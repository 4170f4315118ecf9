package io.pathwise.montecarlo;

import io.pathwise.montecarlo.noise.AntitheticNoise;
import io.pathwise.montecarlo.noise.IndependentNoise;
import io.pathwise.montecarlo.noise.NoiseSource;
import io.pathwise.montecarlo.noise.QuasiRandomNoise;
import io.pathwise.runtime.NoiseCount;
import java.io.Serializable;

/**
 * How the noise of different paths hangs together.
 *
 * @param kind which scheme
 * @param unit how many consecutive paths form what is independent of, or balanced with, the rest: 1, the 2 paths of an
 *     antithetic pair, or one path of each quasi-random replicate
 */
record Scheme(Kind kind, int unit) implements Serializable {
    enum Kind {
        INDEPENDENT,
        ANTITHETIC,
        QUASI_RANDOM
    }

    static final Scheme INDEPENDENT = new Scheme(Kind.INDEPENDENT, 1);
    static final Scheme ANTITHETIC = new Scheme(Kind.ANTITHETIC, 2);

    static Scheme quasiRandom(int replicates) {
        return new Scheme(Kind.QUASI_RANDOM, replicates);
    }

    boolean isAntithetic() {
        return kind == Kind.ANTITHETIC;
    }

    boolean isQuasiRandom() {
        return kind == Kind.QUASI_RANDOM;
    }

    /** How many streams of numbers are averaged separately. */
    int replicates() {
        return isQuasiRandom() ? unit : 1;
    }

    NoiseSource source(long seed, NoiseCount count) {
        return switch (kind) {
            case INDEPENDENT -> new IndependentNoise(seed);
            case ANTITHETIC -> new AntitheticNoise(new IndependentNoise(seed));
            case QUASI_RANDOM -> new QuasiRandomNoise(seed, unit, count.normals(), count.uniforms());
        };
    }

    void requirePaths(long paths) {
        if (paths % unit != 0) {
            throw new IllegalArgumentException("paths must be a multiple of " + unit + " for "
                    + (isAntithetic() ? "antithetic pairs" : unit + " quasi-random replicates") + ", but is " + paths);
        }
    }

    void requireNoise(String function, long paths, NoiseCount count) {
        if (isQuasiRandom()) {
            requireCountable(function, count);
            requireDimension(function, count);
            if (paths / unit > QuasiRandomNoise.MAXIMUM_POINTS) {
                throw new IllegalArgumentException("quasi-random noise has at most " + QuasiRandomNoise.MAXIMUM_POINTS
                        + " points in each of its " + unit + " replicates, too few for " + paths + " paths");
            }
        }
    }

    private static void requireCountable(String function, NoiseCount count) {
        if (!count.isKnown()) {
            throw new IllegalArgumentException(
                    "quasi-random noise needs a fixed number of draws, but the number of draws of " + function
                            + " depends on the path; use independent or antithetic noise");
        }
    }

    private static void requireDimension(String function, NoiseCount count) {
        long dimension = (long) count.normals() + count.uniforms();
        if (dimension > QuasiRandomNoise.MAXIMUM_DIMENSION) {
            throw new IllegalArgumentException("quasi-random noise has at most " + QuasiRandomNoise.MAXIMUM_DIMENSION
                    + " draws for a path, but " + function + " needs " + dimension);
        }
        if (dimension == 0) {
            throw new IllegalArgumentException(function + " draws nothing, so it has no use for quasi-random noise");
        }
    }
}
