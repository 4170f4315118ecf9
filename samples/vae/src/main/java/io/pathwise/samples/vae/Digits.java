package io.pathwise.samples.vae;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Handwritten digits of 8 × 8 pixels: E. Alpaydin and C. Kaynak (1998), see digits-SOURCE.txt. */
final class Digits {
    static final int SIDE = 8;
    static final int PIXELS = SIDE * SIDE;
    private static final double BLACK = 16;

    private Digits() {}

    /** All images, pixels from 0 to 1, row by row. */
    static double[][] load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Digits.class.getResourceAsStream("digits.csv.gz")), StandardCharsets.US_ASCII))) {
            return lines.lines().map(Digits::image).toArray(double[][]::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The last number of a line is the digit. */
    private static double[] image(String line) {
        return Arrays.stream(line.split(","))
                .limit(PIXELS)
                .mapToDouble(pixel -> Double.parseDouble(pixel) / BLACK)
                .toArray();
    }
}
