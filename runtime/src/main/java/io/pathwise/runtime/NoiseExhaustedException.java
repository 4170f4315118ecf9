package io.pathwise.runtime;

/** Thrown when a path needs more noise than its caller handed to it. */
public final class NoiseExhaustedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String method;
    private final NoiseKind kind;
    private final int needed;
    private final int given;

    private NoiseExhaustedException(String amount, String method, NoiseKind kind, int needed, int given) {
        super(method + " needs " + amount + ", but got " + given);
        this.method = method;
        this.kind = kind;
        this.needed = needed;
        this.given = given;
    }

    /** For a path whose need is known before it runs. */
    static NoiseExhaustedException exactly(String method, NoiseKind kind, int needed, int given) {
        return new NoiseExhaustedException(kind.amount(needed), method, kind, needed, given);
    }

    /** For a path whose need shows only while it runs. */
    static NoiseExhaustedException atLeast(String method, NoiseKind kind, int needed, int given) {
        return new NoiseExhaustedException("at least " + kind.amount(needed), method, kind, needed, given);
    }

    /**
     * Returns what happened as it looks to a caller that handed over one uniform number more, which the path did not see.
     *
     * @return this exception, if it is about normal noise; otherwise one with both counts greater by one
     */
    public NoiseExhaustedException afterFirstUniform() {
        if (kind == NoiseKind.NORMAL) {
            return this;
        }
        NoiseExhaustedException whole = atLeast(method, kind, needed + 1, given + 1);
        whole.initCause(this);
        return whole;
    }

    /**
     * Returns the differentiated method that ran out of noise.
     *
     * @return its class and name, such as {@code Walk.terminal}
     */
    public String method() {
        return method;
    }

    /**
     * Returns the kind of noise that was too short.
     *
     * @return the kind of noise
     */
    public NoiseKind kind() {
        return kind;
    }

    /**
     * Returns how many draws of that kind the path needs. When the number depends on the path, that is the number known
     * so far, and the whole path may need more.
     *
     * @return the number of draws, greater than {@link #given()}
     */
    public int needed() {
        return needed;
    }

    /**
     * Returns how many draws of that kind the caller handed over.
     *
     * @return the length of the array of noise
     */
    public int given() {
        return given;
    }
}
