package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Draw;

/** What an intermediate result is called: by what computes it. */
public final class TemporaryName {
    private TemporaryName() {}

    /** The name of the value of an expression. */
    public static String of(Expression expression) {
        if (expression instanceof Call call) {
            return call.function().name();
        } else if (expression instanceof Draw draw) {
            return draw.sampler().name();
        } else if (expression instanceof Binary binary) {
            return switch (binary.operator()) {
                case MULTIPLY -> "product";
                case DIVIDE -> "quotient";
                case REMAINDER -> "remainder";
                case SUBTRACT -> "difference";
                default -> "sum";
            };
        }
        return "choice";
    }
}
