package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.simplify.LoopInvariants;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Computes elementary functions and quotients that are the same in every iteration in front of the loop, as an expert
 * writes it: {@code for (…) x += Math.sqrt(dt) * z} becomes {@code double sqrt = Math.sqrt(dt); for (…) x += sqrt * z}.
 * All modes are derived from the result, so that they compute the same values, and their derivatives leave the loop too.
 *
 * <p>Nothing that could end in an exception is moved, and no sum or product, whose order decides how it rounds.
 */
public final class InvariantOperations {
    private final Names names;
    private final LoopInvariants invariants;
    private final Activity activity;

    private InvariantOperations(Program program, LoopInvariants invariants, Names names) {
        Set<Variable> inputs =
                program.activeParameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        this.names = names;
        this.invariants = invariants;
        this.activity = Activity.varied(program.body(), inputs);
    }

    /**
     * The program with such operations before its loops.
     *
     * @param fixed variables that are read where the source reads them, since reading them may end in an exception
     */
    public static Program moveOut(Program program, Set<Variable> fixed) {
        Names names = program.names();
        LoopInvariants invariants = new LoopInvariants(fixed);
        InvariantOperations operations = new InvariantOperations(program, invariants, names);
        Block named = new Block(
                operations.all(program.body().statements()), program.body().position());
        return program.withBody(invariants.moveOut(named), names);
    }

    private List<Statement> all(List<Statement> statements) {
        return statements.stream().map(this::statement).toList();
    }

    private Statement statement(Statement statement) {
        Statement inside = Rewriting.lists(statement, this::all);
        if (!Statements.isLoop(inside)) {
            return inside;
        }
        Iteration iteration = new Iteration(invariants.varying(inside), Statements.assigned(inside));
        return Rewriting.lists(inside, iteration::named);
    }

    /** What one loop computes in each iteration: gives names, in its body still, to operations that do not change. */
    private final class Iteration {
        private final Set<Variable> varying;
        private final Set<Variable> assigned;
        private final Map<Expression, Variable> known = new LinkedHashMap<>();

        Iteration(Set<Variable> varying, Set<Variable> assigned) {
            this.varying = varying;
            this.assigned = assigned;
        }

        List<Statement> named(List<Statement> statements) {
            List<Statement> out = new ArrayList<>();
            for (Statement each : statements) {
                out.add(named(each, this::isInvariant, out));
            }
            return out;
        }

        private Statement named(Statement statement, Predicate<Expression> movable, List<Statement> out) {
            if (statement instanceof Declare declare) {
                boolean moves = !assigned.contains(declare.variable())
                        && declare.initializer().filter(this::isInvariant).isPresent();
                return moves ? declare : Statements.mapExpressions(declare, value -> named(value, movable, out));
            } else if (statement instanceof Assign || statement instanceof Evaluate) {
                return Statements.mapExpressions(statement, value -> named(value, movable, out));
            } else if (statement instanceof If branch) {
                Expression condition = named(branch.condition(), movable, out);
                return new If(condition, arm(branch.then(), out), arm(branch.otherwise(), out), branch.position());
            }
            return statement;
        }

        /** An arm that leaves the loop is run at most once. */
        private Block arm(Block arm, List<Statement> out) {
            boolean leaves = Statements.any(
                    arm, each -> each instanceof Return || each instanceof Throw || each instanceof Break);
            return leaves ? arm : Rewriting.block(arm, each -> named(each, this::isConstant, out));
        }

        private boolean isInvariant(Expression value) {
            return LoopInvariants.isInvariant(value, varying);
        }

        /** Whether the value is invariant and nothing is lost by computing it in vain: its derivative is not needed. */
        private boolean isConstant(Expression value) {
            return isInvariant(value) && Expressions.variables(value).stream().noneMatch(activity::isActive);
        }

        /** The value with names for the largest dear operations in it that may be moved. */
        private Expression named(Expression value, Predicate<Expression> movable, List<Statement> out) {
            if (value instanceof Conditional choice) {
                return new Conditional(
                        named(choice.condition(), movable, out),
                        named(choice.whenTrue(), this::isConstant, out),
                        named(choice.whenFalse(), this::isConstant, out),
                        choice.type(),
                        choice.position());
            } else if (value instanceof Binary binary && binary.operator().isShortCircuit()) {
                Expression left = named(binary.left(), movable, out);
                Expression right = named(binary.right(), this::isConstant, out);
                return new Binary(binary.operator(), left, right, binary.type(), binary.position());
            }
            return isDear(value) && movable.test(value)
                    ? new Local(holder(value, out), value.position())
                    : Expressions.mapChildren(value, child -> named(child, movable, out));
        }

        private Variable holder(Expression value, List<Statement> out) {
            return known.computeIfAbsent(Expressions.withoutPositions(value), bare -> {
                Variable variable = names.create(nameOf(value), value.type(), Origin.GENERATED);
                out.add(new Declare(variable, value, value.position()));
                return variable;
            });
        }
    }

    /** {@code sqrt(dt)} is sqrtDt and {@code dt / 6} dtOver6; of other operands the name says nothing. */
    private static String nameOf(Expression value) {
        List<Expression> operands = Expressions.children(value);
        if (value instanceof Call && operands.size() == 1 && operands.get(0) instanceof Local local) {
            return TemporaryName.of(value) + capitalized(local.variable().name());
        } else if (value instanceof Binary && operands.get(0) instanceof Local left) {
            Expression right = operands.get(1);
            String name = left.variable().name() + "Over";
            if (right instanceof Local local) {
                return name + capitalized(local.variable().name());
            } else if (WholeNumbers.value(right).isPresent()) {
                return name + WholeNumbers.value(right).getAsInt();
            }
        }
        return TemporaryName.of(value);
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean isDear(Expression value) {
        boolean isOperation =
                value instanceof Call call && call.type() == Primitive.DOUBLE && Rules.isDear(call.function())
                        || LoopInvariants.isDearQuotient(value);
        return isOperation && Expressions.any(value, each -> each instanceof Local || each instanceof Call);
    }
}
