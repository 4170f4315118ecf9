package io.pathwise.montecarlo;

import io.pathwise.runtime.PathwiseFunction;
import java.util.List;
import java.util.Objects;

/** Checks of what callers hand over. A message names the argument, the rule and what was given. */
final class Arguments {
    private Arguments() {}

    static void requireParameters(PathwiseFunction function, double[] parameters) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(parameters, "parameters");
        List<String> names = function.parameterNames();
        if (parameters.length != names.size()) {
            throw new IllegalArgumentException(function.name() + " has " + names.size() + " parameters, "
                    + abbreviated(names) + ", but got " + parameters.length);
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!Double.isFinite(parameters[i])) {
                throw new IllegalArgumentException(
                        function.name() + ": " + names.get(i) + " must be finite, but is " + parameters[i]);
            }
        }
    }

    static void requireElements(String argument, Object[] elements) {
        Objects.requireNonNull(elements, argument);
        for (int i = 0; i < elements.length; i++) {
            Objects.requireNonNull(elements[i], argument + "[" + i + "]");
        }
    }

    static void requireFinite(String argument, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(argument + " must be finite, but is " + value);
        }
    }

    static void requirePositive(String argument, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(argument + " must be positive and finite, but is " + value);
        }
    }

    static void requireAtLeast(String argument, long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(argument + " must be at least " + least + ", but is " + value);
        }
    }

    static int indexOf(String parameter, List<String> names, String function) {
        int index = names.indexOf(Objects.requireNonNull(parameter, "parameter"));
        if (index < 0) {
            throw new IllegalArgumentException(
                    function + " has no parameter " + parameter + "; it has " + abbreviated(names));
        }
        return index;
    }

    private static String abbreviated(List<String> names) {
        int shown = 12;
        if (names.size() <= shown) {
            return names.toString();
        }
        String first = names.subList(0, shown).toString();
        return first.substring(0, first.length() - 1) + ", … " + (names.size() - shown) + " more]";
    }
}
