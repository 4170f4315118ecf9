package io.pathwise.montecarlo;

/**
 * Is told how an estimate comes along, every few thousand paths or fewer, on the thread that asked for the estimate. An
 * exception that it throws ends the estimate; to end it with the paths that are done, interrupt the current thread.
 */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Called whenever more paths are done, the last time when all are.
     *
     * @param progress how far the estimate has come
     */
    void advanced(Progress progress);
}
