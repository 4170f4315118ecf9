package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.Sign;

/**
 * One side of a branch, close to the border.
 *
 * @param branch the statement or conditional expression
 * @param outcome the outcome of its condition on this side
 * @param difference what is zero on the border
 * @param sign the sign of the difference on this side
 * @param boundary the border
 */
record Side(Object branch, boolean outcome, Polynomial difference, Sign sign, Boundary boundary) {
    /** What is known of the sign of a value on this side. */
    Sign about(Polynomial value) {
        Sign known = new Fact(difference, sign).about(value);
        return known.equals(Sign.UNKNOWN) ? boundary.signNear(value) : known;
    }
}
