package io.pathwise.processor.program;

import java.util.List;

/**
 * A differentiable method as its callers see it: what its companion offers, not what its body does.
 *
 * @param function how the method is called
 * @param companion qualified name of the class that holds its derivatives
 * @param parameters its parameters, which tell names and kinds
 * @param noise how the members of the companion take their noise
 * @param regular whether its partial derivatives are finite wherever its value is
 */
public record Callee(
        Function function, String companion, List<Parameter> parameters, NoisePlan noise, boolean regular) {
    public Callee {
        parameters = List.copyOf(parameters);
    }

    /** Qualified name of the class of its gradient. */
    public String gradient() {
        return companion + "." + capitalized() + "Gradient";
    }

    /** The method's name with a capital, as in the names of classes. */
    public String capitalized() {
        String name = function.name();
        int first = name.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + name.substring(Character.charCount(first));
    }

    /** Whether the method draws, itself or through others. */
    public boolean draws() {
        return !noise.parameters().isEmpty();
    }
}
