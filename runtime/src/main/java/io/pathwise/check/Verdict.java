package io.pathwise.check;

/** What a comparison of a partial derivative with differences came to. */
public enum Verdict {
    /** Forward mode, reverse mode and differences agree. */
    AGREES("agrees"),

    /**
     * The point lies at a kink: the slopes on its two sides differ, and the derivative is one of them or lies between, which
     * is all that can be asked of it.
     */
    KINK("kink"),

    /**
     * The derivative of the path passes through draws of whole numbers and is right in the mean only, which is compared
     * besides; the two modes agree.
     */
    RANDOM("random, see the mean"),

    /** The differences are too inaccurate to tell, as at a jump or next to a singularity; the two modes agree. */
    UNDECIDED("undecided"),

    /** Forward and reverse mode disagree with each other or with the differences. */
    DISAGREES("DISAGREES");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
