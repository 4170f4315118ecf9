package io.pathwise.processor.endtoend;

import java.util.random.RandomGenerator;

/** Hands out the noise of one path in order, and fails on any other use. */
final class ReplayedNoise implements RandomGenerator {
    private final double[] normals;
    private final double[] uniforms;
    private int nextNormal;
    private int nextUniform;

    ReplayedNoise(double[] normals, double[] uniforms) {
        this.normals = normals;
        this.uniforms = uniforms;
    }

    @Override
    public double nextGaussian() {
        return normals[nextNormal++];
    }

    @Override
    public double nextDouble() {
        return uniforms[nextUniform++];
    }

    @Override
    public long nextLong() {
        throw new AssertionError("noise is drawn by nextGaussian and nextDouble only");
    }
}
