package io.pathwise.processor.analyze;

/**
 * What is known of a number's sign: which of the three it may have. Rounding is left out of account here: {@link
 * #truncated} accounts for underflow where it can happen.
 *
 * @param mayBeNegative whether it is not excluded that the number is below zero
 * @param mayBeZero whether it is not excluded that the number is zero
 * @param mayBePositive whether it is not excluded that the number is above zero
 */
public record Sign(boolean mayBeNegative, boolean mayBeZero, boolean mayBePositive) {
    public static final Sign UNKNOWN = new Sign(true, true, true);
    public static final Sign POSITIVE = new Sign(false, false, true);
    public static final Sign NONNEGATIVE = new Sign(false, true, true);
    public static final Sign NEGATIVE = new Sign(true, false, false);
    public static final Sign NONPOSITIVE = new Sign(true, true, false);
    public static final Sign ZERO = new Sign(false, true, false);
    public static final Sign NONZERO = new Sign(true, false, true);

    /** The sign of a number. */
    public static Sign of(double value) {
        return new Sign(value < 0, value == 0, value > 0);
    }

    /** Whether it is certainly positive. */
    public boolean isPositive() {
        return mayBePositive && !mayBeZero && !mayBeNegative;
    }

    /** Whether it is certainly zero or positive. */
    public boolean isNonNegative() {
        return !mayBeNegative;
    }

    /** Whether it is certainly not zero. */
    public boolean isNonZero() {
        return !mayBeZero;
    }

    /** The sign of the number's negative. */
    public Sign negated() {
        return new Sign(mayBePositive, mayBeZero, mayBeNegative);
    }

    /** The sign of the number's absolute value. */
    public Sign absolute() {
        return new Sign(false, mayBeZero, mayBePositive || mayBeNegative);
    }

    /** The signs that this excludes. */
    public Sign complement() {
        return new Sign(!mayBeNegative, !mayBeZero, !mayBePositive);
    }

    /** Whether a number can have a sign of both. */
    public boolean overlaps(Sign other) {
        return mayBeNegative && other.mayBeNegative
                || mayBeZero && other.mayBeZero
                || mayBePositive && other.mayBePositive;
    }

    /** What is known if both are known of the same number; a contradiction says nothing. */
    public Sign and(Sign other) {
        Sign both = new Sign(
                mayBeNegative && other.mayBeNegative,
                mayBeZero && other.mayBeZero,
                mayBePositive && other.mayBePositive);
        return both.mayBeNegative || both.mayBeZero || both.mayBePositive ? both : UNKNOWN;
    }

    /** What is known of a number that is one of the two. */
    public Sign or(Sign other) {
        return new Sign(
                mayBeNegative || other.mayBeNegative,
                mayBeZero || other.mayBeZero,
                mayBePositive || other.mayBePositive);
    }

    /** The sign of a sum. */
    public Sign plus(Sign other) {
        boolean cancels = mayBeNegative && other.mayBePositive || mayBePositive && other.mayBeNegative;
        return new Sign(
                mayBeNegative || other.mayBeNegative,
                mayBeZero && other.mayBeZero || cancels,
                mayBePositive || other.mayBePositive);
    }

    /** The sign of a product. */
    public Sign times(Sign other) {
        return new Sign(
                mayBeNegative && other.mayBePositive || mayBePositive && other.mayBeNegative,
                mayBeZero || other.mayBeZero,
                mayBePositive && other.mayBePositive || mayBeNegative && other.mayBeNegative);
    }

    /** The larger of two numbers. */
    public Sign max(Sign other) {
        return new Sign(
                mayBeNegative && other.mayBeNegative,
                mayBeZero && other.mayBeAtMostZero() || other.mayBeZero && mayBeAtMostZero(),
                mayBePositive || other.mayBePositive);
    }

    /** The smaller of two numbers. */
    public Sign min(Sign other) {
        return negated().max(other.negated()).negated();
    }

    /** The sign after digits were cut off or the number underflowed: every sign may have become zero. */
    public Sign truncated() {
        return new Sign(mayBeNegative, true, mayBePositive);
    }

    private boolean mayBeAtMostZero() {
        return mayBeZero || mayBeNegative;
    }
}
