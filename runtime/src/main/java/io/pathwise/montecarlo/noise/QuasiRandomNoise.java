package io.pathwise.montecarlo.noise;

import org.apache.commons.numbers.gamma.InverseErfc;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Quasi-random noise: the points of a Sobol sequence (I. Sobol 1967, with the direction numbers of S. Joe and F. Kuo 2008),
 * in several replicates, each scrambled by itself. Path p is point p / R of replicate p mod R; its first coordinates are
 * the normals, by the inverse of their distribution function, the others the uniforms.
 *
 * <p>Every coordinate of every path is uniform, so that each replicate is unbiased, and the replicates are independent, so
 * that their spread gives the standard error (A. Owen, Randomly permuted (t,m,s)-nets and (t,s)-sequences, 1995). The
 * points include the origin, without which the sequence is unbalanced (A. Owen, On dropping the first Sobol' point, 2022).
 */
public final class QuasiRandomNoise implements NoiseSource {
    /** The greatest number of coordinates for which there are direction numbers. */
    public static final int MAXIMUM_DIMENSION = 21_201;

    /** Points further on differ in bits that the scrambling does not see. */
    public static final long MAXIMUM_POINTS = 1L << 31;

    private static final long NONE = -2;

    private final int normalCount;
    private final int uniformCount;
    private final int replicates;
    private final NestedScrambling[] scramblings;
    private final SobolSequenceGenerator sequence;
    private long currentPoint = NONE;
    private double[] coordinates;
    private NestedScrambling scrambling;

    /**
     * Creates a source.
     *
     * @param seed any number; different seeds give unrelated scramblings
     * @param replicates the number R of independent replicates
     * @param normalCount the number of normals of each path
     * @param uniformCount the number of uniforms of each path; with the normals from 1 to {@link #MAXIMUM_DIMENSION}
     */
    public QuasiRandomNoise(long seed, int replicates, int normalCount, int uniformCount) {
        this.normalCount = normalCount;
        this.uniformCount = uniformCount;
        this.replicates = replicates;
        int dimension = normalCount + uniformCount;
        sequence = new SobolSequenceGenerator(dimension);
        scramblings = new NestedScrambling[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            scramblings[replicate] = new NestedScrambling(Mixing.seed(Mixing.seed(seed, 3), replicate), dimension);
        }
    }

    @Override
    public void start(long path) {
        long point = path / replicates;
        if (point == currentPoint + 1) {
            coordinates = sequence.nextVector();
        } else if (point != currentPoint) {
            coordinates = sequence.skipTo(Math.toIntExact(point));
        }
        currentPoint = point;
        scrambling = scramblings[(int) (path % replicates)];
    }

    @Override
    public void normals(double[] target, int from, int to) {
        requireAtMost(normalCount, to);
        for (int i = from; i < to; i++) {
            target[i] = inverseNormal(scrambling.uniform(coordinates[i], i));
        }
    }

    @Override
    public void uniforms(double[] target, int from, int to) {
        requireAtMost(uniformCount, to);
        for (int i = from; i < to; i++) {
            target[i] = scrambling.uniform(coordinates[normalCount + i], normalCount + i);
        }
    }

    private static void requireAtMost(int count, int asked) {
        if (asked > count) {
            throw new IllegalStateException("a path asks for " + asked + " draws, but announced " + count
                    + ", and quasi-random noise cannot grow");
        }
    }

    /** The quantile of the standard normal distribution, to nearly all digits, in both tails alike. */
    static double inverseNormal(double u) {
        double tail = Math.min(u, 1 - u);
        double distance = Math.sqrt(2) * InverseErfc.value(2 * tail);
        return u < 0.5 ? -distance : distance;
    }
}
