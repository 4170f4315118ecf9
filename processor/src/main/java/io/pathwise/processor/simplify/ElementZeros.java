package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes {@code a[i] = e} for {@code a[i] = 0; …; a[i] += e}. */
final class ElementZeros {
    private final ArrayAliases aliases;
    private final Disturbance disturbance;

    private ElementZeros(ArrayAliases aliases) {
        this.aliases = aliases;
        this.disturbance = new Disturbance(aliases);
    }

    /** The block without zeros that are overwritten or only added to. */
    static Block apply(Block block) {
        return new ElementZeros(ArrayAliases.of(block)).rewrite(block);
    }

    private Block rewrite(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> lines = new ArrayList<>(before);
            for (int at = lines.size() - 1; at >= 0; at--) {
                mergeAt(lines, at);
            }
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), this::rewrite)));
            return lines;
        });
    }

    private void mergeAt(List<Line> lines, int at) {
        if (!(lines.get(at).statement() instanceof Assign zero)
                || !(zero.target() instanceof Element element)
                || element.type() != Primitive.DOUBLE
                || !Algebra.isZero(zero.value())) {
            return;
        }
        for (int next = at + 1; next < lines.size(); next++) {
            Statement statement = lines.get(next).statement();
            Optional<Statement> merged = merge(element, statement);
            if (merged.isPresent()) {
                lines.set(next, lines.get(next).with(merged.get()));
                lines.remove(at);
                return;
            } else if (touches(statement, element)) {
                return;
            }
        }
    }

    private Optional<Statement> merge(Element element, Statement statement) {
        if (!(statement instanceof Assign assign) || !Expressions.same(assign.target(), element)) {
            return Optional.empty();
        }
        if (!reads(assign.value(), element)) {
            return Optional.of(assign);
        }
        if (assign.value() instanceof Binary sum
                && Expressions.same(sum.left(), element)
                && !reads(sum.right(), element)
                && (sum.operator() == BinaryOperator.ADD || sum.operator() == BinaryOperator.SUBTRACT)) {
            boolean isSum = sum.operator() == BinaryOperator.ADD;
            Expression value = isSum ? sum.right() : Algebra.negate(sum.right());
            return Optional.of(new Assign(assign.target(), Algebra.asInitializer(value), assign.position()));
        }
        return Optional.empty();
    }

    private boolean reads(Expression expression, Element element) {
        return Expressions.any(expression, each -> each instanceof Element read && aliases.mayBeSame(read, element));
    }

    /** Whether the statement may read or write the element, mean another one by it, or end before the next does. */
    private boolean touches(Statement statement, Element element) {
        boolean plain = statement instanceof Assign || statement instanceof Statement.Declare;
        return !plain
                || disturbance.disturbs(statement, element)
                || Statements.anyExpression(
                        statement, each -> each instanceof Element read && aliases.mayBeSame(read, element));
    }
}
