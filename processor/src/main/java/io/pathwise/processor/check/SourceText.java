package io.pathwise.processor.check;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.HashMap;
import java.util.Map;

/** Shows expressions as the user wrote them: without the variables that earlier passes put in their place. */
final class SourceText {
    /** Of longer texts, the middle says nothing that the place in the source does not. */
    private static final int LONGEST = 200;

    private final Map<Variable, Expression> temporaries = new HashMap<>();

    /**
     * Prepares for a program.
     *
     * @param sources what variables of earlier passes stand for
     */
    SourceText(Program program, Map<Variable, Expression> sources) {
        Statements.walk(program.body(), each -> {
            if (each instanceof Declare declare && declare.variable().origin() != Origin.SOURCE) {
                declare.initializer().ifPresent(value -> temporaries.put(declare.variable(), value));
            }
        });
        temporaries.keySet().removeAll(Statements.assigned(program.body()));
        sources.forEach(temporaries::putIfAbsent);
    }

    /** The expression in Java. */
    String of(Expression expression) {
        // a loop's condition that was turned into one for leaving the loop
        boolean isTurned = expression instanceof Unary unary
                && unary.operator() == UnaryOperator.NOT
                && unary.position().equals(unary.operand().position());
        return shortened(Printer.print(restored(isTurned ? ((Unary) expression).operand() : expression)));
    }

    private static String shortened(String text) {
        int kept = LONGEST / 2;
        return text.length() <= LONGEST
                ? text
                : text.substring(0, kept).strip() + " ... "
                        + text.substring(text.length() - kept).strip();
    }

    private Expression restored(Expression expression) {
        return Expressions.substitute(expression, variable -> {
            Expression value = temporaries.get(variable);
            return value == null ? null : restored(value);
        });
    }
}
