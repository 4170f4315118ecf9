package io.pathwise.optimize;

import java.util.SplittableRandom;

/** All numbers from 0 to n − 1 in random order, again and again, each time in another order. */
final class Shuffle {
    private final int[] order;
    private final long seed;
    private long epoch = -1;

    Shuffle(int size, long seed) {
        this.order = new int[size];
        this.seed = seed;
    }

    /** Returns the number at a place of the endless sequence; the same whatever was asked before. */
    int at(long place) {
        if (place / order.length != epoch) {
            epoch = place / order.length;
            shuffle(new SplittableRandom(seed * 31 + epoch));
        }
        return order[(int) (place % order.length)];
    }

    /** R. Fisher and F. Yates, in the form of R. Durstenfeld (1964). */
    private void shuffle(SplittableRandom random) {
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
    }
}
