package io.pathwise.processor.vectorize;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.analyze.Definitions;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the multiples of matrix rows that a loop over the rows adds to one vector out of the loop, all rows at once:
 * {@code Rows} adds several of them together and so reads and writes the vector less often. It is what the reverse sweep
 * of a layer does for the adjoints of its inputs.
 */
final class RowMultiples {
    private static final Type VECTOR = new Type.ArrayOf(Primitive.DOUBLE);
    private static final Function ADD_MULTIPLES = new Function(
            "io.pathwise.runtime.Rows",
            "addMultiples",
            List.of(VECTOR, new Type.ArrayOf(VECTOR), Primitive.INT, Primitive.INT, VECTOR),
            null);

    private final ScratchVectors scratch;
    private final ArrayAliases aliases;

    private RowMultiples(ScratchVectors scratch, ArrayAliases aliases) {
        this.scratch = scratch;
        this.aliases = aliases;
    }

    /** The block with such additions behind their loops. */
    static Block apply(Block block, ScratchVectors scratch) {
        return new RowMultiples(scratch, ArrayAliases.of(block)).rewritten(block);
    }

    private Block rewritten(Block block) {
        return Line.rewrite(block, lines -> {
            List<Line> out = new ArrayList<>();
            for (Line line : lines) {
                Optional<OverRows> loop =
                        line.statement() instanceof For each ? OverRows.of(each, aliases) : Optional.empty();
                if (loop.isPresent()) {
                    out.addAll(split(loop.get(), line));
                } else {
                    out.add(line.with(Line.mapBlocks(line.statement(), this::rewritten)));
                }
            }
            return out;
        });
    }

    /** What is added to {@code sum} in each iteration: {@code factor} times the row of {@code rows}. */
    private record Multiple(Expression factor, Expression rows, Expression length, Expression sum) {}

    /** The loop, what it needs before it, and the additions behind it. */
    private List<Line> split(OverRows loop, Line place) {
        List<Line> before = new ArrayList<>();
        List<Line> behind = new ArrayList<>();
        Block body = Line.rewrite(loop.source.body(), lines -> {
            List<Line> rest = new ArrayList<>();
            for (Line line : lines) {
                Optional<Multiple> multiple = loop.multiple(line.statement());
                if (multiple.isEmpty()) {
                    rest.add(line.with(Line.mapBlocks(line.statement(), this::rewritten)));
                    continue;
                }
                Expression factors = loop.factors(multiple.get().factor).orElseGet(() -> {
                    Variable kept = scratch.named(name(multiple.get().factor) + "At");
                    before.add(place.with(scratch.declaration(kept, loop.count)));
                    rest.add(line.with(loop.keep(kept, multiple.get().factor)));
                    return Algebra.local(kept);
                });
                behind.add(line.under(place).with(addition(multiple.get(), factors, loop.count)));
            }
            return rest;
        });
        List<Line> all = new ArrayList<>(before);
        For source = loop.source;
        all.add(place.with(new For(source.init(), source.condition(), source.update(), body, source.position())));
        all.addAll(behind);
        return all;
    }

    private static String name(Expression factor) {
        return factor instanceof Local local ? local.variable().name() : "factor";
    }

    private static Statement addition(Multiple multiple, Expression factors, Expression count) {
        List<Expression> arguments = List.of(factors, multiple.rows, count, multiple.length, multiple.sum);
        return new Evaluate(new Call(ADD_MULTIPLES, arguments, Position.NONE), Position.NONE);
    }

    /** A loop that visits each row from the first, in either direction. */
    private static final class OverRows {
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
            boolean isLeft = Statements.any(
                    loop.body(), each -> each instanceof Break || each instanceof Return || each instanceof Throw);
            return CountedLoop.of(loop)
                    .filter(counted -> !isLeft)
                    .flatMap(counted ->
                            VectorUpdates.length(counted).map(count -> new OverRows(loop, counted, count, aliases)));
        }

        /** The multiple that the statement adds, if it can as well be added behind the loop. */
        Optional<Multiple> multiple(Statement statement) {
            if (!(statement instanceof Evaluate evaluate)
                    || !(evaluate.expression() instanceof Call call)
                    || !call.function().equals(VectorUpdates.ADD_MULTIPLE)) {
                return Optional.empty();
            }
            List<Expression> arguments = call.arguments();
            Expression sum = arguments.get(3);
            return elementHere(arguments.get(1))
                    .filter(rows -> isFixed(rows) && isInvariant(sum) && isOnlyAddedTo(sum))
                    .filter(rows -> !aliases.group(rows).equals(aliases.group(sum)))
                    .filter(rows ->
                            Expressions.variables(arguments.get(2)).stream().noneMatch(changing::contains))
                    .map(rows -> new Multiple(arguments.get(0), rows, arguments.get(2), sum));
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
            if (statement instanceof Assign assign && assign.target() instanceof Element target) {
                return isIn(target.array(), group);
            }
            if (!(statement instanceof Evaluate evaluate) || !(evaluate.expression() instanceof Call call)) {
                return statement instanceof Evaluate;
            }
            return call.function().equals(VectorUpdates.ADD_MULTIPLE)
                    ? isIn(call.arguments().get(3), group)
                    : call.arguments().stream().anyMatch(each -> isIn(each, group));
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
                    .allMatch(each ->
                            addsTo(each, array) || !Statements.anyExpression(each, inner -> isIn(inner, group)));
        }

        /** Whether the statement adds a multiple of another array to this one. */
        private boolean addsTo(Statement statement, Expression array) {
            return statement instanceof Evaluate evaluate
                    && evaluate.expression() instanceof Call call
                    && call.function().equals(VectorUpdates.ADD_MULTIPLE)
                    && Expressions.same(call.arguments().get(3), array)
                    && !isIn(call.arguments().get(1), aliases.group(array))
                    && !Expressions.any(call.arguments().get(0), each -> isIn(each, aliases.group(array)));
        }
    }
}
