package io.pathwise.montecarlo.noise;

/**
 * Nested uniform scrambling of points of the unit cube: each bit of a coordinate is flipped or not depending on all the
 * bits before it. The decisions come from a hash, so that nothing is stored and points can be scrambled in any order (B.
 * Burley, Practical Hash-based Owen Scrambling, Journal of Computer Graphics Techniques 9, 2020; the hash is that of S.
 * Laine and T. Karras, Stratified Sampling for Stochastic Transparency, 2011).
 */
final class NestedScrambling {
    private static final double TWO_TO_32 = 0x1p32;

    private final int[] hashSeeds;
    private final long tailSeed;

    NestedScrambling(long seed, int dimension) {
        hashSeeds = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            hashSeeds[i] = (int) (Mixing.mix(seed + i * Mixing.GOLDEN) >>> 32);
        }
        tailSeed = Mixing.seed(seed, -1);
    }

    /** Scrambles a coordinate, a multiple of 2⁻³² in [0, 1), into a number of (0, 1). */
    double uniform(double coordinate, int dimension) {
        int upper = scramble((int) (long) (coordinate * TWO_TO_32), hashSeeds[dimension]);
        // two points of a replicate never share all of their first 32 bits, so the bits after them are independent
        long lower = Mixing.mix(tailSeed + upper + ((long) dimension << 32));
        return Uniforms.of(((long) upper << 32) | (lower >>> 32));
    }

    /** In reverse order of bits, sums and products carry only from earlier bits of the coordinate to later ones. */
    private static int scramble(int bits, int seed) {
        int x = Integer.reverse(bits) + seed;
        x ^= x * 0x6c50b47c;
        x ^= x * 0xb82f1e52;
        x ^= x * 0xc7afe638;
        x ^= x * 0x8d22f6e6;
        return Integer.reverse(x);
    }
}
