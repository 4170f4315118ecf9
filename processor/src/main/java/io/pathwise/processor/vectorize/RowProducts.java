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
import io.pathwise.processor.program.Statement.Declare;
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
 * Takes the products of matrix rows with a vector out of the loop over the rows, all rows at once: {@code Rows} computes
 * several of them together, to the same bits in a fraction of the time.
 */
final class RowProducts {
    /** The runtime's class with operations on the rows of matrices. */
    static final String ROWS = "io.pathwise.runtime.Rows";

    static final Type MATRIX = new Type.ArrayOf(ScratchVectors.VECTOR);

    private final ScratchVectors scratch;
    private final ArrayAliases aliases;

    private RowProducts(ScratchVectors scratch, ArrayAliases aliases) {
        this.scratch = scratch;
        this.aliases = aliases;
    }

    /** The block with such products taken out. */
    static Block apply(Block block, ScratchVectors scratch) {
        return new RowProducts(scratch, ArrayAliases.of(block)).block(block);
    }

    /** Whether the function is {@code Rows.products}, the last of whose arguments are a count and that many sums. */
    static boolean isProducts(Function function) {
        return function.owner().equals(ROWS) && function.name().equals("products");
    }

    private Block block(Block block) {
        return Line.rewrite(block, lines -> {
            List<Line> out = new ArrayList<>();
            for (Line line : lines) {
                List<Statement> before = new ArrayList<>();
                Statement rewritten = line.statement() instanceof For loop ? rows(loop, before) : line.statement();
                before.forEach(each -> out.add(line.with(each)));
                out.add(line.with(Line.mapBlocks(rewritten, this::block)));
            }
            return out;
        });
    }

    /** The loop over the rows with the products computed before it; nothing is left of a loop that only stores them. */
    private Statement rows(For loop, List<Statement> before) {
        Optional<CountedLoop> counted = RowProduct.fromZero(loop).filter(each -> runsToItsEnd(loop));
        if (counted.isEmpty()) {
            return loop;
        }
        Optional<Statement> stored = stored(loop, counted.get());
        if (stored.isPresent()) {
            return stored.get();
        }
        Block body = Line.rewrite(loop.body(), lines -> withoutProducts(lines, loop, counted.get(), before));
        return new For(loop.init(), loop.condition(), loop.update(), body, loop.position());
    }

    /** {@code Rows.products(…, y)} for a loop that does nothing but {@code y[i] = sum}. */
    private Optional<Statement> stored(For loop, CountedLoop counted) {
        List<Statement> body = Line.of(loop.body()).stream()
                .map(Line::statement)
                .filter(each -> !isRow(each))
                .toList();
        if (body.size() != 3
                || !(body.get(2) instanceof Assign store)
                || !(store.target() instanceof Element element)
                || !(element.array() instanceof Local target)
                || !(store.value() instanceof Local value)
                || !Expressions.same(element.index(), Algebra.local(counted.counter()))
                || Statements.declared(loop).contains(target.variable())) {
            return Optional.empty();
        }
        return RowProduct.of(body.get(0), body.get(1), counted.counter(), new Definitions(loop.body())::of)
                .filter(each -> value.variable().equals(each.sum()) && isInvariant(each, loop))
                .map(each -> products(each, counted, target));
    }

    private static boolean isRow(Statement statement) {
        return statement instanceof Declare declare
                && declare.variable().type() instanceof Type.ArrayOf
                && declare.initializer().orElse(null) instanceof Element;
    }

    private static boolean runsToItsEnd(For loop) {
        return !mayBeLeft(loop) && !Statements.any(loop.body(), each -> each instanceof Evaluate);
    }

    /** Whether not every iteration may run. */
    static boolean mayBeLeft(For loop) {
        return Statements.any(
                loop.body(), each -> each instanceof Break || each instanceof Return || each instanceof Throw);
    }

    private List<Line> withoutProducts(List<Line> lines, For loop, CountedLoop counted, List<Statement> before) {
        Definitions definitions = new Definitions(loop.body());
        List<Line> out = new ArrayList<>(lines);
        for (int at = 0; at + 1 < out.size(); at++) {
            Optional<RowProduct> product = RowProduct.of(
                            out.get(at).statement(), out.get(at + 1).statement(), counted.counter(), definitions::of)
                    .filter(each -> isInvariant(each, loop));
            if (product.isPresent()) {
                Variable sums = scratch.named(product.get().sum().name() + "At");
                before.addAll(computation(product.get(), counted, sums));
                Expression sum = new Element(Algebra.local(sums), Algebra.local(counted.counter()), Position.NONE);
                out.set(at, out.get(at).with(new Declare(product.get().sum(), sum, Position.NONE)));
                out.remove(at + 1);
            }
        }
        return out;
    }

    /** Whether matrix and vectors are the same before the loop as in each of its iterations. */
    private boolean isInvariant(RowProduct product, For loop) {
        List<Expression> arrays = new ArrayList<>(List.of(product.rows(), product.vector()));
        product.initial().ifPresent(arrays::add);
        Set<Variable> changing = new HashSet<>(Statements.assigned(loop));
        changing.addAll(Statements.declared(loop));
        boolean fixed =
                arrays.stream().allMatch(each -> each instanceof Local local && !changing.contains(local.variable()))
                        && Expressions.variables(product.length()).stream().noneMatch(changing::contains);
        return fixed && !Statements.any(loop.body(), each -> writes(each, arrays));
    }

    private boolean writes(Statement statement, List<Expression> arrays) {
        return statement instanceof Assign assign
                && assign.target() instanceof Element target
                && arrays.stream().anyMatch(each -> aliases.group(each).equals(aliases.group(target.array())));
    }

    /** {@code double[] sums = gradient.memory(slot, count); Rows.products(…, sums);}. */
    private List<Statement> computation(RowProduct product, CountedLoop counted, Variable sums) {
        return List.of(scratch.declaration(sums, counted.bound()), products(product, counted, Algebra.local(sums)));
    }

    private static Statement products(RowProduct product, CountedLoop counted, Expression sums) {
        List<Expression> arguments = new ArrayList<>();
        product.initial().ifPresent(arguments::add);
        arguments.addAll(List.of(product.rows(), product.vector(), product.length(), counted.bound(), sums));
        List<Type> types = new ArrayList<>(product.initial().isPresent() ? List.of(ScratchVectors.VECTOR) : List.of());
        types.addAll(List.of(MATRIX, ScratchVectors.VECTOR, Primitive.INT, Primitive.INT, ScratchVectors.VECTOR));
        Function products = new Function(ROWS, "products", types, null);
        return new Evaluate(new Call(products, arguments, Position.NONE), Position.NONE);
    }
}
