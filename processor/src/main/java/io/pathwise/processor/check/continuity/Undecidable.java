package io.pathwise.processor.check.continuity;

/** Thrown where values can no longer be followed; whoever asked for a proof then has none. */
final class Undecidable extends Exception {
    private static final long serialVersionUID = 1;

    Undecidable(String reason) {
        super(reason, null, false, false);
    }
}
