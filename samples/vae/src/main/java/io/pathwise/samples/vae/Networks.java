package io.pathwise.samples.vae;

import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.samples.shared.Layer;
import io.pathwise.samples.shared.Layers;
import io.pathwise.samples.shared.Layers.Shape;
import io.pathwise.samples.vae.Autoencoder.Network;

/** Networks as the flat vectors that are optimised. */
final class Networks {
    static final int HIDDEN = 48;
    static final int LATENT = 8;
    static final Layers LAYERS = Layers.of(
            new Shape(HIDDEN, Digits.PIXELS),
            new Shape(LATENT, HIDDEN),
            new Shape(LATENT, HIDDEN),
            new Shape(HIDDEN, LATENT),
            new Shape(Digits.PIXELS, HIDDEN));

    private Networks() {}

    /** The loss, for layers of these shapes. */
    static PathwiseFunction loss(double[][] images) {
        return AutoencoderPathwise.lossFunction(
                HIDDEN,
                Digits.PIXELS,
                HIDDEN,
                LATENT,
                HIDDEN,
                LATENT,
                LATENT,
                HIDDEN,
                LATENT,
                HIDDEN,
                LATENT,
                HIDDEN,
                Digits.PIXELS,
                HIDDEN,
                Digits.PIXELS,
                images);
    }

    /** The network that a vector stands for. */
    static Network of(double[] flat) {
        Layer[] layers = LAYERS.read(flat);
        return new Network(layers[0], layers[1], layers[2], layers[3], layers[4]);
    }
}
