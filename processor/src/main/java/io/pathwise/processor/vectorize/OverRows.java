package io.pathwise.processor.vectorize;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.analyze.Definitions;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.Line;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A loop that visits each row of matrices from the first, in either direction. */
final class OverRows {
    private final For source;
    private final Variable counter;
    private final Expression count;
    private final Definitions definitions;
    private final Set<Variable> changing;
    private final ArrayAliases aliases;

    private OverRows(For source, CountedLoop counted, Expression count, ArrayAliases aliases) {
        this.source = source;
        this.counter = counted.counter();
        this.count = count;
        this.definitions = new Definitions(source.body());
        this.changing = new HashSet<>(Statements.assigned(source));
        changing.addAll(Statements.declared(source));
        this.aliases = aliases;
    }

    static Optional<OverRows> of(For loop, ArrayAliases aliases) {
        return CountedLoop.of(loop)
                .filter(counted -> !RowProducts.mayBeLeft(loop))
                .flatMap(counted ->
                        VectorUpdates.length(counted).map(count -> new OverRows(loop, counted, count, aliases)));
    }

    For source() {
        return source;
    }

    /** How many rows there are. */
    Expression count() {
        return count;
    }

    /** What the statement adds, if it is a multiple of the row that can as well be added behind the loop. */
    Optional<AddedMultiple> multiple(Statement statement) {
        return AddedMultiple.of(statement).filter(this::mayWait);
    }

    private boolean mayWait(AddedMultiple multiple) {
        Expression sum = multiple.sum();
        return elementHere(multiple.vector())
                .filter(rows -> isFixed(rows) && isInvariant(sum) && isOnlyAddedTo(sum))
                .filter(rows -> !aliases.group(rows).equals(aliases.group(sum)))
                .filter(rows ->
                        Expressions.variables(multiple.length()).stream().noneMatch(changing::contains))
                .isPresent();
    }

    /** The matrix whose row such a multiple is of. */
    Expression rows(AddedMultiple multiple) {
        return elementHere(multiple.vector()).orElseThrow();
    }

    /** The array that holds the factor of each row. */
    Optional<Expression> factors(Expression factor) {
        return elementHere(factor).filter(this::isFixed);
    }

    Statement keep(Variable factors, Expression factor) {
        Expression place = new Element(Algebra.local(factors), Algebra.local(counter), Position.NONE);
        return new Assign(place, factor, Position.NONE);
    }

    /** The array of which the expression is the element with the number of the row. */
    private Optional<Expression> elementHere(Expression expression) {
        Expression defined = expression instanceof Local local
                ? definitions.of(local.variable()).orElse(expression)
                : expression;
        return defined instanceof Element element && Expressions.same(element.index(), Algebra.local(counter))
                ? Optional.of(element.array())
                : Optional.empty();
    }

    private boolean isInvariant(Expression array) {
        return array instanceof Local local && !changing.contains(local.variable());
    }

    /** Whether the array is the same with the same elements all the time. */
    private boolean isFixed(Expression array) {
        Object group = aliases.group(array);
        return isInvariant(array) && !Statements.any(source.body(), each -> mayWrite(each, group));
    }

    private boolean mayWrite(Statement statement, Object group) {
        Optional<AddedMultiple> multiple = AddedMultiple.of(statement);
        if (multiple.isPresent()) {
            return isIn(multiple.get().sum(), group);
        } else if (statement instanceof Assign assign && assign.target() instanceof Element target) {
            return isIn(target.array(), group);
        }
        return statement instanceof Evaluate evaluate
                && (!(evaluate.expression() instanceof Call call)
                        || call.arguments().stream().anyMatch(each -> isIn(each, group)));
    }

    private boolean isIn(Expression expression, Object group) {
        return expression.type() instanceof Type.ArrayOf
                && aliases.group(expression).equals(group);
    }

    /** Whether the loop does nothing with the array but add multiples of rows to it. */
    private boolean isOnlyAddedTo(Expression array) {
        Object group = aliases.group(array);
        return Line.of(source.body()).stream()
                .map(Line::statement)
                .allMatch(each -> addsTo(each, array) || !Statements.anyExpression(each, inner -> isIn(inner, group)));
    }

    /** Whether the statement adds a multiple of another array to this one. */
    private boolean addsTo(Statement statement, Expression array) {
        Object group = aliases.group(array);
        return AddedMultiple.of(statement)
                .filter(each -> Expressions.same(each.sum(), array))
                .filter(each -> !isIn(each.vector(), group))
                .filter(each -> !Expressions.any(each.factor(), inner -> isIn(inner, group)))
                .isPresent();
    }
}
