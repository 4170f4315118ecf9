package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Type.ArrayOf;
import java.util.Optional;

/** Recognizes what creates, copies and fills arrays. */
public final class ArrayOperations {
    private static final String ARRAYS = "java.util.Arrays";

    private ArrayOperations() {}

    /** Whether the expression gives an array that is new; the rows of a copied matrix are those of the original. */
    public static boolean isNewArray(Expression expression) {
        return expression.type() instanceof ArrayOf
                && (expression instanceof New
                        || expression instanceof Draw
                        || expression instanceof ArrayValues
                        || original(expression).isPresent());
    }

    /** The array of which the expression is a copy; absent if it is none. */
    public static Optional<Expression> original(Expression expression) {
        if (expression instanceof Method method
                && method.name().equals("clone")
                && method.receiver().type() instanceof ArrayOf) {
            return Optional.of(method.receiver());
        }
        boolean copies = expression instanceof Call call
                && call.function().owner().equals(ARRAYS)
                && call.function().name().startsWith("copyOf");
        return copies ? Optional.of(((Call) expression).arguments().get(0)) : Optional.empty();
    }

    /** The call that fills an array or copies into one; absent if the statement is something else. */
    public static Optional<Call> transfer(Statement statement) {
        return statement instanceof Evaluate evaluate && evaluate.expression() instanceof Call call && isTransfer(call)
                ? Optional.of(call)
                : Optional.empty();
    }

    /** Whether the call fills an array or copies into one. */
    public static boolean isTransfer(Call call) {
        return isFill(call) || isCopy(call);
    }

    /** The array that a {@link #transfer} writes to. */
    public static Expression target(Call transfer) {
        return transfer.arguments().get(isFill(transfer) ? 0 : 2);
    }

    /** What a {@link #transfer} writes: the value of every element, or the array that is copied. */
    public static Expression source(Call transfer) {
        return transfer.arguments().get(isFill(transfer) ? transfer.arguments().size() - 1 : 0);
    }

    /** {@code Arrays.fill}. */
    public static boolean isFill(Call call) {
        return call.function().owner().equals(ARRAYS) && call.function().name().equals("fill");
    }

    private static boolean isCopy(Call call) {
        return call.function().owner().equals("java.lang.System")
                && call.function().name().equals("arraycopy");
    }
}
