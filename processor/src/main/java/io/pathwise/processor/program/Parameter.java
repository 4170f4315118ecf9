package io.pathwise.processor.program;

import java.util.List;

/**
 * A parameter of a program.
 *
 * @param kind what the argument means to the derivative
 */
public record Parameter(Variable variable, Kind kind, Position position) {
    /** The part a parameter plays in differentiation. */
    public enum Kind {
        /** The program is differentiated in it. */
        ACTIVE,
        /** It takes part with its value only. */
        CONSTANT,
        /** Base noise: no derivative. */
        NOISE,
        /** What a mode adds: tangents, seed, gradient. */
        ADDED
    }

    /** The names of parameters. */
    public static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(each -> each.variable().name()).toList();
    }

    /** Whether the program is differentiated in this parameter. */
    public boolean isActive() {
        return kind == Kind.ACTIVE;
    }
}
