package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Method;
import java.util.Set;

/** Recognizes the calls by which generated code asks a gradient object for arrays. */
public final class ScratchMemory {
    private static final Set<String> SLOTS =
            Set.of("memory", "intMemory", "longMemory", "booleanMemory", "referenceMemory");
    private static final Set<String> NEW_ARRAYS =
            Set.of("zeros", "array", "intZeros", "longZeros", "booleanZeros", "rows", "copyOf");

    private ScratchMemory() {}

    /** Whether the expression asks for the array of a slot, the same array each time. */
    public static boolean isSlot(Expression expression) {
        return expression instanceof Method method && SLOTS.contains(method.name());
    }

    /** Whether the expression asks for an array that nothing else refers to. */
    public static boolean isNewArray(Expression expression) {
        return expression instanceof Method method && NEW_ARRAYS.contains(method.name());
    }
}
