package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.ArrayWrites;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Splits statements that carry derivatives until each applies one function to sums of products: {@code y = a * exp(b *
 * c)} becomes {@code exp = exp(b * c); y = a * exp}. The rule table then differentiates every statement as it stands,
 * and each intermediate value and adjoint has a name. Names that turn out to be read once dissolve again in
 * simplification.
 *
 * <p>The pieces of one statement stay together in an {@link Explained} whose comment states the original.
 */
public final class Elementary {
    private final Predicate<Expression> active;
    private final Function<Statement, String> explanation;
    private final Names names;
    private final ArrayAliases aliases;
    private final Optional<ArrayWrites> writes;
    private final Snapshots snapshots;
    private final Set<Variable> activeTemporaries = new HashSet<>();
    private Statement at;

    private Elementary(
            Predicate<Expression> active,
            Function<Statement, String> explanation,
            Names names,
            ArrayAliases aliases,
            Optional<ArrayWrites> writes) {
        this.active = expression -> active.test(expression) || readsActiveTemporary(expression);
        this.explanation = explanation;
        this.names = names;
        this.aliases = aliases;
        this.writes = writes;
        this.snapshots = new Snapshots(writes, names);
    }

    /**
     * Splits the statements of a block whose derivatives are computed as it goes.
     *
     * @param active whether an expression passes derivatives on
     * @param explanation states what a statement computes, for the reader of its derivative
     */
    public static Block split(
            Block block, Predicate<Expression> active, Function<Statement, String> explanation, Names names) {
        return new Elementary(active, explanation, names, ArrayAliases.of(block), Optional.empty()).block(block);
    }

    /**
     * Splits the statements of a block whose values are wanted again after it has run.
     *
     * @param active whether an expression passes derivatives on
     * @param explanation states what a statement computes, for the reader of its derivative
     */
    public static Split splitLasting(
            Block block, Predicate<Expression> active, Function<Statement, String> explanation, Names names) {
        Elementary elementary =
                new Elementary(active, explanation, names, ArrayAliases.of(block), Optional.of(ArrayWrites.of(block)));
        return new Split(elementary.block(block), elementary.snapshots.variables());
    }

    /**
     * Elementary statements.
     *
     * @param snapshots the variables that hold elements which arrays hold no longer when the block has run
     */
    public record Split(Block block, Set<Variable> snapshots) {}

    private Block block(Block block) {
        snapshots.forget();
        List<Statement> out = new ArrayList<>();
        for (Statement each : block.statements()) {
            statement(each, out);
            if (!(each instanceof Declare)) {
                snapshots.forget();
            }
        }
        return new Block(out, block.position());
    }

    private void statement(Statement statement, List<Statement> out) {
        at = statement;
        if (statement instanceof Declare declare) {
            declare(declare, out);
        } else if (statement instanceof Assign assign) {
            out.add(isSplit(assign) ? explained(statement) : statement);
        } else if (statement instanceof Return exit && !(exit.value().orElse(null) instanceof RecordValue)) {
            out.add(exit.value().filter(active).isPresent() ? explained(statement) : statement);
        } else if (statement instanceof If branch) {
            boolean isLost = snapshots.concernsLater(branch.condition(), branch);
            Expression condition = isLost ? snapshots.bind(branch.condition(), out) : branch.condition();
            out.add(new If(condition, block(branch.then()), block(branch.otherwise()), branch.position()));
        } else if (statement instanceof For loop) {
            out.add(new For(loop.init(), loop.condition(), loop.update(), block(loop.body()), loop.position()));
        } else if (statement instanceof While loop) {
            out.add(new While(loop.condition(), block(loop.body()), loop.position()));
        } else if (statement instanceof Block block) {
            out.add(block(block));
        } else {
            out.add(statement);
        }
    }

    private void declare(Declare declare, List<Statement> out) {
        Optional<Expression> value = declare.initializer();
        boolean isElement = value.filter(Element.class::isInstance).isPresent();
        boolean splits = value.filter(active).isPresent()
                && declare.variable().type() == Primitive.DOUBLE
                && !(value.get() instanceof Local);
        boolean isLost = value.filter(each -> snapshots.concerns(each, declare)).isPresent();
        if (isLost && (isElement || !splits)) {
            snapshots.note(declare.variable());
        }
        out.add(splits ? explained(declare) : declare);
    }

    private boolean isSplit(Assign assign) {
        boolean isPassed = active.test(assign.value()) && !(assign.value() instanceof Local);
        return assign.target() instanceof Element target
                ? active.test(target)
                : isPassed && assign.target().type() == Primitive.DOUBLE;
    }

