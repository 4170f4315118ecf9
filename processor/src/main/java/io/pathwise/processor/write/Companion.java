package io.pathwise.processor.write;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Type;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.lang.model.element.Element;

/**
 * What is written for one annotated class.
 *
 * @param packageName the class's package; empty for the unnamed one
 * @param sourceClass the class's name with enclosing classes joined by underscores: {@code Outer_Inner}
 * @param sourceDisplayName the class's name as Java writes it inside its package: {@code Outer.Inner}
 * @param isPublic whether other packages see the class, and so its companion
 * @param generatedAnnotationAvailable whether {@code javax.annotation.processing.Generated} resolves in the user's build
 * @param methods the differentiated methods in the order of the source
 * @param originating the class, for incremental builds; {@code null} where there is no compiler
 */
public record Companion(
        String packageName,
        String sourceClass,
        String sourceDisplayName,
        boolean isPublic,
        boolean generatedAnnotationAvailable,
        List<CompanionMethod> methods,
        Element originating) {
    public Companion {
        methods = List.copyOf(methods);
    }

    /** Whether a method takes an object, be it of the class itself. */
    boolean takesObjects() {
        return methods.stream()
                .flatMap(method -> method.source().parameters().stream())
                .map(each -> each.variable().type())
                .anyMatch(each -> each instanceof Type.Reference object
                        && !object.qualifiedName().equals(String.class.getName()));
    }

    /** Whether whole numbers are divided by a constant that may be zero. */
    boolean dividesByZero() {
        AtomicBoolean divides = new AtomicBoolean();
        methods.forEach(method -> method.expressions(each -> {
            if (each instanceof Binary quotient
                    && quotient.operator().isDivision()
                    && quotient.type() instanceof Type.Primitive type
                    && type.isIntegral()
                    && mayBeConstantZero(quotient.right())) {
                divides.set(true);
            }
        }));
        return divides.get();
    }

    /** What a constant expression comes to is the compiler's to say. */
    private static boolean mayBeConstantZero(Expression divisor) {
        if (divisor instanceof Literal literal) {
            return isZero(literal.value());
        } else if (divisor instanceof Constant constant) {
            return isZero(constant.value());
        }
        return !Expressions.any(divisor, each -> !isConstant(each));
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && number.doubleValue() == 0
                || value instanceof Character letter && letter == 0;
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Literal
                || expression instanceof Constant
                || expression instanceof Unary
                || expression instanceof Binary
                || expression instanceof Cast
                || expression instanceof Conditional;
    }

    /** The companion's own simple name: {@code OptionPathwise}. */
    public String simpleName() {
        return sourceClass + "Pathwise";
    }

    /** The companion's name with its package. */
    public String qualifiedName() {
        return packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
    }
}
