package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.Dependence;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.DiscreteRule;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.SamplerRule.Noise;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Sees the comparison of a fresh uniform number with an active one as what it is: {@code Sampler.uniform(0, 1) < p} is a
 * Bernoulli draw, through which a derivative passes. A number that is used for anything else besides stays as it is.
 *
 * <p>Expects {@link Lowering} and no calls of helpers.
 */
public final class UniformComparisons {
    private static final Function UNIFORM = new Function(
            "io.pathwise.runtime.Sampler", "uniform", List.of(Primitive.DOUBLE, Primitive.DOUBLE), Primitive.DOUBLE);

    private final Dependence dependence;
    private final Set<Variable> usedOnce;
    private final Names names;

    private UniformComparisons(Program program, Names names) {
        this.dependence = Dependence.of(program);
        this.usedOnce = usedOnce(program);
        this.names = names;
    }

    /** The program with such comparisons as draws. */
    public static Program replace(Program program) {
        Names names = program.names();
        UniformComparisons comparisons = new UniformComparisons(program, names);
        Statement body = Rewriting.lists(program.body(), comparisons::all);
        return program.withBody((Statement.Block) body, names);
    }

    private static Set<Variable> usedOnce(Program program) {
        Set<Variable> once = new HashSet<>();
        Set<Variable> often = new HashSet<>(Statements.assigned(program.body()));
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof Local local && !once.add(local.variable())) {
                often.add(local.variable());
            }
        });
        once.removeAll(often);
        return once;
    }

    /** A uniform number that a later statement of the list compares is drawn there, if no other is drawn between. */
    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>(statements);
        for (int i = 0; i < out.size(); i++) {
            Optional<Declare> fresh = freshUniform(out.get(i));
            if (fresh.isPresent()) {
                replaceLater(fresh.get(), i, out);
            }
        }
        List<Statement> all = new ArrayList<>();
        out.forEach(each -> all.add(Rewriting.lists(withinOwnExpressions(each), this::all)));
        return all;
    }

    private Optional<Declare> freshUniform(Statement statement) {
        return statement instanceof Declare declare
                        && usedOnce.contains(declare.variable())
                        && declare.initializer().filter(this::isUniform).isPresent()
                ? Optional.of(declare)
                : Optional.empty();
    }

    private void replaceLater(Declare uniform, int at, List<Statement> out) {
        for (int i = at + 1; i < out.size() && isSimple(out.get(i - 1), i - 1 > at); i++) {
            Optional<Binary> comparison = comparison(out.get(i), uniform.variable());
            if (comparison.isPresent()) {
                Variable drawn = names.create(
                        uniform.variable().name(),
                        Primitive.INT,
                        uniform.variable().origin());
                Draw draw = (Draw) uniform.initializer().orElseThrow();
                Local threshold = new Local(drawn, comparison.get().position());
                int whenTrue = whenTrue(comparison.get(), readsLeft(comparison.get(), uniform));
                Declare bernoulli = new Declare(
                        drawn,
                        bernoulli(draw, threshold(comparison.get(), uniform.variable()), whenTrue),
                        draw.position());
                Expression outcome = isOutcome(comparison.get(), whenTrue, threshold);
                Statement replaced = replacing(out.get(i), comparison.get(), outcome);
                out.set(i, replaced);
                out.remove(at);
                out.add(i - 1, bernoulli);
                return;
            }
        }
    }

    private static boolean readsLeft(Binary comparison, Declare uniform) {
        return comparison.left() instanceof Local local && local.variable().equals(uniform.variable());
    }

    /** Whether the order of draws does not change if the one before is drawn after this statement. */
    private static boolean isSimple(Statement statement, boolean isBetween) {
        boolean isAssignment = statement instanceof Declare || statement instanceof Assign;
        return !isBetween || isAssignment && !Statements.anyExpression(statement, UniformComparisons::drawsUniform);
    }

    private static boolean drawsUniform(Expression expression) {
        return expression instanceof Draw draw
                && Rules.sampler(draw.sampler())
                        .filter(rule -> rule.noise() == Noise.NORMAL)
                        .isEmpty();
    }

    /** The comparison of the variable with something active, where the statement evaluates it once in any case. */
    private Optional<Binary> comparison(Statement statement, Variable uniform) {
        if (Statements.isLoop(statement)) {
            return Optional.empty();
        }
        return Statements.expressions(statement).stream()
                .flatMap(each -> comparison(each, uniform).stream())
                .findFirst();
    }

    private Optional<Binary> comparison(Expression expression, Variable uniform) {
        if (expression instanceof Unary unary) {
            return comparison(unary.operand(), uniform);
        }
        if (!(expression instanceof Binary binary)) {
            return expression instanceof Expression.Conditional choice
                    ? comparison(choice.condition(), uniform)
                    : Optional.empty();
        }
        if (isOrdering(binary) && (isRead(binary.left(), uniform) || isRead(binary.right(), uniform))) {
            Expression threshold = threshold(binary, uniform);
            boolean moves =
                    dependence.of(threshold).active() && !Expressions.any(threshold, UniformComparisons::drawsUniform);
            return moves ? Optional.of(binary) : Optional.empty();
        }
        Optional<Binary> left = comparison(binary.left(), uniform);
        return left.isPresent() || binary.operator().isShortCircuit() ? left : comparison(binary.right(), uniform);
    }

    private static Expression threshold(Binary comparison, Variable uniform) {
        return isRead(comparison.left(), uniform) ? comparison.right() : comparison.left();
    }

    private static boolean isRead(Expression expression, Variable variable) {
        return expression instanceof Local local && local.variable().equals(variable);
    }

    private static boolean isOrdering(Binary binary) {
        return binary.operator().isComparison()
                && binary.operator() != BinaryOperator.EQUAL
                && binary.operator() != BinaryOperator.NOT_EQUAL;
    }

    private static boolean isLess(BinaryOperator operator) {
        return operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_OR_EQUAL;
    }

    /** {@code u < p} is the outcome 1, {@code u > p} the outcome 0. */
    private static int whenTrue(Binary comparison, boolean uniformIsLeft) {
        return isLess(comparison.operator()) == uniformIsLeft ? 1 : 0;
    }

    private static Expression isOutcome(Binary comparison, int outcome, Expression drawn) {
        return new Binary(
                BinaryOperator.EQUAL, drawn, WholeNumbers.literal(outcome), Primitive.BOOLEAN, comparison.position());
    }

    private static Statement replacing(Statement statement, Binary comparison, Expression outcome) {
        return ownExpressions(statement, each -> replacing(each, comparison, outcome));
    }

    private static Expression replacing(Expression expression, Binary comparison, Expression outcome) {
        return expression == comparison
                ? outcome
                : Expressions.mapChildren(expression, each -> replacing(each, comparison, outcome));
    }

    private static Statement ownExpressions(Statement statement, UnaryOperator<Expression> replacement) {
        return statement instanceof If branch
                ? new If(replacement.apply(branch.condition()), branch.then(), branch.otherwise(), branch.position())
                : Statements.mapExpressions(statement, replacement);
    }

    /** Comparisons whose uniform number has no name. */
    private Statement withinOwnExpressions(Statement statement) {
        boolean evaluatesOnce = statement instanceof Declare
                || statement instanceof Assign
                || statement instanceof Return
                || statement instanceof If;
        return evaluatesOnce ? ownExpressions(statement, this::direct) : statement;
    }

    private Expression direct(Expression expression) {
        if (expression instanceof Binary binary && isOrdering(binary)) {
            boolean uniformIsLeft = isUniform(binary.left());
            Expression threshold = uniformIsLeft ? binary.right() : binary.left();
            Expression uniform = uniformIsLeft ? binary.left() : binary.right();
            if (isUniform(uniform)
                    && dependence.of(threshold).active()
                    && !Expressions.any(threshold, UniformComparisons::drawsUniform)) {
                int whenTrue = whenTrue(binary, uniformIsLeft);
                return isOutcome(binary, whenTrue, bernoulli((Draw) uniform, threshold, whenTrue));
            }
        }
        return Expressions.mapChildren(expression, this::direct);
    }

    private boolean isUniform(Expression expression) {
        if (!(expression instanceof Draw draw) || !draw.sampler().equals(UNIFORM)) {
            return false;
        }
        OptionalDouble lower = Algebra.literal(draw.arguments().get(0));
        OptionalDouble upper = Algebra.literal(draw.arguments().get(1));
        return lower.isPresent() && upper.isPresent() && lower.getAsDouble() < upper.getAsDouble();
    }

    /** Outside of the interval the probability is 0 or 1 and does not move. */
    private static Draw bernoulli(Draw uniform, Expression threshold, int whenTrue) {
        Expression lower = uniform.arguments().get(0);
        Expression width = Algebra.subtract(uniform.arguments().get(1), lower);
        Expression p = Algebra.divide(Algebra.subtract(threshold, lower), width);
        Expression bounded = Algebra.call("java.lang.Math", "max", p, Algebra.number(0));
        Call probability = (Call) Algebra.call("java.lang.Math", "min", bounded, Algebra.number(1));
        return new Draw(DiscreteRule.comparison(whenTrue), List.of(probability), Optional.empty(), uniform.position());
    }
}
