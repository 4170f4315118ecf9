package io.pathwise.runtime;

/** A gradient without partial derivatives, which serves as memory alone. */
final class ScratchGradient extends Gradient {
    private static final double[] NOTHING = {};

    @Override
    public void clear() {
        // there is nothing to set to 0
    }

    @Override
    public void scale(double factor) {
        // there is nothing to multiply
    }

    @Override
    public double[] toArray() {
        return NOTHING;
    }
}
