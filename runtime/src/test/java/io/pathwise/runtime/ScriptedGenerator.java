package io.pathwise.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** Hands out the draws it was given, one by one, and fails on any other use. */
final class ScriptedGenerator implements RandomGenerator {
    private final Deque<Double> gaussians = new ArrayDeque<>();
    private final Deque<Double> doubles = new ArrayDeque<>();

    static ScriptedGenerator ofGaussians(double... values) {
        ScriptedGenerator generator = new ScriptedGenerator();
        for (double value : values) {
            generator.gaussians.add(value);
        }
        return generator;
    }

    static ScriptedGenerator ofDoubles(double... values) {
        ScriptedGenerator generator = new ScriptedGenerator();
        for (double value : values) {
            generator.doubles.add(value);
        }
        return generator;
    }

    int remaining() {
        return gaussians.size() + doubles.size();
    }

    @Override
    public double nextGaussian() {
        return gaussians.remove();
    }

    @Override
    public double nextDouble() {
        return doubles.remove();
    }

    @Override
    public long nextLong() {
        throw new AssertionError("noise is drawn by nextGaussian and nextDouble only");
    }
}
