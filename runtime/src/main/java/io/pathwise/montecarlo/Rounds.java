package io.pathwise.montecarlo;

/**
 * After how many paths a target is looked at. The numbers follow from what was estimated, never from time, so that an
 * estimate ends after the same number of paths on any machine.
 */
final class Rounds {
    private static final long FIRST = 1 << 14;
    private static final double RESERVE = 1.05;
    private static final double LEAST_GROWTH = 1.25;
    private static final double MOST_GROWTH = 4;

    private Rounds() {}

    static long first(long maximumPaths) {
        return Math.min(FIRST, maximumPaths);
    }

    /**
     * Returns the number of paths at which to look next.
     *
     * @param paths the number so far
     * @param excess the largest ratio of standard error and target, which falls with the root of the number of paths
     * @param scheme with quasi-random noise the number is doubled, as the points are balanced at powers of 2
     * @param maximumPaths the cap
     */
    static long next(long paths, double excess, Scheme scheme, long maximumPaths) {
        double growth =
                scheme.isQuasiRandom() ? 2 : Math.min(MOST_GROWTH, Math.max(LEAST_GROWTH, RESERVE * excess * excess));
        double next = Block.PATHS * Math.ceil(paths * growth / Block.PATHS);
        return (long) Math.min(next, maximumPaths);
    }
}
