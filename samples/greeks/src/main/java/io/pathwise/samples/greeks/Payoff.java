package io.pathwise.samples.greeks;

/** What an option pays at maturity. */
enum Payoff {
    /** max(S − K, 0). */
    EUROPEAN,
    /** 1 if S > K, which jumps. */
    DIGITAL,
    /** Rises from 0 to 1 around K: the digital, smoothed. */
    SMOOTH_DIGITAL,
    /** max(A − K, 0), with the geometric mean A over the steps. */
    GEOMETRIC_ASIAN,
    /** max(A − K, 0), with the arithmetic mean A over the steps. */
    ASIAN,
    /** max(S − K, 0) unless the price has fallen to the barrier at any time. */
    DOWN_AND_OUT
}
