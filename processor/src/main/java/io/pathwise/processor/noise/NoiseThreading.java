package io.pathwise.processor.noise;

import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.Program;

/**
 * Makes randomness explicit: every {@link io.pathwise.processor.program.Expression.Draw} learns which noise argument of the method it transforms.
 *
 * <p>As long as the number of draws is the same on every path that does not return early, each draw has an argument of
 * its own; draws in loops, or after branches that draw differently, read arrays in the order in which they execute.
 *
 * <p>Expects {@link io.pathwise.processor.normalize.Lowering} and no calls of helpers.
 */
public final class NoiseThreading {
    private NoiseThreading() {}

    /**
     * A program whose draws know their noise.
     *
     * @param program the program; its parameters do not include the noise
     * @param noise the noise parameters
     */
    public record Threaded(Program program, NoisePlan noise) {}

    /** Threads the noise through a program. */
    public static Threaded thread(Program program) {
        return ScalarNoise.thread(program).orElseGet(() -> ArrayNoise.thread(program));
    }
}
