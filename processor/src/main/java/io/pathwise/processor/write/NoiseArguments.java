package io.pathwise.processor.write;

import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Type;
import java.util.List;

/** The noise that a program takes, and where a {@code PathwiseFunction} finds it. */
final class NoiseArguments {
    private NoiseArguments() {}

    /** Whether the noise is standard normal; else it is uniform. Names of normal noise begin with {@code eps}. */
    static boolean isNormal(Parameter noise) {
        String name = noise.variable().name();
        return isArray(noise) ? name.equals("normals") : name.startsWith("eps");
    }

    /** Whether the parameter takes the noise of all draws. */
    static boolean isArray(Parameter noise) {
        return noise.variable().type() instanceof Type.ArrayOf;
    }

    /** How many draws of a kind the program takes as arguments of their own. */
    static int scalars(Program program, boolean normal) {
        return scalarsOf(program, normal).size();
    }

    /** The text of the noise argument, read from the arrays of a {@code PathwiseFunction}. */
    static String argument(Program program, Parameter noise) {
        String array = isNormal(noise) ? "normals" : "uniforms";
        return isArray(noise)
                ? array
                : array + "[" + scalarsOf(program, isNormal(noise)).indexOf(noise) + "]";
    }

    private static List<Parameter> scalarsOf(Program program, boolean normal) {
        return program.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.NOISE)
                .filter(parameter -> !isArray(parameter) && isNormal(parameter) == normal)
                .toList();
    }
}
