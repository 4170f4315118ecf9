package io.pathwise.processor.program;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a program takes its base noise.
 *
 * @param parameters the noise parameters in order: one scalar for each draw, or {@code double[] normals} and {@code
 *     double[] uniforms}, only those used
 * @param arrays whether the noise comes in arrays
 * @param normals how many standard normals one path reads, as an expression of the program's other parameters; absent
 *     where the number is known only once the path has run
 * @param uniforms the same for uniforms
 * @param use how much of it a path reads
 */
public record NoisePlan(
        List<Parameter> parameters,
        boolean arrays,
        Optional<Expression> normals,
        Optional<Expression> uniforms,
        Use use) {
    /** The plan of a program that draws nothing. */
    public static final NoisePlan NONE =
            new NoisePlan(List.of(), false, Optional.of(number(0)), Optional.of(number(0)), Use.ALL);

    private static Expression number(int value) {
        return new Expression.Literal(value, Type.Primitive.INT, Position.NONE);
    }

    /** How much of its noise a path reads. */
    public enum Use {
        /** All of it, so that what is drawn next is known to begin after it. */
        ALL,
        /** No more than it takes. */
        AT_MOST,
        /** What it reads from a cursor, which the members of the companion take instead of arrays, too. */
        FROM_CURSOR
    }

    public NoisePlan {
        parameters = List.copyOf(parameters);
    }

    /** A plan of which paths may leave a part unread. */
    public NoisePlan(
            List<Parameter> parameters, boolean arrays, Optional<Expression> normals, Optional<Expression> uniforms) {
        this(parameters, arrays, normals, uniforms, Use.AT_MOST);
    }

    /** The same plan with the counts changed. */
    public NoisePlan mapCounts(UnaryOperator<Expression> change) {
        return new NoisePlan(parameters, arrays, normals.map(change), uniforms.map(change), use);
    }
}
