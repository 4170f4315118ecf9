package io.pathwise.montecarlo;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;

/**
 * A bar on the console, with the time that is left and the estimate so far:
 *
 * <pre>{@code
 * try (ConsoleProgress bar = ConsoleProgress.onStandardError()) {
 *     Estimate estimate = MonteCarlo.of(function).listener(bar).estimate(100, 0.2);
 * }
 * }</pre>
 *
 * <p>The bar is drawn by the library {@code me.tongfei:progressbar}, which an application that wants a bar must have among
 * its dependencies.
 */
public final class ConsoleProgress implements ProgressListener, AutoCloseable {
    private static final int REFRESH_MILLISECONDS = 250;

    private final PrintStream stream;
    private final boolean isAscii;
    private ConsoleBar bar;
    private long nextText;

    private ConsoleProgress(PrintStream stream, boolean isAscii) {
        this.stream = stream;
        this.isAscii = isAscii;
        OptionalLibrary.PROGRESS_BAR.require();
    }

    /**
     * Returns a bar on the standard error stream.
     *
     * @return a bar that appears with the first progress
     * @throws IllegalStateException if the library that draws it is missing
     */
    public static ConsoleProgress onStandardError() {
        return new ConsoleProgress(System.err, false);
    }

    /**
     * Returns a bar on a stream, in ASCII.
     *
     * @param stream receives the bar; it stays open
     * @return a bar that appears with the first progress
     * @throws IllegalStateException if the library that draws it is missing
     */
    public static ConsoleProgress on(PrintStream stream) {
        return new ConsoleProgress(Objects.requireNonNull(stream, "stream"), true);
    }

    @Override
    public void advanced(Progress progress) {
        if (bar == null) {
            bar = new ConsoleBar(stream, isAscii, progress.maximumPaths(), REFRESH_MILLISECONDS);
        }
        bar.advance(progress.paths());
        long now = progress.elapsed().toMillis();
        if (now >= nextText || progress.paths() == progress.maximumPaths()) {
            nextText = now + REFRESH_MILLISECONDS;
            Estimate estimate = progress.estimate();
            bar.text(String.format(Locale.ROOT, " %.6g ± %.2g", estimate.value(), estimate.standardError()));
        }
    }

    /** Draws the bar a last time and ends its line. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
