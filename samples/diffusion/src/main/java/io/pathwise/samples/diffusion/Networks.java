package io.pathwise.samples.diffusion;

import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.samples.diffusion.Denoiser.Network;
import io.pathwise.samples.shared.Layer;
import io.pathwise.samples.shared.Layers;
import io.pathwise.samples.shared.Layers.Shape;

/** Networks as the flat vectors that are optimised. */
final class Networks {
    private static final int HIDDEN = 64;
    static final Layers LAYERS =
            Layers.of(new Shape(HIDDEN, Denoiser.INPUTS), new Shape(HIDDEN, HIDDEN), new Shape(2, HIDDEN));

    private Networks() {}

    /** The loss, for layers of these shapes. */
    static PathwiseFunction loss(double[][] points) {
        return DenoiserPathwise.lossFunction(
                HIDDEN, Denoiser.INPUTS, HIDDEN, HIDDEN, HIDDEN, HIDDEN, 2, HIDDEN, 2, points);
    }

    /** The network that a vector stands for. */
    static Network of(double[] flat) {
        Layer[] layers = LAYERS.read(flat);
        return new Network(layers[0], layers[1], layers[2]);
    }
}