    private Explained explained(Statement statement) {
        List<Statement> out = new ArrayList<>();
        if (statement instanceof Declare declare) {
            declare(declare.variable(), declare.initializer().orElseThrow(), declare.position(), out);
        } else if (statement instanceof Assign assign) {
            assign(assign.target(), assign.value(), assign.position(), out);
        } else {
            Expression value = ((Return) statement).value().orElseThrow();
            out.add(new Return(root(settled(value, out), out), statement.position()));
        }
        return new Explained(explanation.apply(statement), out, statement.position());
    }

    private Expression settled(Expression value, List<Statement> out) {
        int before = out.size();
        Expression settled = snapshots.settle(value, at, active, out);
        out.subList(before, out.size()).forEach(this::noteTemporary);
        return settled;
    }

    private void noteTemporary(Statement statement) {
        if (statement instanceof Declare declare
                && declare.initializer().filter(active).isPresent()) {
            activeTemporaries.add(declare.variable());
        }
    }

    /** An element to which something is added passes its adjoint on as it is: its old value is not needed. */
    private Expression settledUpdate(Expression place, Expression target, Expression value, List<Statement> out) {
        if (value instanceof Element && Expressions.same(value, place)) {
            return target;
        }
        boolean isSum = value instanceof Binary sum
                && (sum.operator() == BinaryOperator.ADD || sum.operator() == BinaryOperator.SUBTRACT);
        if (!isSum || !(target instanceof Element)) {
            return settled(value, out);
        }
        Binary sum = (Binary) value;
        Expression left = settledUpdate(place, target, sum.left(), out);
        return new Binary(sum.operator(), left, settled(sum.right(), out), sum.type(), sum.position());
    }

    /** The array and the index are held, by which the adjoint of the element is found again, not the element itself. */
    private Expression settledPlace(Expression target, List<Statement> out) {
        return target instanceof Element ? Expressions.mapChildren(target, each -> settled(each, out)) : target;
    }

    private void declare(Variable variable, Expression written, Position position, List<Statement> out) {
        Expression value = written instanceof Element ? settledPlace(written, out) : settled(written, out);
        if (value instanceof Conditional conditional && needsBranches(conditional)) {
            out.add(new Declare(variable, Optional.empty(), position));
            choose(conditional, new Local(variable, position), out);
        } else {
            out.add(new Declare(variable, root(value, out), position));
        }
    }

    private void assign(Expression place, Expression written, Position position, List<Statement> out) {
        Expression target = settledPlace(place, out);
        Expression value = settledUpdate(place, target, written, out);
        if (value instanceof Conditional conditional && needsBranches(conditional)) {
            choose(conditional, target, out);
            return;
        }
        out.add(new Assign(target, namesResult(target, value) ? root(value, out) : reduce(value, out), position));
    }

    /** Whether the target holds the result as long as it is wanted, and gives a name to it. */
    private boolean namesResult(Expression target, Expression value) {
        if (target instanceof Element element) {
            boolean lasts = writes.isEmpty()
                    || at instanceof Assign write && writes.get().isLast(write);
            return lasts
                    && !readsArrayOf(element, value)
                    && !readsArrayOf(element, element.index())
                    && !readsArrayOf(element, element.array());
        }
        return !(target instanceof Local local && Expressions.reads(value, local.variable()));
    }

    private boolean readsArrayOf(Element target, Expression expression) {
        return Expressions.any(
                expression,
                each -> each instanceof Element read
                        && read.type() == target.type()
                        && aliases.mayOverlap(target.array(), read.array())
                        && (writes.isEmpty() || writes.get().overwrites(read, at)));
    }

    /** A function may stand at the root of a statement: the target names its result. */
    private Expression root(Expression value, List<Statement> out) {
        return isFunction(value) ? withReducedOperands(value, out) : reduce(value, out);
    }

    /** An expression of sums and products only; functions in it become variables. */
    private Expression reduce(Expression expression, List<Statement> out) {
        if (expression.type() != Primitive.DOUBLE || !active.test(expression) && !isDear(expression)) {
            return expression;
        }
        if (expression instanceof Conditional conditional) {
            return needsBranches(conditional) ? bindChoice(conditional, out) : conditional;
        }
        if (isFunction(expression)) {
            return bind(withReducedOperands(expression, out), out);
        }
        if (expression instanceof Binary product && product.operator() == BinaryOperator.MULTIPLY) {
            return product(product, out);
        }
        if (expression instanceof Binary || expression instanceof Unary || expression instanceof Cast) {
            return Expressions.mapChildren(expression, child -> reduce(child, out));
        }
        return expression;
    }

