package io.pathwise.montecarlo.noise;

/** Bijections that spread seeds and counters over all 64 bits. */
final class Mixing {
    /** 2⁶⁴ divided by the golden ratio, made odd: the step of SplitMix64. */
    static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Mixing() {}

    /**
     * The finaliser of SplitMix64, variant 13 of D. Stafford. G. Steele, D. Lea and C. Flood, Fast Splittable Pseudorandom
     * Number Generators, OOPSLA 2014.
     */
    static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A seed for one of the purposes of a run, unrelated to those of the others. */
    static long seed(long seed, long purpose) {
        return mix(mix(seed + GOLDEN) + purpose * GOLDEN);
    }
}
