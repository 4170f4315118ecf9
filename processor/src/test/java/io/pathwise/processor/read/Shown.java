package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statements;
import java.util.stream.Collectors;

/** Statements as text; expressions with side effects, which Java cannot write, stand in braces. */
final class Shown {
    private Shown() {}

    static String of(Statement statement) {
        return Printer.print(Statements.mapExpressions(statement, Shown::printable))
                .strip();
    }

    private static Expression printable(Expression expression) {
        Expression inside = Expressions.mapChildren(expression, Shown::printable);
        if (inside instanceof Compound compound) {
            String before = compound.statements().stream()
                    .map(each -> of(each).replaceAll("\\s+", " ") + " ")
                    .collect(Collectors.joining());
            String text = "{" + before + Printer.print(compound.value()) + "}";
            return new Literal(new StringBuilder(text), compound.type(), compound.position());
        }
        return inside;
    }
}