    /** A product of active factors is differentiated at once unless a factor is itself a sum of such products. */
    private Expression product(Binary product, List<Statement> out) {
        Expression left = reduce(product.left(), out);
        Expression right = reduce(product.right(), out);
        if (active.test(left) && active.test(right)) {
            left = isCompoundSum(left) ? bind(left, out) : left;
            right = isCompoundSum(right) ? bind(right, out) : right;
        }
        return new Binary(product.operator(), left, right, product.type(), product.position());
    }

    private boolean isCompoundSum(Expression expression) {
        return expression instanceof Binary sum
                && (sum.operator() == BinaryOperator.ADD || sum.operator() == BinaryOperator.SUBTRACT)
                && Expressions.any(expression, this::isActiveProduct);
    }

    private boolean isActiveProduct(Expression expression) {
        return expression instanceof Binary product
                && product.operator() == BinaryOperator.MULTIPLY
                && active.test(product.left())
                && active.test(product.right());
    }

    private Expression withReducedOperands(Expression function, List<Statement> out) {
        return Expressions.mapChildren(
                function, child -> operand(child, TemporaryName.ofOperand(child, function), out));
    }

    private Expression operand(Expression operand, String name, List<Statement> out) {
        Expression reduced = reduce(operand, out);
        boolean shared =
                reduced.type() == Primitive.DOUBLE && activeLeaves(reduced).size() > 1;
        return shared ? bind(reduced, name, out) : reduced;
    }

    /** The variables and elements to which the expression passes its adjoint on. */
    private Set<Expression> activeLeaves(Expression expression) {
        Set<Expression> leaves = new HashSet<>();
        Expressions.walk(expression, each -> {
            if ((each instanceof Local || each instanceof Element)
                    && each.type() == Primitive.DOUBLE
                    && active.test(each)) {
                leaves.add(Expressions.withoutPositions(each));
            }
        });
        return leaves;
    }

    private Expression bind(Expression value, List<Statement> out) {
        return bind(value, TemporaryName.of(value), out);
    }

    private Expression bind(Expression value, String name, List<Statement> out) {
        Variable variable = names.create(name, value.type(), Origin.TEMPORARY);
        if (active.test(value)) {
            activeTemporaries.add(variable);
        }
        out.add(new Declare(variable, value, value.position()));
        return new Local(variable, value.position());
    }

    private boolean readsActiveTemporary(Expression expression) {
        return expression.type() == Primitive.DOUBLE
                && Expressions.variables(expression).stream().anyMatch(activeTemporaries::contains);
    }

    private Expression bindChoice(Conditional conditional, List<Statement> out) {
        Variable variable = names.create("choice", conditional.type(), Origin.GENERATED);
        activeTemporaries.add(variable);
        Local target = new Local(variable, conditional.position());
        out.add(new Declare(variable, Optional.empty(), conditional.position()));
        choose(conditional, target, out);
        return target;
    }

    private void choose(Conditional conditional, Expression target, List<Statement> out) {
        out.add(new If(
                conditional.condition(),
                arm(target, conditional.whenTrue()),
                arm(target, conditional.whenFalse()),
                conditional.position()));
    }

    private Block arm(Expression target, Expression value) {
        snapshots.forget();
        List<Statement> out = new ArrayList<>();
        assign(target, value, value.position(), out);
        snapshots.forget();
        return Block.of(out);
    }

    /** Whether an alternative holds something that must not be evaluated unless it is chosen. */
    private boolean needsBranches(Conditional conditional) {
        return conditional.type() == Primitive.DOUBLE
                && (holdsFunction(conditional.whenTrue()) || holdsFunction(conditional.whenFalse()));
    }

    private boolean holdsFunction(Expression expression) {
        return Expressions.any(
                expression, each -> isFunction(each) || each instanceof Element || isActiveProduct(each));
    }

    /** Whether the rule table, not the algebra of sums and products, differentiates the expression's root. */
    private boolean isFunction(Expression expression) {
        if (expression.type() != Primitive.DOUBLE) {
            return false;
        }
        if (expression instanceof Call || expression instanceof Draw) {
            return active.test(expression) || isDear(expression);
        }
        return expression instanceof Binary binary
                && active.test(binary)
                && (binary.operator() == BinaryOperator.REMAINDER
                        || binary.operator() == BinaryOperator.DIVIDE && !isNonZeroNumber(binary.right()));
    }

    /** Division by a number that is not zero is a product like any other. */
    private static boolean isNonZeroNumber(Expression divisor) {
        Object value = divisor instanceof Constant constant ? constant.value() : null;
        return value instanceof Number number
                ? number.doubleValue() != 0
                : Algebra.literal(divisor).orElse(0) != 0;
    }

    private static boolean isDear(Expression expression) {
        return expression instanceof Call call && Rules.isDear(call.function())
                || expression instanceof Draw draw && Rules.isDear(draw.sampler());
    }
}
