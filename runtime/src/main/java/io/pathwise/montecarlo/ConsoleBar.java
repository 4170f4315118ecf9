package io.pathwise.montecarlo;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The library's bar, in a class of its own, since this class cannot even be loaded where the library is missing. */
final class ConsoleBar {
    private final ProgressBar bar;

    ConsoleBar(PrintStream stream, boolean isAscii, long maximumPaths, int refreshMilliseconds) {
        bar = new ProgressBarBuilder()
                .setTaskName("paths")
                .setInitialMax(maximumPaths)
                .setUpdateIntervalMillis(refreshMilliseconds)
                .setStyle(isAscii ? ProgressBarStyle.ASCII : ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setConsumer(new ConsoleProgressBarConsumer(stream))
                .build();
    }

    void advance(long paths) {
        bar.stepTo(paths);
    }

    void text(String text) {
        bar.setExtraMessage(text);
    }

    void close() {
        bar.close();
    }
}
