package io.pathwise.processor.vectorize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the multiples of matrix rows that a loop over the rows adds to one vector out of the loop, all rows at once:
 * {@code Rows} adds several of them together and so reads and writes the vector less often. It is what the reverse sweep
 * of a layer does for the adjoints of its inputs.
 */
final class RowMultiples {
    private static final Function ADD_MULTIPLES = new Function(
            RowProducts.ROWS,
            "addMultiples",
            List.of(ScratchVectors.VECTOR, RowProducts.MATRIX, Primitive.INT, Primitive.INT, ScratchVectors.VECTOR),
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

    /** The loop, what it needs before it, and the additions behind it. */
    private List<Line> split(OverRows loop, Line place) {
        List<Line> before = new ArrayList<>();
        List<Line> behind = new ArrayList<>();
        Block body = Line.rewrite(loop.source().body(), lines -> {
            List<Line> rest = new ArrayList<>();
            for (Line line : lines) {
                Optional<AddedMultiple> multiple = loop.multiple(line.statement());
                if (multiple.isEmpty()) {
                    rest.add(line.with(Line.mapBlocks(line.statement(), this::rewritten)));
                    continue;
                }
                Expression factors = loop.factors(multiple.get().factor()).orElseGet(() -> {
                    Variable kept = scratch.named(name(multiple.get().factor()) + "At");
                    before.add(place.with(scratch.declaration(kept, loop.count())));
                    rest.add(line.with(loop.keep(kept, multiple.get().factor())));
                    return Algebra.local(kept);
                });
                behind.add(line.under(place).with(addition(loop, factors, multiple.get())));
            }
            return rest;
        });
        List<Line> all = new ArrayList<>(before);
        For source = loop.source();
        all.add(place.with(new For(source.init(), source.condition(), source.update(), body, source.position())));
        all.addAll(behind);
        return all;
    }

    private static String name(Expression factor) {
        return factor instanceof Local local ? local.variable().name() : "factor";
    }

    private static Statement addition(OverRows loop, Expression factors, AddedMultiple multiple) {
        List<Expression> arguments =
                List.of(factors, loop.rows(multiple), loop.count(), multiple.length(), multiple.sum());
        return new Evaluate(new Call(ADD_MULTIPLES, arguments, Position.NONE), Position.NONE);
    }
}
