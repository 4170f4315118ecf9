package io.pathwise.samples.benchmarks.samplers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How far quantiles are from the references that the tests of the samplers hold them to: shapes from 1e-3 to 1e6, noise
 * from 1e-12 to 1 − 1e-12.
 *
 * @param points how many references there are
 * @param exact how many quantiles agree with theirs to twelve digits
 * @param largest the largest relative error
 */
public record QuantileAccuracy(long points, long exact, double largest) {
    private static final double TWELVE_DIGITS = 1e-12;

    /**
     * Compares a library with the references that are numbers.
     *
     * @param references a table with the columns sampler, names of parameters, parameters, noise, quantile
     * @throws IOException if the table cannot be read
     */
    public static QuantileAccuracy of(QuantileLibrary library, String sampler, Path references) throws IOException {
        try (Stream<String> lines = Files.lines(references)) {
            double[] errors = lines.map(line -> line.split(","))
                    .filter(cells -> cells[0].equals(sampler))
                    .flatMapToDouble(cells -> error(library, cells))
                    .toArray();
            DoubleSummaryStatistics summary = Arrays.stream(errors).summaryStatistics();
            long exact =
                    Arrays.stream(errors).filter(each -> each <= TWELVE_DIGITS).count();
            return new QuantileAccuracy(errors.length, exact, summary.getMax());
        }
    }

    /** The relative error, or nothing where the quantile underflows or overflows. */
    private static DoubleStream error(QuantileLibrary library, String[] cells) {
        double expected = Double.parseDouble(cells[4]);
        if (Math.abs(expected) < Double.MIN_NORMAL || Double.isInfinite(expected)) {
            return DoubleStream.empty();
        }
        double[] parameters = Arrays.stream(cells[2].split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double actual = library.quantile(cells[0], parameters).applyAsDouble(Double.parseDouble(cells[3]));
        return DoubleStream.of(Math.abs(actual - expected) / Math.abs(expected));
    }
}
