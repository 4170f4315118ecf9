package io.pathwise.montecarlo;

/** Thrown when a path fails: it yields NaN or an infinity, or the function throws an exception on it. */
public final class PathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long path;

    PathException(long path, String message, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /**
     * Returns which path failed.
     *
     * @return the number of the path, to be handed to {@link MonteCarlo#replay}
     */
    public long path() {
        return path;
    }
}
