package io.pathwise.montecarlo.noise;

/**
 * Noise in pairs: path 2k receives the noise of path k of another source, path 2k + 1 its mirror image, −ε and 1 − u (J.
 * Hammersley and K. Morton, A new Monte Carlo technique: antithetic variates, Proceedings of the Cambridge Philosophical
 * Society 52, 1956).
 */
public final class AntitheticNoise implements NoiseSource {
    private final NoiseSource source;
    private boolean isMirrored;

    /**
     * Creates a source.
     *
     * @param source gives the noise of the pairs; its uniforms are never so close to 0 that 1 − u rounds to 1
     */
    public AntitheticNoise(NoiseSource source) {
        this.source = source;
    }

    @Override
    public void start(long path) {
        source.start(path >> 1);
        isMirrored = (path & 1) == 1;
    }

    @Override
    public void normals(double[] target, int from, int to) {
        source.normals(target, from, to);
        if (isMirrored) {
            for (int i = from; i < to; i++) {
                target[i] = -target[i];
            }
        }
    }

    @Override
    public void uniforms(double[] target, int from, int to) {
        source.uniforms(target, from, to);
        if (isMirrored) {
            for (int i = from; i < to; i++) {
                target[i] = 1 - target[i];
            }
        }
    }
}
