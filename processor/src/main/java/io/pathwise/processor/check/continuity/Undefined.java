package io.pathwise.processor.check.continuity;

/** A division by zero: no value follows from it, not even zero times it. */
final class Undefined extends ArithmeticException {
    private static final long serialVersionUID = 1;

    Undefined() {
        super("division by zero");
    }
}
