package io.pathwise.montecarlo;

/**
 * The paths whose results are summed one after the other: 64 consecutive ones. Blocks are merged in a fixed tree, so how
 * many of them a thread or a machine takes at a time does not matter.
 */
final class Block {
    static final int PATHS = 64;

    private Block() {}

    /** How many blocks the given number of paths fill, the last perhaps not wholly. */
    static long count(long paths) {
        return (paths + PATHS - 1) / PATHS;
    }
}
