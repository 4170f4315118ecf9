package io.pathwise.montecarlo;

import java.time.Duration;
import java.util.Objects;

/** How far an estimate has come. */
public final class Progress {
    private final PartialEstimate done;
    private final long maximumPaths;
    private final Duration elapsed;

    Progress(PartialEstimate done, long maximumPaths, Duration elapsed) {
        this.done = Objects.requireNonNull(done);
        this.maximumPaths = maximumPaths;
        this.elapsed = elapsed;
    }

    /**
     * Returns how many paths ran so far.
     *
     * @return the number
     */
    public long paths() {
        return done.paths();
    }

    /**
     * Returns after how many paths the estimate ends at the latest; a target for the standard error may end it before.
     *
     * @return the number
     */
    public long maximumPaths() {
        return maximumPaths;
    }

    /**
     * Returns the time since the estimate began.
     *
     * @return the time on the clock
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Returns the estimate so far. It is computed when asked for. Which paths are done depends on the threads, so unlike
     * the final estimate it differs from run to run.
     *
     * @return the estimate, marked as partial
     */
    public Estimate estimate() {
        return done.toEstimate(true);
    }
}
