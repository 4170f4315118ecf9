package io.pathwise.processor.normalize;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces calls of helpers by their bodies, so that every later pass sees the whole computation: what it costs, what
 * it needs in reverse, where it jumps. Expects {@link Lowering}.
 */
public final class Inlining {
    private final Map<Function, Program> helpers;
    private final Names names;

    private Inlining(Map<Function, Program> helpers, Names names) {
        this.helpers = helpers;
        this.names = names;
    }

    /**
     * Replaces all calls in a program.
     *
     * @param helpers the callable methods, themselves lowered, not inlined
     */
    public static Program inline(Program program, Map<Function, Program> helpers) {
        Names names = program.names();
        return program.withBody(new Inlining(helpers, names).block(program.body()), names);
    }

    /** Reports a call that leads back to the program, directly or through others. */
    public static Optional<Diagnostic> recursion(Program program, Function self, Map<Function, Program> helpers) {
        return findRecursion(program, self, helpers, Set.of());
    }

    private static Optional<Diagnostic> findRecursion(
            Program program, Function self, Map<Function, Program> helpers, Set<Function> visited) {
        List<Invoke> calls = new ArrayList<>();
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof Invoke invoke) {
                calls.add(invoke);
            }
        });
        for (Invoke call : calls) {
            boolean returns = call.method().equals(self);
            if (!returns && !visited.contains(call.method()) && helpers.containsKey(call.method())) {
                Set<Function> seen = new HashSet<>(visited);
                seen.add(call.method());
                returns = findRecursion(helpers.get(call.method()), self, helpers, seen)
                        .isPresent();
            }
            if (returns) {
                return Optional.of(Messages.recursion(call.position(), self.name()));
            }
        }
        return Optional.empty();
    }

    private Block block(Block block) {
        return new Block(all(block.statements()), block.position());
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        statements.forEach(each -> statement(each, out));
        return out;
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof If branch) {
            Expression condition = expression(branch.condition(), out);
            out.add(new If(condition, block(branch.then()), block(branch.otherwise()), branch.position()));
        } else if (statement instanceof While loop) {
            out.add(new While(loop.condition(), block(loop.body()), loop.position()));
        } else if (statement instanceof For loop) {
            out.add(new For(loop.init(), loop.condition(), loop.update(), block(loop.body()), loop.position()));
        } else if (statement instanceof Block block) {
            out.add(block(block));
        } else if (statement instanceof Evaluate evaluate && evaluate.expression() instanceof Invoke) {
            expression(evaluate.expression(), out);
        } else if (Statements.expressions(statement).stream().anyMatch(Inlining::calls)) {
            out.addAll(simple(statement));
        } else {
            out.add(statement);
        }
    }

    private List<Statement> simple(Statement statement) {
        List<Statement> out = new ArrayList<>();
        if (statement instanceof Declare declare) {
            Expression value = expression(declare.initializer().orElseThrow(), out);
            out.add(new Declare(declare.variable(), value, declare.position()));
        } else if (statement instanceof Assign assign) {
            out.add(new Assign(assign.target(), expression(assign.value(), out), assign.position()));
        } else if (statement instanceof Return exit) {
            out.add(new Return(expression(exit.value().orElseThrow(), out), exit.position()));
        } else {
            Evaluate evaluate = (Evaluate) statement;
            out.add(new Evaluate(expression(evaluate.expression(), out), evaluate.position()));
        }
        return out;
    }

    /** Moves calls, and the draws among them to keep their order, into statements before the expression. */
    private Expression expression(Expression expression, List<Statement> out) {
        if (!calls(expression)) {
            return expression;
        }
        return hoist(expression, out);
    }

    private Expression hoist(Expression expression, List<Statement> out) {
        if (!Expressions.any(expression, each -> each instanceof Invoke || each instanceof Draw)) {
            return expression;
        }
        Expression hoisted = Expressions.mapChildren(expression, child -> hoist(child, out));
        if (hoisted instanceof Invoke invoke) {
            return call(invoke, out);
        }
        if (hoisted instanceof Draw draw) {
            Variable variable = names.create(draw.sampler().name(), draw.type(), Origin.TEMPORARY);
            out.add(new Declare(variable, draw, draw.position()));
            return new Local(variable, draw.position());
        }
        return hoisted;
    }

    private Expression call(Invoke invoke, List<Statement> out) {
        Program helper = helpers.get(invoke.method());
        Map<Variable, Expression> arguments = bindArguments(helper, invoke, out);
        Block copy = Fresh.copy(helper.body(), arguments, names);
        Block inlined = block(copy);
        Origin origin = helper.result() instanceof Type.ArrayOf ? Origin.GENERATED : Origin.TEMPORARY;
        Variable result = names.create(helper.name(), helper.result(), origin);
        Optional<Expression> onlyResult = straightResult(inlined);
        if (onlyResult.isPresent()) {
            List<Statement> statements = inlined.statements();
            out.addAll(statements.subList(0, statements.size() - 1));
            out.add(new Declare(result, onlyResult.get(), invoke.position()));
        } else {
            int before = names.next();
            List<Statement> body =
                    TailForm.apply(inlined, result, exit -> false, names).statements();
            boolean flagged = names.next() > before;
            Optional<Expression> initial = flagged ? Optional.of(InitialValues.of(result.type())) : Optional.empty();
            out.add(new Declare(result, initial, invoke.position()));
            out.addAll(body);
        }
        return new Local(result, invoke.position());
    }

    private Map<Variable, Expression> bindArguments(Program helper, Invoke invoke, List<Statement> out) {
        Set<Variable> reassigned = Statements.assigned(helper.body());
        Map<Variable, Expression> arguments = new LinkedHashMap<>();
        for (int i = 0; i < helper.parameters().size(); i++) {
            Parameter parameter = helper.parameters().get(i);
            Variable variable = parameter.variable();
            Expression argument = converted(invoke.arguments().get(i), variable);
            if (isSimple(argument) && !reassigned.contains(variable)) {
                arguments.put(variable, argument);
            } else {
                boolean stays = reassigned.contains(variable) || variable.type() instanceof Type.ArrayOf;
                Origin origin = stays ? Origin.GENERATED : Origin.TEMPORARY;
                Variable bound = names.create(variable.name(), variable.type(), origin);
                out.add(new Declare(bound, argument, argument.position()));
                arguments.put(variable, new Local(bound, Position.NONE));
            }
        }
        return new HashMap<>(arguments);
    }

    /** The argument with the conversion that the call implies made explicit. */
    private static Expression converted(Expression argument, Variable parameter) {
        return argument.type().equals(parameter.type())
                ? argument
                : new Cast(argument, parameter.type(), argument.position());
    }

    private static boolean isSimple(Expression argument) {
        return argument instanceof Local || argument instanceof Literal || argument instanceof Expression.Constant;
    }

    /** The result of a body whose only return is its last statement. */
    private static Optional<Expression> straightResult(Block body) {
        long returns = body.statements().stream()
                .filter(each -> Statements.any(each, one -> one instanceof Return))
                .count();
        if (returns != 1) {
            return Optional.empty();
        }
        Statement last = body.statements().get(body.statements().size() - 1);
        return last instanceof Return exit ? exit.value() : Optional.empty();
    }

    private static boolean calls(Expression expression) {
        return Expressions.any(expression, each -> each instanceof Invoke);
    }
}
