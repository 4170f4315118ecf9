package io.pathwise.samples.benchmarks.peers;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Arrays of one row for each path, as libraries that compute all paths at once want them. */
final class Batches {
    private Batches() {}

    /** Rows become columns. */
    static double[][] transpose(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToObj(column ->
                        Arrays.stream(rows).mapToDouble(row -> row[column]).toArray())
                .toArray(double[][]::new);
    }
}
