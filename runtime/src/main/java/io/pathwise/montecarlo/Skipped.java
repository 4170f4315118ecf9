package io.pathwise.montecarlo;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.LongStream;

/** How many paths yielded something that is not finite, and which were the first of them. */
final class Skipped implements Serializable {
    private static final long serialVersionUID = 1L;

    /** So many are remembered; more would let memory grow with the number of paths. */
    static final int REMEMBERED = 100;

    static final Skipped NONE = new Skipped(0, new long[0]);

    private final long count;
    private final long[] first;

    private Skipped(long count, long[] first) {
        this.count = count;
        this.first = first;
    }

    static Skipped merge(Skipped a, Skipped b) {
        if (a.count == 0 || b.count == 0) {
            return a.count == 0 ? b : a;
        }
        long[] first = LongStream.concat(Arrays.stream(a.first), Arrays.stream(b.first))
                .sorted()
                .limit(REMEMBERED)
                .toArray();
        return new Skipped(a.count + b.count, first);
    }

    Skipped with(long path) {
        return merge(this, new Skipped(1, new long[] {path}));
    }

    long count() {
        return count;
    }

    long[] first() {
        return first.clone();
    }
}
