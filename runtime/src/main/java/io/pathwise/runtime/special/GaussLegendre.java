package io.pathwise.runtime.special;

/**
 * The Gauss–Legendre rule: {@code ∫ f over [−1, 1] ≈ Σ weight(i) f(node(i))}. Its nodes are the zeros of a Legendre
 * polynomial, found by Newton's method (NIST Digital Library of Mathematical Functions, 3.5(v)).
 */
final class GaussLegendre {
    /** How many nodes: enough for a bell curve over ten of its widths. */
    static final int COUNT = 40;

    private static final double[] NODES = new double[COUNT];
    private static final double[] WEIGHTS = new double[COUNT];

    static {
        for (int i = 0; i < COUNT; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (COUNT + 0.5));
            for (int step = 0; step < 8; step++) {
                x -= legendre(COUNT, x) / slope(x);
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope(x) * slope(x));
        }
    }

    private GaussLegendre() {}

    static double node(int i) {
        return NODES[i];
    }

    static double weight(int i) {
        return WEIGHTS[i];
    }

    private static double legendre(int degree, double x) {
        double before = 1;
        double value = x;
        for (int n = 2; n <= degree; n++) {
            double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
            before = value;
            value = next;
        }
        return value;
    }

    private static double slope(double x) {
        return COUNT * (legendre(COUNT - 1, x) - x * legendre(COUNT, x)) / (1 - x * x);
    }
}
