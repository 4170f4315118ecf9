package io.pathwise.montecarlo.noise;

/** Bits as numbers of the open interval (0, 1). */
final class Uniforms {
    private Uniforms() {}

    /** The middle of one of 2⁵² equal intervals, chosen by the upper bits: exact, never 0 or 1, symmetric about ½. */
    static double of(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }
}
