package io.pathwise.processor.fuzz;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Noise that is handed out in order and can be handed out again. */
final class ReplayedNoise implements RandomGenerator {
    private static final int AMOUNT = 4096;

    private final double[] normals = new double[AMOUNT];
    private final double[] uniforms = new double[AMOUNT];
    private int normal;
    private int uniform;

    ReplayedNoise(long seed) {
        Random random = new Random(seed);
        Arrays.setAll(normals, i -> random.nextGaussian());
        Arrays.setAll(uniforms, i -> 0.02 + 0.96 * random.nextDouble());
    }

    void rewind() {
        normal = 0;
        uniform = 0;
    }

    /** The number of normals drawn. */
    int drawnNormals() {
        return normal;
    }

    /** The number of uniforms drawn. */
    int drawnUniforms() {
        return uniform;
    }

    double[] normals(int count) {
        return Arrays.copyOf(normals, Math.min(count, AMOUNT));
    }

    double[] uniforms(int count) {
        return Arrays.copyOf(uniforms, Math.min(count, AMOUNT));
    }

    @Override
    public double nextGaussian() {
        return normals[normal++];
    }

    @Override
    public double nextDouble() {
        return uniforms[uniform++];
    }

    @Override
    public long nextLong() {
        throw new AssertionError("noise is drawn by nextGaussian and nextDouble only");
    }
}
