package io.pathwise.processor.noise;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.analyze.WholeDefinitions;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
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
 * @param exact whether it reads no fewer unless it returns early; a negative count means none
 */
record AffineIndices(Map<Draw, Expression> indices, Expression count, boolean exact) {
    static Optional<AffineIndices> of(Program program, Noise kind) {
        Finder finder = new Finder(kind, program);
        try {
            Cursor end = finder.block(program.body(), Cursor.START);
            Expression count = finder.definitions.expand(end.index());
            boolean exact = end.certainty() != Certainty.AT_MOST;
            return finder.dependsOnParametersOnly(count)
                    ? Optional.of(new AffineIndices(finder.indices, count, exact))
                    : Optional.empty();
        } catch (NotAffine e) {
            return Optional.empty();
        }
    }

    /** Whether the value is not a matter of arithmetic with parameters that always succeeds. */
    private static boolean isUnknown(Expression expression) {
        boolean divides = expression instanceof Binary binary
                && binary.operator().isDivision()
                && WholeNumbers.value(binary.right()).orElse(0) == 0;
        return divides
                || expression instanceof Expression.Invoke
                || expression instanceof Element
                || expression instanceof Draw;
    }

    /**
     * Where the next draw reads.
     *
     * @param base the part of the index that depends on counters and parameters
     * @param offset the constant part
     * @param certainty whether the position is exact
     */
    private record Cursor(Expression base, int offset, Certainty certainty) {
        static final Cursor START = new Cursor(WholeNumbers.ZERO, 0, Certainty.EXACT);

        static Cursor at(Expression index) {
            return new Cursor(index, 0, Certainty.EXACT);
        }

        Expression index() {
            return WholeNumbers.add(base, WholeNumbers.literal(offset));
        }

        Cursor next() {
            return new Cursor(base, offset + 1, certainty);
        }

        boolean isAtStart() {
            return equals(START);
        }
    }

    /** What is known of a position. */
    private enum Certainty {
        EXACT,
        /** Exact unless a number of iterations is negative: then nothing was drawn at all. */
        EXACT_IF_ANY,
        /** No further than this. */
        AT_MOST
    }

    /** The position of a draw is not affine in the counters. */
    private static final class NotAffine extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class Finder {
        private final Noise kind;
        private final Set<Variable> fixedParameters;
        private final WholeDefinitions definitions;
        private final Map<Draw, Expression> indices = new IdentityHashMap<>();

        Finder(Noise kind, Program program) {
            this.kind = kind;
            this.definitions = new WholeDefinitions(program);
            this.fixedParameters =
                    program.parameters().stream().map(each -> each.variable()).collect(Collectors.toSet());
            fixedParameters.removeAll(Statements.assigned(program.body()));
        }

        boolean dependsOnParametersOnly(Expression expression) {
            return fixedParameters.containsAll(Expressions.variables(expression))
                    && !Expressions.any(expression, AffineIndices::isUnknown);
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
            } else if (before.certainty() != Certainty.EXACT || statement instanceof While) {
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
            Cursor afterOne = block(loop.body(), Cursor.START);
            Expression stride = afterOne.index();
            Set<Variable> changing = new HashSet<>(Statements.assigned(loop.body()));
            changing.addAll(Statements.declared(loop));
            if (afterOne.certainty() == Certainty.AT_MOST
                    || Expressions.variables(stride).stream().anyMatch(changing::contains)) {
                throw new NotAffine();
            }
            Expression drawn = WholeNumbers.multiply(stride, counted.iteration());
            block(loop.body(), Cursor.at(WholeNumbers.add(before.index(), drawn)));
            return after(loop, product(stride, counted.iterations()), before);
        }

        /** Two negative numbers of iterations must not make a positive number of draws. */
        private static Expression product(Expression stride, Expression iterations) {
            boolean known = WholeNumbers.value(stride).isPresent();
            return known || isCount(stride) && isCount(iterations)
                    ? WholeNumbers.multiply(stride, iterations)
                    : WholeNumbers.multiply(WholeNumbers.atLeastZero(stride), WholeNumbers.atLeastZero(iterations));
        }

        /** Whether the number is surely not negative. */
        private static boolean isCount(Expression number) {
            if (number instanceof Binary binary
                    && (binary.operator() == BinaryOperator.ADD || binary.operator() == BinaryOperator.MULTIPLY)) {
                return isCount(binary.left()) && isCount(binary.right());
            }
            return number instanceof Length || WholeNumbers.value(number).orElse(-1) >= 0;
        }

        /** What is drawn in the loop as a number that every later draw may count from; absent if there is none. */
        private Optional<Expression> settled(Expression drawn) {
            Expression expanded = definitions.expand(drawn);
            return Optional.of(expanded).filter(each -> isCount(each) && dependsOnParametersOnly(each));
        }

        private Cursor after(For loop, Expression drawn, Cursor before) {
            OptionalInt known = WholeNumbers.value(drawn);
            boolean broken = Statements.any(loop.body(), each -> each instanceof Break);
            if (known.isPresent() && !broken) {
                int offset = before.offset() + Math.max(known.getAsInt(), 0);
                return new Cursor(before.base(), offset, Certainty.EXACT);
            }
            Optional<Expression> settled = broken ? Optional.empty() : settled(drawn);
            if (settled.isPresent()) {
                return Cursor.at(WholeNumbers.add(before.index(), settled.get()));
            }
            Certainty certainty = before.isAtStart() && !broken ? Certainty.EXACT_IF_ANY : Certainty.AT_MOST;
            Expression count = before.isAtStart() ? drawn : WholeNumbers.atLeastZero(drawn);
            return new Cursor(WholeNumbers.add(before.index(), count), 0, certainty);
        }
    }
}
