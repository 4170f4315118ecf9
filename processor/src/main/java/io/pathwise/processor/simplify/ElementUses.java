package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;

/** What has to do with one element of an array. */
public final class ElementUses {
    private final ArrayAliases aliases;
    private final Disturbance disturbance;

    public ElementUses(ArrayAliases aliases) {
        this.aliases = aliases;
        this.disturbance = new Disturbance(aliases);
    }

    /** Whether the expression may read the element. */
    public boolean reads(Expression expression, Element element) {
        return Expressions.any(expression, each -> mayBe(each, element));
    }

    /** Whether the statement may read or write the element, mean another one by it, or end before the next does. */
    public boolean touches(Statement statement, Element element) {
        boolean plain = statement instanceof Assign || statement instanceof Declare;
        return !plain
                || disturbance.disturbs(statement, element)
                || Statements.anyExpression(statement, each -> mayBe(each, element));
    }

    private boolean mayBe(Expression expression, Element element) {
        return expression instanceof Element read && aliases.mayBeSame(read, element);
    }
}
