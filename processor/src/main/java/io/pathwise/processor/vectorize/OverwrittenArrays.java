package io.pathwise.processor.vectorize;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.Line;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes arrays that are written from end to end before anything reads them as they are, without zeros in them. */
final class OverwrittenArrays {
    private OverwrittenArrays() {}

    /** The block with {@code gradient.array(n)} for {@code gradient.zeros(n)} where that makes no difference. */
    static Block apply(Block block) {
        return Line.rewrite(block, lines -> {
            List<Line> out = new ArrayList<>();
            for (int at = 0; at < lines.size(); at++) {
                Line line = lines.get(at);
                Statement uncleared = uncleared(line.statement(), lines.subList(at + 1, lines.size()));
                out.add(line.with(Line.mapBlocks(uncleared, OverwrittenArrays::apply)));
            }
            return out;
        });
    }

    private static Statement uncleared(Statement statement, List<Line> rest) {
        return zeros(statement)
                .filter(each -> isOverwritten(
                        ((Declare) statement).variable(), each.arguments().get(0), rest))
                .<Statement>map(each -> {
                    Method array = new Method(each.receiver(), "array", each.arguments(), each.type(), each.position());
                    return new Declare(((Declare) statement).variable(), array, statement.position());
                })
                .orElse(statement);
    }

    private static Optional<Method> zeros(Statement statement) {
        return statement instanceof Declare declare
                        && declare.initializer().orElse(null) instanceof Method method
                        && ScratchMemory.isNewArray(method)
                        && method.name().equals("zeros")
                        && method.arguments().size() == 1
                ? Optional.of(method)
                : Optional.empty();
    }

    /** Whether the first statement that concerns the array writes all of it. */
    private static boolean isOverwritten(Variable array, Expression length, List<Line> rest) {
        for (Line line : rest) {
            if (mentions(line.statement(), array)) {
                return overwrites(line.statement(), array, length);
            }
            if (!Collections.disjoint(Statements.assigned(line.statement()), Expressions.variables(length))) {
                return false;
            }
        }
        return false;
    }

    private static boolean overwrites(Statement statement, Variable array, Expression length) {
        if (statement instanceof Evaluate evaluate && evaluate.expression() instanceof Call call) {
            return RowProducts.isProducts(call.function())
                    && isLocal(last(call.arguments(), 1), array)
                    && isLength(last(call.arguments(), 2), array, length)
                    && call.arguments().stream()
                                    .filter(each -> isLocal(each, array))
                                    .count()
                            == 1;
        }
        return statement instanceof For loop
                && RowProduct.fromZero(loop)
                        .filter(counted -> isLength(counted.bound(), array, length))
                        .filter(counted -> writesEach(loop, counted, array))
                        .isPresent();
    }

    private static Expression last(List<Expression> arguments, int fromEnd) {
        return arguments.get(arguments.size() - fromEnd);
    }

    /** Whether every iteration writes its element, and the loop uses the array in no other way. */
    private static boolean writesEach(For loop, CountedLoop counted, Variable array) {
        boolean isLeft = Statements.any(loop.body(), each -> each instanceof Break || each instanceof Return);
        List<Statement> concerned = Line.of(loop.body()).stream()
                .map(Line::statement)
                .filter(each -> mentions(each, array))
                .toList();
        return !isLeft
                && concerned.size() == 1
                && concerned.get(0) instanceof Assign assign
                && assign.target() instanceof Element target
                && isLocal(target.array(), array)
                && Expressions.same(target.index(), Algebra.local(counted.counter()))
                && !mentions(assign.value(), array);
    }

    private static boolean isLength(Expression count, Variable array, Expression length) {
        return Expressions.same(count, length)
                || Expressions.same(count, new Length(Algebra.local(array), Position.NONE));
    }

    private static boolean mentions(Statement statement, Variable array) {
        return Statements.any(
                statement, each -> Statements.expressions(each).stream().anyMatch(inner -> mentions(inner, array)));
    }

    /** Whether the expression uses the array; its length says nothing of what is in it. */
    private static boolean mentions(Expression expression, Variable array) {
        return isLocal(expression, array)
                || !(expression instanceof Length)
                        && Expressions.children(expression).stream().anyMatch(each -> mentions(each, array));
    }

    private static boolean isLocal(Expression expression, Variable array) {
        return expression instanceof Local local && local.variable().equals(array);
    }
}
