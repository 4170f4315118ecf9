package io.pathwise.montecarlo;

import java.io.Serializable;
import java.util.stream.IntStream;

/** All that is remembered of a number of paths. */
final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long paths;
    /** One for each replicate of quasi-random noise, else one. */
    private final Moments[] replicates;

    private final Extremes extremes;
    private final Skipped skipped;

    Tally(long paths, Moments[] replicates, Extremes extremes, Skipped skipped) {
        this.paths = paths;
        this.replicates = replicates;
        this.extremes = extremes;
        this.skipped = skipped;
    }

    /** Paths that come after one another; the order fixes how sums are rounded. */
    static Tally merge(Tally earlier, Tally later) {
        Moments[] merged = IntStream.range(0, earlier.replicates.length)
                .mapToObj(i -> Moments.merge(earlier.replicates[i], later.replicates[i]))
                .toArray(Moments[]::new);
        return new Tally(
                earlier.paths + later.paths,
                merged,
                Extremes.merge(earlier.extremes, later.extremes),
                Skipped.merge(earlier.skipped, later.skipped));
    }

    /** How many paths ran, those that were skipped included. */
    long paths() {
        return paths;
    }

    int replicates() {
        return replicates.length;
    }

    Moments moments(int replicate) {
        return replicates[replicate];
    }

    Extremes extremes() {
        return extremes;
    }

    Skipped skipped() {
        return skipped;
    }
}
