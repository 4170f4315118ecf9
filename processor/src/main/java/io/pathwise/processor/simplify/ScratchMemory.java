package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable.Origin;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Recognizes the calls by which generated code asks a gradient object for arrays. */
public final class ScratchMemory {
    private static final Set<String> SLOTS =
            Set.of("memory", "intMemory", "longMemory", "booleanMemory", "referenceMemory");
    private static final Set<String> NEW_ARRAYS =
            Set.of("zeros", "array", "intZeros", "longZeros", "booleanZeros", "rows", "copyOf");

    private ScratchMemory() {}

    /** Whether the expression asks for the array of a slot, the same array each time. */
    public static boolean isSlot(Expression expression) {
        return expression instanceof Method method && SLOTS.contains(method.name()) && isOfGradient(method);
    }

    /**
     * The first slot behind those of the block.
     *
     * @param memory the method that gives the array of a slot
     */
    public static int firstFree(Block block, String memory) {
        AtomicInteger free = new AtomicInteger();
        Statements.walkExpressions(block, each -> {
            if (each instanceof Method method
                    && method.name().equals(memory)
                    && isOfGradient(method)
                    && method.arguments().get(0) instanceof Literal slot) {
                free.accumulateAndGet((Integer) slot.value() + 1, Math::max);
            }
        });
        return free.get();
    }

    /** Whether the expression asks for an array that nothing else refers to. */
    public static boolean isNewArray(Expression expression) {
        return expression instanceof Method method && NEW_ARRAYS.contains(method.name()) && isOfGradient(method);
    }

    /** An object of the user's may have methods of these names, too. */
    private static boolean isOfGradient(Method method) {
        return method.receiver() instanceof Local owner
                && owner.variable().origin() == Origin.GENERATED
                && owner.type() instanceof Type.Reference type
                && type.qualifiedName().endsWith("Gradient");
    }
}
