package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes what a block computes more than once only the first time: in a variable that gets the value anyway, or in a
 * temporary named after the operation.
 */
final class CommonSubexpressions {
    private final Names names;
    private final Disturbance disturbance;

    private CommonSubexpressions(Names names, Disturbance disturbance) {
        this.names = names;
        this.disturbance = disturbance;
    }

    /** The block with repeated expressions computed once. */
    static Block apply(Block block, Names names) {
        return new CommonSubexpressions(names, new Disturbance(ArrayAliases.of(block))).share(block);
    }

    private Block share(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> lines = new ArrayList<>(before);
            for (Expression candidate : Repetitions.of(block)) {
                shareIn(lines, candidate);
            }
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), this::share)));
            return lines;
        });
    }

    private void shareIn(List<Line> lines, Expression candidate) {
        for (int at = 0; at < lines.size(); at++) {
            if (Repetitions.isAlwaysEvaluated(lines.get(at).statement(), candidate)) {
                shareFrom(lines, at, candidate);
            }
        }
    }

    private void shareFrom(List<Line> lines, int at, Expression candidate) {
        Statement first = lines.get(at).statement();
        Optional<Variable> holder = holder(first, candidate);
        if (holder.isPresent()) {
            Reuse reuse = new Reuse(candidate, holder.get(), disturbance);
            replaceFrom(lines, at + 1, reuse);
            return;
        }
        Variable temporary = names.create(name(candidate), candidate.type(), Origin.TEMPORARY);
        Reuse reuse = new Reuse(candidate, temporary, disturbance);
        List<Line> replaced = new ArrayList<>(lines);
        replaceFrom(replaced, at, reuse);
        if (reuse.count() > 1 && !disturbance.disturbsBefore(first, candidate)) {
            lines.clear();
            lines.addAll(replaced);
            lines.add(at, lines.get(at).with(new Declare(temporary, candidate, Position.NONE)));
        }
    }

    private static void replaceFrom(List<Line> lines, int from, Reuse reuse) {
        for (int i = from; i < lines.size() && reuse.isValid(); i++) {
            lines.set(i, lines.get(i).with(reuse.in(lines.get(i).statement())));
        }
    }

    /** The variable that keeps the value of the candidate after the statement. */
    private static Optional<Variable> holder(Statement statement, Expression candidate) {
        Optional<Variable> holder = Optional.empty();
        if (statement instanceof Declare declare
                && declare.initializer()
                        .filter(value -> Expressions.same(value, candidate))
                        .isPresent()) {
            holder = Optional.of(declare.variable());
        } else if (statement instanceof Assign assign
                && assign.target() instanceof Local target
                && Expressions.same(assign.value(), candidate)) {
            holder = Optional.of(target.variable());
        }
        return holder.filter(variable -> variable.type().equals(candidate.type()))
                .filter(variable -> !Expressions.reads(candidate, variable));
    }

    private static String name(Expression candidate) {
        if (candidate instanceof Expression.Call call) {
            return call.function().name();
        }
        return switch (((Binary) candidate).operator()) {
            case DIVIDE -> "quotient";
            case MULTIPLY -> "product";
            case ADD -> "sum";
            default -> "difference";
        };
    }
}
