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
import io.pathwise.processor.simplify.IndexedLines.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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
            List<Line> lines = share(before, Repetitions.of(block));
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), this::share)));
            return lines;
        });
    }

    private List<Line> share(List<Line> before, List<Expression> candidates) {
        if (candidates.isEmpty()) {
            return new ArrayList<>(before);
        }
        IndexedLines lines = new IndexedLines(before);
        Occurrences occurrences = new Occurrences(candidates, lines);
        for (Expression candidate : candidates) {
            NavigableSet<Place> places = occurrences.of(candidate);
            Place at = places.isEmpty() ? null : places.first();
            while (at != null) {
                if (Repetitions.isAlwaysEvaluated(at.statement(), candidate)) {
                    shareFrom(lines, occurrences, at, candidate);
                }
                at = places.higher(at);
            }
        }
        return lines.lines();
    }

    private void shareFrom(IndexedLines lines, Occurrences occurrences, Place at, Expression candidate) {
        Statement first = at.statement();
        Map<Place, Statement> replaced = new LinkedHashMap<>();
        Optional<Variable> holder = holder(first, candidate);
        if (holder.isPresent()) {
            Reuse reuse = new Reuse(candidate, holder.get(), disturbance);
            replaceBehind(at, concerned(lines, occurrences, candidate, holder.get()), reuse, replaced);
            replaced.forEach((place, statement) -> replace(lines, occurrences, place, statement));
            return;
        }
        Variable temporary = names.create(name(candidate), candidate.type(), Origin.TEMPORARY);
        Reuse reuse = new Reuse(candidate, temporary, disturbance);
        replaced.put(at, reuse.in(first));
        replaceBehind(at, concerned(lines, occurrences, candidate, temporary), reuse, replaced);
        if (reuse.count() > 1 && !disturbance.disturbsBefore(first, candidate)) {
            replaced.forEach((place, statement) -> replace(lines, occurrences, place, statement));
            occurrences.add(lines.insertBefore(at, new Declare(temporary, candidate, Position.NONE)));
        }
    }

    /** The places that contain the candidate or after which the holder may hold another value. */
    private static List<NavigableSet<Place>> concerned(
            IndexedLines lines, Occurrences occurrences, Expression candidate, Variable holder) {
        List<NavigableSet<Place>> concerned = new ArrayList<>();
        concerned.add(occurrences.of(candidate));
        concerned.add(lines.memory());
        concerned.add(lines.writing(holder));
        Expressions.variables(candidate).forEach(each -> concerned.add(lines.writing(each)));
        return concerned;
    }

    private static void replaceBehind(
            Place at, List<NavigableSet<Place>> concerned, Reuse reuse, Map<Place, Statement> replaced) {
        Optional<Place> place = IndexedLines.next(at, concerned);
        while (reuse.isValid() && place.isPresent()) {
            int count = reuse.count();
            Statement statement = reuse.in(place.get().statement());
            if (reuse.count() > count) {
                replaced.put(place.get(), statement);
            }
            place = IndexedLines.next(place.get(), concerned);
        }
    }

    private static void replace(IndexedLines lines, Occurrences occurrences, Place place, Statement statement) {
        lines.replace(place, statement);
        occurrences.add(place);
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
