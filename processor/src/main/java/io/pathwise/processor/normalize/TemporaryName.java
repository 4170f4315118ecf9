package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type.Primitive;

/** What an intermediate result is called: by what computes it. */
public final class TemporaryName {
    private TemporaryName() {}

    /** The name of the value of an expression. */
    public static String of(Expression expression) {
        if (expression.type() == Primitive.BOOLEAN) {
            return "taken";
        } else if (expression instanceof Call call) {
            return ofCall(call.function());
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
        } else if (expression instanceof Element element) {
            return element(element);
        }
        return "choice";
    }

    /** The value of a sampler's class is named after the sampler. */
    private static String ofCall(Function function) {
        String owner = function.owner().substring(function.owner().lastIndexOf('.') + 1);
        boolean isDraw = owner.endsWith("Sampler") && function.name().equals("value");
        return isDraw
                ? Character.toLowerCase(owner.charAt(0)) + owner.substring(1, owner.length() - "Sampler".length())
                : function.name();
    }

    /** {@code x[i]} is xI, {@code m[i][j]} is mIJ, {@code x[0]} is x0; other indices have no short name. */
    private static String element(Element element) {
        String array = element.array() instanceof Local local
                ? local.variable().name()
                : element.array() instanceof Element row ? element(row) : "array";
        if (element.index() instanceof Literal index) {
            return array + index.value();
        }
        String index = element.index() instanceof Local local ? local.variable().name() : "element";
        return array + Character.toUpperCase(index.charAt(0)) + index.substring(1);
    }
}
