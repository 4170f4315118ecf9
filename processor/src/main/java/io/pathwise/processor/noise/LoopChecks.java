package io.pathwise.processor.noise;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.SamplerRule;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.Effects;
import io.pathwise.processor.simplify.LoopInvariants;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Checks parameters that are the same in every iteration once, in front of the loop: {@code if (steps > 0)} where the
 * loop may be passed over. Only checks that the first iteration comes to before anything else could end in an exception
 * are moved, so that the same exception is thrown as the source throws.
 */
final class LoopChecks {
    private static final Expression ALWAYS = new Literal(true, Primitive.BOOLEAN, Position.NONE);

    private LoopChecks() {}

    /** The statements with such checks before the loops. */
    static List<Statement> moveOut(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            Statement inside = Rewriting.lists(each, LoopChecks::moveOut);
            if (inside instanceof For loop) {
                loop(loop, out);
            } else {
                out.add(inside);
            }
        }
        return out;
    }

    private static void loop(For loop, List<Statement> out) {
        Optional<Expression> condition = CountedLoop.of(loop).flatMap(LoopChecks::entry);
        List<Statement> checks = condition.isPresent() ? firstChecks(loop) : List.of();
        if (checks.isEmpty()) {
            out.add(loop);
            return;
        }
        out.addAll(guarded(condition.get(), checks));
        List<Statement> rest = new ArrayList<>(loop.body().statements());
        rest.removeAll(checks);
        Block body = new Block(rest, loop.body().position());
        out.add(new For(loop.init(), loop.condition(), loop.update(), body, loop.position()));
    }

    /**
     * The condition under which there is a first iteration, the literal {@code true} where there always is one; absent
     * where there never is, or where the condition may throw.
     */
    private static Optional<Expression> entry(CountedLoop loop) {
        OptionalInt start = WholeNumbers.value(loop.start());
        OptionalInt bound = WholeNumbers.value(loop.bound());
        if (start.isPresent() && bound.isPresent()) {
            boolean holds = holds(loop.comparison(), start.getAsInt(), bound.getAsInt());
            return holds ? Optional.of(ALWAYS) : Optional.empty();
        } else if (Effects.mayThrow(loop.start()) || Effects.mayThrow(loop.bound())) {
            return Optional.empty();
        }
        return Optional.of(
                start.isPresent()
                        ? Algebra.compare(mirrored(loop.comparison()), loop.bound(), loop.start())
                        : Algebra.compare(loop.comparison(), loop.start(), loop.bound()));
    }

    private static boolean holds(BinaryOperator comparison, int start, int bound) {
        return switch (comparison) {
            case LESS -> start < bound;
            case LESS_OR_EQUAL -> start <= bound;
            case GREATER -> start > bound;
            default -> start >= bound;
        };
    }

    private static BinaryOperator mirrored(BinaryOperator comparison) {
        return switch (comparison) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            default -> BinaryOperator.LESS_OR_EQUAL;
        };
    }

    /** The checks under the condition; those of a loop inside are under one of its own already. */
    private static List<Statement> guarded(Expression condition, List<Statement> checks) {
        if (Completion.isTrue(condition)) {
            return checks;
        }
        if (checks.size() == 1 && checks.get(0) instanceof If inner) {
            Expression both =
                    new Binary(BinaryOperator.AND, condition, inner.condition(), Primitive.BOOLEAN, Position.NONE);
            return List.of(new If(both, inner.then(), Block.EMPTY, Position.NONE));
        }
        return List.of(new If(condition, Block.of(checks), Block.EMPTY, Position.NONE));
    }

    /** The checks of what is the same in every iteration that the first one begins with. */
    private static List<Statement> firstChecks(For loop) {
        Set<Variable> varying = Statements.declared(loop);
        varying.addAll(Statements.assigned(loop));
        List<Statement> checks = new ArrayList<>();
        for (Statement each : loop.body().statements()) {
            if (isCheck(each, varying)) {
                checks.add(each);
            } else if (!isHarmless(each)) {
                return checks;
            }
        }
        return checks;
    }

    private static boolean isCheck(Statement statement, Set<Variable> varying) {
        if (statement instanceof If guard) {
            return guard.otherwise().isEmpty()
                    && LoopInvariants.isInvariant(guard.condition(), varying)
                    && guard.then().statements().stream().allMatch(each -> isCheck(each, varying));
        }
        return statement instanceof Evaluate evaluate
                && evaluate.expression() instanceof Call call
                && SamplerRule.isCheck(call.function())
                && call.arguments().stream().allMatch(each -> isSame(each, varying));
    }

    /** The elements of an array may change although the array stays the same. */
    private static boolean isSame(Expression argument, Set<Variable> varying) {
        return !(argument.type() instanceof Type.ArrayOf) && LoopInvariants.isInvariant(argument, varying);
    }

    /** Whether the statement only computes a number, and always does. */
    private static boolean isHarmless(Statement statement) {
        return statement instanceof Declare declare
                        && declare.initializer().stream().allMatch(LoopChecks::isHarmless)
                || statement instanceof Assign assign && assign.target() instanceof Local && isHarmless(assign.value());
    }

    private static boolean isHarmless(Expression value) {
        Expression computed = withoutNoise(value);
        return !Effects.hasEffects(computed)
                && !Effects.mayThrow(computed)
                && !Expressions.any(computed, Length.class::isInstance);
    }

    /** The value with draws replaced by what they compute; that their noise is there has been seen to before. */
    private static Expression withoutNoise(Expression value) {
        if (value instanceof Draw draw && draw.noise().orElseThrow() instanceof Element) {
            List<Expression> parameters = Expressions.mapAll(draw.arguments(), LoopChecks::withoutNoise);
            Expression noise = Algebra.number(0);
            return Rules.sampler(draw.sampler()).orElseThrow().transform().of(parameters, noise);
        }
        return Expressions.mapChildren(value, LoopChecks::withoutNoise);
    }
}
