package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import java.util.Locale;
import java.util.Set;

/** What evaluating an expression does besides giving its value. */
public final class Effects {
    private static final Set<String> PURE_OWNERS =
            Set.of("java.lang.Math", "java.lang.StrictMath", "io.pathwise.runtime.StandardQuantile");

    /** Functions of whole numbers that are defined everywhere. */
    private static final Set<String> NEVER_THROWING = Set.of("min", "max", "abs", "round");

    private static final Set<String> PURE_OF_DOUBLE = Set.of("isNaN", "isFinite", "isInfinite", "compare");

    private Effects() {}

    /**
     * Whether evaluating the operation again gives the same value. What a method of the user gives may depend on what
     * changes: the elements of an array, a field, a stream of random numbers.
     */
    public static boolean isRepeatable(Expression operation) {
        if (operation instanceof Method method) {
            return method.receiver().type().equals(Type.Reference.TEXT)
                    && method.arguments().stream().noneMatch(each -> each.type() instanceof Type.ArrayOf);
        }
        return !(operation instanceof Call call) || isPure(call.function());
    }

    /** Whether the evaluation may do something that others see; such evaluations keep their order. */
    public static boolean hasEffects(Expression expression) {
        return Expressions.any(expression, Effects::isEffect);
    }

    /** Whether nobody misses the evaluation if the value is not used. */
    static boolean isDeletable(Expression expression) {
        return !Expressions.any(expression, each -> isEffect(each) && !isMemory(each) && !isNewArray(each));
    }

    private static boolean isNewArray(Expression expression) {
        return expression instanceof New creation && creation.type() instanceof Type.ArrayOf;
    }

    /** Whether the expression asks for scratch memory. */
    public static boolean isMemory(Expression expression) {
        return ScratchMemory.isSlot(expression) || ScratchMemory.isNewArray(expression);
    }

    /** Whether Java accepts the expression as a statement. */
    static boolean isStatement(Expression expression) {
        return isEffect(expression) && !isNewArray(expression);
    }

    private static boolean isEffect(Expression expression) {
        if (expression instanceof Call call) {
            return !isPure(call.function());
        }
        return expression instanceof Method
                || expression instanceof New
                || expression instanceof Invoke
                || expression instanceof CompanionCall
                || expression instanceof Draw;
    }

    private static boolean isPure(Function function) {
        boolean isPartial =
                function.owner().endsWith("Sampler") && function.name().endsWith("Partial");
        return isPartial
                || isWeight(function)
                || function.owner().equals("java.lang.Double") && PURE_OF_DOUBLE.contains(function.name())
                || PURE_OWNERS.contains(function.owner()) && !function.name().equals("random");
    }

    /** Weights of alternative outcomes are numbers made of numbers; an inversion refuses parameters, so it stays. */
    private static boolean isWeight(Function function) {
        return function.owner().startsWith("io.pathwise.runtime.discrete.")
                && function.result() != null
                && !function.name().toLowerCase(Locale.ROOT).endsWith("outcome")
                && function.parameters().stream().noneMatch(Type.ArrayOf.class::isInstance);
    }

    /** Whether the value depends on array elements or fields, which change behind the back of variables. */
    public static boolean readsMemory(Expression expression) {
        return Expressions.any(
                expression, each -> each instanceof Element || each instanceof Field || isOfObject(each));
    }

    /** Whether the evaluation of otherwise pure operations may end in an exception. */
    public static boolean mayThrow(Expression expression) {
        return Expressions.any(expression, Effects::canThrow);
    }

    private static boolean canThrow(Expression expression) {
        if (expression instanceof Binary binary) {
            return binary.operator().isDivision()
                    && binary.type() instanceof Primitive type
                    && type.isIntegral()
                    && !isNonzero(binary.right());
        } else if (expression instanceof Call call) {
            return call.function().result() instanceof Primitive type
                    && type.isIntegral()
                    && !NEVER_THROWING.contains(call.function().name());
        }
        return expression instanceof Element || isOfObject(expression);
    }

    /** The object may be {@code null}. */
    private static boolean isOfObject(Expression expression) {
        return expression instanceof SourceField field && field.object().isPresent();
    }

    private static boolean isNonzero(Expression divisor) {
        return divisor instanceof Literal && !Algebra.isZero(divisor);
    }
}
