package io.pathwise.montecarlo.noise;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A generator that starts anew, in a few nanoseconds, for each path.
 *
 * <p>It is xoroshiro128++ (D. Blackman and S. Vigna, Scrambled Linear Pseudorandom Number Generators, ACM Transactions on
 * Mathematical Software 47, 2021), started at a state that is a hash of seed and path. For one seed the states of
 * different paths differ, as the hash's first half is a bijection of the path. That the sequences of two of P paths of L
 * draws overlap has a probability of about P² L / 2¹²⁸: 10⁻¹⁷ for 10⁹ paths of 1,000 draws. A generator of its own for
 * each path, rather than a counter hashed for each draw, is what lets the ziggurat consume as many bits as it likes, and
 * is twice as fast as the counter-based generators.
 */
final class PathGenerator implements UniformRandomProvider {
    private final long seed;
    private long low;
    private long high;

    PathGenerator(long seed) {
        this.seed = seed;
    }

    void start(long path) {
        long state = Mixing.mix(seed + path * Mixing.GOLDEN);
        low = Mixing.mix(state + Mixing.GOLDEN);
        high = Mixing.mix(state + 2 * Mixing.GOLDEN);
    }

    @Override
    public long nextLong() {
        long a = low;
        long b = high;
        long result = Long.rotateLeft(a + b, 17) + a;
        b ^= a;
        low = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
        high = Long.rotateLeft(b, 28);
        return result;
    }

    /**
     * Returns an odd multiple of 2⁻⁵³: neither 0 nor 1, and 1 − u is as exact and as probable as u, which antithetic paths
     * rely on.
     */
    double nextUniform() {
        return Uniforms.of(nextLong());
    }
}
