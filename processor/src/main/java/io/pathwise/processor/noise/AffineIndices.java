package io.pathwise.processor.noise;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.SamplerRule.Noise;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds where in the noise array each draw of one kind reads, as an expression of the loop counters: {@code normals[2 *
 * t + 1]}. It exists where draws stand in counted loops of which nothing but a return leaves the count open.
 *
 * @param indices the index of each draw, by identity
 * @param count how many values one path reads at most, as an expression of the parameters
 */
record AffineIndices(Map<Draw, Expression> indices, Expression count) {
    static Optional<AffineIndices> of(Program program, Noise kind) {
        Finder finder = new Finder(kind, program);
        try {
            Cursor end = finder.block(program.body(), new Cursor(WholeNumbers.ZERO, 0, false));
            Expression count = end.index();
            return finder.dependsOnParametersOnly(count)
                    ? Optional.of(new AffineIndices(finder.indices, count))
                    : Optional.empty();
        } catch (NotAffine e) {
            return Optional.empty();
        }
    }

    /**
     * Where the next draw reads.
     *
     * @param base the part of the index that depends on counters and parameters
     * @param offset the constant part
     * @param open whether the position is an upper bound only, so that nothing may be drawn from here on
     */
    private record Cursor(Expression base, int offset, boolean open) {
        Expression index() {
            return WholeNumbers.add(base, WholeNumbers.literal(offset));
        }

        Cursor next() {
            return new Cursor(base, offset + 1, open);
        }
    }

    /** The position of a draw is not affine in the counters. */
    private static final class NotAffine extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class Finder {
        private final Noise kind;
        private final Set<Variable> fixedParameters;
        private final Map<Draw, Expression> indices = new IdentityHashMap<>();

        Finder(Noise kind, Program program) {
            this.kind = kind;
            this.fixedParameters =
                    program.parameters().stream().map(each -> each.variable()).collect(Collectors.toSet());
            fixedParameters.removeAll(Statements.assigned(program.body()));
        }

        boolean dependsOnParametersOnly(Expression expression) {
            return fixedParameters.containsAll(Expressions.variables(expression));
        }

        Cursor block(Block block, Cursor before) throws NotAffine {
            Cursor cursor = before;
            for (Statement each : block.statements()) {
                cursor = statement(each, cursor);
            }
            return cursor;
        }

        private Cursor statement(Statement statement, Cursor before) throws NotAffine {
            if (!Draws.anyIn(statement, kind)) {
                return before;
            } else if (before.open() || statement instanceof While) {
                throw new NotAffine();
            } else if (statement instanceof If branch) {
                return branch(branch, before);
            } else if (statement instanceof Block block) {
                return block(block, before);
            } else if (statement instanceof For loop) {
                return loop(loop, before);
            }
            Cursor cursor = before;
            for (Draw draw : Draws.of(statement)) {
                if (Draws.kind(draw) == kind) {
                    indices.put(draw, cursor.index());
                    cursor = cursor.next();
                }
            }
            return cursor;
        }

        private Cursor branch(If branch, Cursor before) throws NotAffine {
            Cursor afterThen = block(branch.then(), before);
            Cursor afterOtherwise = block(branch.otherwise(), before);
            boolean thenStays = !Completion.completes(branch.then()) && afterThen.equals(before);
            boolean otherwiseStays = !Completion.completes(branch.otherwise()) && afterOtherwise.equals(before);
            if (thenStays || afterThen.equals(afterOtherwise)) {
                return afterOtherwise;
            } else if (otherwiseStays) {
                return afterThen;
            }
            throw new NotAffine();
        }

        private Cursor loop(For loop, Cursor before) throws NotAffine {
            CountedLoop counted = CountedLoop.of(loop).orElseThrow(NotAffine::new);
            Cursor afterOne = block(loop.body(), new Cursor(WholeNumbers.ZERO, 0, false));
            Expression stride = afterOne.index();
            Set<Variable> changing = new HashSet<>(Statements.assigned(loop.body()));
            changing.addAll(Statements.declared(loop));
            boolean pure = !afterOne.open() || afterOne.offset() == 0;
            if (!pure || Expressions.variables(stride).stream().anyMatch(changing::contains)) {
                throw new NotAffine();
            }
            Expression iteration = counted.iteration();
            Expression base = WholeNumbers.add(before.index(), WholeNumbers.multiply(stride, iteration));
            block(loop.body(), new Cursor(base, 0, false));
            return after(loop, counted, stride, before);
        }

        private static Cursor after(For loop, CountedLoop counted, Expression stride, Cursor before) {
            Expression all = WholeNumbers.multiply(stride, counted.iterations());
            OptionalInt known = WholeNumbers.value(all);
            boolean broken = Statements.any(loop.body(), each -> each instanceof Break);
            if (known.isPresent() && !broken) {
                return new Cursor(before.base(), before.offset() + Math.max(known.getAsInt(), 0), false);
            }
            return new Cursor(WholeNumbers.add(before.index(), all), 0, true);
        }
    }
}
