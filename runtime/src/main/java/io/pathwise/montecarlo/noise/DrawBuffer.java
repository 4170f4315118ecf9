package io.pathwise.montecarlo.noise;

import java.util.Arrays;

/**
 * An array of draws that grows with the needs of paths, and shrinks when they turn out to have been rare. Its length is
 * what a path sees as the end of its noise, so that it never reads what an earlier path left behind.
 */
final class DrawBuffer {
    private static final int SMALLEST = 16;

    /** How many paths in a row must get along with an array before one of half the length is tried again. */
    private static final int PATIENCE = 64;

    private final int smallest;
    private double[] draws;
    private int calmPaths;

    private DrawBuffer(int smallest) {
        this.smallest = smallest;
        this.draws = new double[smallest];
    }

    static DrawBuffer ofSize(int size) {
        return new DrawBuffer(size);
    }

    static DrawBuffer growing() {
        return new DrawBuffer(SMALLEST);
    }

    /** Begins a path. Returns the array to fill. */
    double[] start() {
        if (draws.length > smallest && ++calmPaths > PATIENCE) {
            calmPaths = 0;
            draws = new double[Math.max(smallest, draws.length / 2)];
        }
        return draws;
    }

    double[] draws() {
        return draws;
    }

    int size() {
        return draws.length;
    }

    /** Makes room for at least the given number of draws, and keeps those that are there. */
    void grow(int needed) {
        calmPaths = 0;
        draws = Arrays.copyOf(draws, Math.max(needed, 2 * draws.length));
    }
}
