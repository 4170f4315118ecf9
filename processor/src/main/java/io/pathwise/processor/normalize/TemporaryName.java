package io.pathwise.processor.normalize;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.SamplerRule;
import java.util.Optional;

/** What an intermediate result is called: by what computes it. */
public final class TemporaryName {
    private TemporaryName() {}

    /** The name of the value of an expression. */
    public static String of(Expression expression) {
        if (expression.type() == Primitive.BOOLEAN) {
            return "taken";
        } else if (expression instanceof Call call) {
            return ofCall(call.function());
        } else if (expression instanceof Method method) {
            return method.name();
        } else if (expression instanceof Cast cast) {
            return of(cast.operand());
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
        return expression instanceof Conditional ? "choice" : "number";
    }

    /** The value of a sampler's class is named after the sampler. */
    private static String ofCall(Function function) {
        String owner = function.owner().substring(function.owner().lastIndexOf('.') + 1);
        boolean isDraw = owner.endsWith("Sampler") && function.name().equals("value");
        return isDraw
                ? Character.toLowerCase(owner.charAt(0)) + owner.substring(1, owner.length() - "Sampler".length())
                : function.name();
    }

    /** The name of an operand of a function, draw or quotient: by its part there. */
    static String ofOperand(Expression operand, Expression function) {
        return partOf(operand, function).orElseGet(() -> of(operand));
    }

    private static Optional<String> partOf(Expression operand, Expression function) {
        if (function instanceof Call call) {
            return switch (call.function().name()) {
                case "exp", "expm1" -> Optional.of("exponent");
                case "sqrt", "cbrt" -> Optional.of("radicand");
                case "pow" -> Optional.of(operand == call.arguments().get(0) ? "base" : "exponent");
                case "log", "log10", "log1p", "sin", "cos", "tan", "sinh", "cosh", "tanh" -> Optional.of("argument");
                default -> Optional.empty();
            };
        } else if (function instanceof Draw draw && draw.arguments().contains(operand)) {
            SamplerRule rule = Rules.sampler(draw.sampler()).orElseThrow();
            return Optional.of(rule.parameters().get(draw.arguments().indexOf(operand)));
        } else if (function instanceof Binary quotient && quotient.operator() == BinaryOperator.DIVIDE) {
            return Optional.of(operand == quotient.left() ? "numerator" : "denominator");
        }
        return Optional.empty();
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
