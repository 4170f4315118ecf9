package io.pathwise.processor.program;

import java.util.List;
import java.util.Optional;

/**
 * How a program takes its base noise.
 *
 * @param parameters the noise parameters in order: one scalar for each draw, or {@code double[] normals} and {@code
 *     double[] uniforms}, only those used
 * @param arrays whether the noise comes in arrays
 * @param normals how many standard normals one path reads, as an expression of the program's other parameters; absent
 *     where the number is known only once the path has run
 * @param uniforms the same for uniforms
 */
public record NoisePlan(
        List<Parameter> parameters, boolean arrays, Optional<Expression> normals, Optional<Expression> uniforms) {
    public NoisePlan {
        parameters = List.copyOf(parameters);
    }
}
