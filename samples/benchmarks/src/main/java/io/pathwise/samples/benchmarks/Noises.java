package io.pathwise.samples.benchmarks;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The noise of many paths: with one path only, the processor would learn its branches by heart. */
public final class Noises {
    private Noises() {}

    /** Standard normal noise: the given number of paths, each of the given length. */
    public static double[][] normals(int paths, int length) {
        RandomGenerator generator = generator();
        return Stream.generate(() -> DoubleStream.generate(generator::nextGaussian)
                        .limit(length)
                        .toArray())
                .limit(paths)
                .toArray(double[][]::new);
    }

    /** Noise uniform on (0, 1). */
    public static double[] uniforms(int length) {
        return generator().doubles(length, Double.MIN_NORMAL, 1).toArray();
    }

    /** Noise uniform on (0, 1): the given number of paths, each of the given length. */
    public static double[][] uniforms(int paths, int length) {
        RandomGenerator generator = generator();
        return Stream.generate(
                        () -> generator.doubles(length, Double.MIN_NORMAL, 1).toArray())
                .limit(paths)
                .toArray(double[][]::new);
    }

    private static RandomGenerator generator() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    }
}
