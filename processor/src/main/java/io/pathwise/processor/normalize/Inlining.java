package io.pathwise.processor.normalize;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
    private final java.util.function.Function<Function, List<String>> parameters;
    private final Names names;

    private Inlining(
            Map<Function, Program> helpers,
            java.util.function.Function<Function, List<String>> parameters,
            Names names) {
        this.helpers = helpers;
        this.parameters = parameters;
        this.names = names;
    }

    /**
     * Replaces the calls of helpers in a program; other calls get statements of their own.
     *
     * @param helpers what stands for the calls of each helper, in which its own calls are replaced already
     * @param parameters the names of the parameters of any other method, after which its arguments are called, as far as they are known
     */
    public static Program inline(
            Program program,
            Map<Function, Program> helpers,
            java.util.function.Function<Function, List<String>> parameters) {
        Names names = program.names();
        return program.withBody(new Inlining(helpers, parameters, names).block(program.body()), names);
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
        } else if (statement instanceof Evaluate evaluate && isCall(evaluate.expression())) {
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
            List<Statement> before = new ArrayList<>();
            Expression value = expression(assign.value(), before);
            out.add(new Assign(located(assign.target(), before, out), value, assign.position()));
        } else if (statement instanceof Return exit) {
            out.add(new Return(expression(exit.value().orElseThrow(), out), exit.position()));
        } else if (statement instanceof Throw exit) {
            out.add(new Throw(expression(exit.exception(), out), exit.position()));
        } else {
            Evaluate evaluate = (Evaluate) statement;
            out.add(new Evaluate(expression(evaluate.expression(), out), evaluate.position()));
        }
        return out;
    }

    /** Which element is assigned to is settled before the statements that give it its value, which follow. */
    private Expression located(Expression target, List<Statement> before, List<Statement> out) {
        Expression settled = target instanceof Element element && ArrayEffects.disturb(element.index(), before)
                ? new Element(element.array(), bind("index", element.index(), out), element.position())
                : target;
        out.addAll(before);
        return settled;
    }

    /** Moves calls, and the draws among them to keep their order, into statements before the expression. */
    private Expression expression(Expression expression, List<Statement> out) {
        if (!calls(expression)) {
            return expression;
        }
        return hoist(expression, out);
    }

    private Expression hoist(Expression expression, List<Statement> out) {
        if (!Expressions.any(expression, each -> isCall(each) || each instanceof Draw)) {
            return expression;
        }
        Expression hoisted = withHoistedOperands(expression, out);
        if (hoisted instanceof Invoke invoke) {
            return call(invoke, out);
        }
        if (hoisted instanceof CompanionCall call) {
            List<Expression> arguments = bound(
                    call.arguments(), Parameter.names(call.callee().records().parameters()), out);
            Expression bound = new CompanionCall(call.callee(), arguments, call.noise(), call.position());
            return bind(call.callee().function().name(), bound, out);
        }
        if (hoisted instanceof Draw draw) {
            return bind(draw.sampler().name(), draw, out);
        }
        return hoisted;
    }

    /** Operands are evaluated from left to right: one that reads what a later call writes is bound before. */
    private Expression withHoistedOperands(Expression expression, List<Statement> out) {
        List<Expression> hoisted = new ArrayList<>();
        List<List<Statement>> effects = new ArrayList<>();
        for (Expression operand : Expressions.children(expression)) {
            List<Statement> before = new ArrayList<>();
            hoisted.add(hoist(operand, before));
            effects.add(before);
        }
        for (int i = 0; i < hoisted.size(); i++) {
            out.addAll(effects.get(i));
            List<Statement> later = effects.subList(i + 1, effects.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            if (ArrayEffects.disturb(hoisted.get(i), later)) {
                hoisted.set(i, bind("operand", hoisted.get(i), out));
            }
        }
        Iterator<Expression> operands = hoisted.iterator();
        return Expressions.mapChildren(expression, child -> operands.next());
    }

    private Expression call(Invoke invoke, List<Statement> out) {
        Program helper = helpers.get(invoke.method());
        if (helper == null) {
            return remaining(invoke, out);
        }
        Map<Variable, Expression> arguments = bindArguments(helper, invoke, out);
        Block inlined = Fresh.copy(helper.body(), arguments, names);
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

    /** A call that stays one gets a statement of its own, and its arguments names. */
    private Expression remaining(Invoke invoke, List<Statement> out) {
        List<Expression> arguments = bound(invoke.arguments(), parameters.apply(invoke.method()), out);
        Expression call = new Invoke(invoke.method(), arguments, invoke.position());
        return bind(invoke.method().name(), call, out);
    }

    private List<Expression> bound(List<Expression> arguments, List<String> wishes, List<Statement> out) {
        List<Expression> bound = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            String wish = i < wishes.size() ? wishes.get(i) : "argument";
            bound.add(isShort(argument) ? argument : bind(wish, argument, out));
        }
        return bound;
    }

    private Expression bind(String name, Expression value, List<Statement> out) {
        Variable variable = names.create(name, value.type(), Origin.TEMPORARY);
        out.add(new Declare(variable, value, value.position()));
        return new Local(variable, value.position());
    }

    private Map<Variable, Expression> bindArguments(Program helper, Invoke invoke, List<Statement> out) {
        Set<Variable> reassigned = Statements.assigned(helper.body());
        Map<Variable, Expression> arguments = new LinkedHashMap<>();
        for (int i = 0; i < helper.parameters().size(); i++) {
            Parameter parameter = helper.parameters().get(i);
            Variable variable = parameter.variable();
            Expression given = invoke.arguments().get(i);
            Expression argument = converted(given, variable.type());
            if (isSimple(argument) && !reassigned.contains(variable)) {
                arguments.put(variable, argument);
            } else {
                boolean stays = reassigned.contains(variable) || variable.type() instanceof Type.ArrayOf;
                Origin origin = stays ? Origin.GENERATED : Origin.TEMPORARY;
                Variable bound = names.create(variable.name(), variable.type(), origin);
                out.add(new Declare(bound, given, argument.position()));
                arguments.put(variable, new Local(bound, argument.position()));
            }
        }
        return new HashMap<>(arguments);
    }

    /** The argument with the conversion that the call implies made explicit; where it initialises a variable, that implies it. */
    private static Expression converted(Expression argument, Type type) {
        return argument.type().equals(type) ? argument : new Cast(argument, type, argument.position());
    }

    /** One operation at most whose derivative needs no intermediate result. */
    private static boolean isShort(Expression argument) {
        if (argument instanceof Cast || argument instanceof Unary) {
            return Expressions.children(argument).stream().allMatch(Inlining::isSimple);
        }
        return isSimple(argument)
                || argument instanceof Binary binary
                        && binary.operator().isArithmetic()
                        && binary.operator() != BinaryOperator.DIVIDE
                        && binary.operator() != BinaryOperator.REMAINDER
                        && isSimple(binary.left())
                        && isSimple(binary.right());
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
        return Expressions.any(expression, Inlining::isCall);
    }

    private static boolean isCall(Expression expression) {
        return expression instanceof Invoke || expression instanceof CompanionCall;
    }
}
