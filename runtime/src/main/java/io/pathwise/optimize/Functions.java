package io.pathwise.optimize;

import io.pathwise.runtime.PathwiseFunction;
import java.util.List;
import java.util.Objects;

/** Checks of the functions that form an objective, and of its settings. */
final class Functions {
    private Functions() {}

    /** Returns copies, which the objective owns. */
    static List<PathwiseFunction> copies(List<PathwiseFunction> functions) {
        requireElements(functions);
        if (functions.isEmpty()) {
            throw new IllegalArgumentException("an objective needs at least one function");
        }
        List<String> names = functions.get(0).parameterNames();
        for (PathwiseFunction function : functions) {
            if (!function.parameterNames().equals(names)) {
                throw new IllegalArgumentException("the functions of an objective need the same parameters, but "
                        + functions.get(0).name() + " and " + function.name() + " have different ones");
            }
        }
        return functions.stream().map(PathwiseFunction::copy).toList();
    }

    static void requireElements(List<PathwiseFunction> functions) {
        Objects.requireNonNull(functions, "functions");
        for (int i = 0; i < functions.size(); i++) {
            Objects.requireNonNull(functions.get(i), "functions[" + i + "]");
        }
    }

    /** Checks what an objective is evaluated with. */
    static void requireEvaluable(long step, double[] parameters, double[] gradient) {
        if (step < 0) {
            throw new IllegalArgumentException("step must be at least 0, but is " + step);
        }
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(gradient, "gradient");
        if (gradient.length != parameters.length) {
            throw new IllegalArgumentException(
                    "gradient.length is " + gradient.length + ", but there are " + parameters.length + " parameters");
        }
    }

    static void requirePositive(String setting, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(setting + " must be positive and finite, but is " + value);
        }
    }

    static void requireAtLeastOne(String setting, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, but is " + value);
        }
    }

    /** A part of a whole, such as a decay rate. */
    static void requireShare(String setting, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(setting + " must be at least 0 and less than 1, but is " + value);
        }
    }
}
