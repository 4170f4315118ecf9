package io.pathwise.processor.noise;

import io.pathwise.processor.program.ArgumentSlots;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes randomness explicit: every {@link io.pathwise.processor.program.Expression.Draw} learns which noise argument of the method it transforms.
 *
 * <p>As long as the number of draws is the same on every path that does not return early, each draw has an argument of
 * its own; draws in loops, after branches that draw differently, or too many for arguments read arrays in the order in
 * which they execute.
 *
 * <p>Expects {@link io.pathwise.processor.normalize.Lowering}, and no calls of helpers but those of companions.
 */
public final class NoiseThreading {
    /** What modes add to arguments, their tangents and noise, is no more. */
    private static final int ADDED_SLOTS = 8;

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
        return thread(program, program.parameters());
    }

    /**
     * Threads the noise through a program.
     *
     * @param arguments what the members of the companion take in place of the program's parameters: many of them leave
     *     no room for noise in arguments of its own
     */
    public static Threaded thread(Program program, List<Parameter> arguments) {
        int room = ArgumentSlots.MOST - 2 * ArgumentSlots.of(arguments) - ADDED_SLOTS;
        return ScalarNoise.thread(program)
                .filter(each -> ArgumentSlots.of(each.noise().parameters()) <= room)
                .orElseGet(() -> ArrayNoise.thread(program));
    }

    /** Threads the noise through a program that takes it from a cursor, as its caller does. */
    public static Threaded fromCursor(Program program) {
        return CursorNoise.thread(program);
    }

    /** How a method takes its noise that hands it on through a cursor: in arrays, of which only a path knows the use. */
    public static NoisePlan arraysWithCursor(Set<Noise> kinds) {
        return CursorNoise.arrays(kinds);
    }

    /** The kinds of noise that a statement draws itself. */
    public static Set<Noise> kinds(Statement statement) {
        Set<Noise> kinds = EnumSet.noneOf(Noise.class);
        for (Noise kind : Noise.values()) {
            if (Draws.anyIn(statement, kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
