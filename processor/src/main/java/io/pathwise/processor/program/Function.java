package io.pathwise.processor.program;

import java.util.List;

/**
 * A static method that the program calls: one overload of a mathematical function, of a sampler, or of the runtime.
 *
 * @param owner qualified name of the class that declares it
 * @param name simple name
 * @param parameters parameter types
 * @param result type of the result, or {@code null} if it returns nothing
 */
public record Function(String owner, String name, List<Type> parameters, Type result) {
    public Function {
        parameters = List.copyOf(parameters);
    }

    /** Java's way to write the signature: {@code Math.max(double, double)}. */
    public String signature() {
        String types = parameters.stream()
                .map(Type::javaName)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + name + "(" + types + ")";
    }
}
