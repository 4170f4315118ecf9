package io.pathwise.check;

/**
 * Compares a partial derivative with differences.
 *
 * @param tolerance the relative error that is accepted
 * @param floor an absolute error that rounding of the function's value explains
 */
record Judgement(double tolerance, double floor) {
    /** Both modes compute the same products in another order. */
    private static final double MODES_TOLERANCE = 1e-9;
    /** How much larger than estimated the error of differences may be. */
    private static final double CAUTION = 10;
    /** Differences whose error is a greater part of the slope than this decide nothing. */
    private static final double DECISIVE = 1e-3;

    Verdict judge(double reverse, double forward, Differences differences) {
        if (!isSame(reverse, forward)) {
            return Verdict.DISAGREES;
        }
        if (isKink(differences)) {
            return isBetween(reverse, differences.left(), differences.right()) ? Verdict.KINK : Verdict.DISAGREES;
        }
        Slope slope = differences.best();
        if (!slope.isKnown()) {
            return Verdict.UNDECIDED;
        }
        double scale = Math.max(Math.abs(reverse), Math.abs(slope.value()));
        if (slope.error() > DECISIVE * scale + floor) {
            boolean isFar = Math.abs(reverse - slope.value()) > CAUTION * CAUTION * slope.error();
            return isFar ? Verdict.DISAGREES : Verdict.UNDECIDED;
        }
        return agree(reverse, slope.value(), tolerance, CAUTION * slope.error()) ? Verdict.AGREES : Verdict.DISAGREES;
    }

    /** Whether the two modes agree. */
    boolean isSame(double reverse, double forward) {
        return agree(reverse, forward, MODES_TOLERANCE, 0);
    }

    private boolean isKink(Differences differences) {
        Slope left = differences.left();
        Slope right = differences.right();
        if (!left.isKnown() || !right.isKnown()) {
            return false;
        }
        double uncertainty = CAUTION * (left.error() + right.error());
        return !agree(left.value(), right.value(), tolerance, uncertainty);
    }

    private boolean isBetween(double derivative, Slope left, Slope right) {
        double slack = CAUTION * (left.error() + right.error())
                + tolerance * Math.max(Math.abs(left.value()), Math.abs(right.value()))
                + floor;
        return Math.min(left.value(), right.value()) - slack <= derivative
                && derivative <= Math.max(left.value(), right.value()) + slack;
    }

    private boolean agree(double a, double b, double relative, double absolute) {
        return Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b)) + absolute + floor;
    }
}
