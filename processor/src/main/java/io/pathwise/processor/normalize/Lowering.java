package io.pathwise.processor.normalize;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives draws and calls of helpers statements of their own wherever it depends on data whether they execute, or where
 * they stand in a condition: {@code c ? normal(m, s) : 0} becomes an {@code if}, {@code while (draw() < x)} tests inside
 * its body. What remains is executed once whenever its statement is, in Java's order of evaluation.
 */
public final class Lowering {
    private final Names names;

    private Lowering(Names names) {
        this.names = names;
    }

    /** Lowers a whole method. */
    public static Program lower(Program program) {
        Names names = program.names();
        Lowering lowering = new Lowering(names);
        return program.withBody(lowering.block(program.body()), names);
    }

    private Block block(Block block) {
        List<Statement> lowered = new ArrayList<>();
        block.statements().forEach(each -> statement(each, lowered));
        return new Block(lowered, block.position());
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Declare declare && declare.initializer().isPresent()) {
            declare(declare, out);
        } else if (statement instanceof Assign assign) {
            assign(assign, out);
        } else if (statement instanceof Evaluate evaluate) {
            Expression value = expression(evaluate.expression(), false, out);
            out.add(new Evaluate(value, evaluate.position()));
        } else if (statement instanceof Throw exit) {
            out.add(new Throw(expression(exit.exception(), false, out), exit.position()));
        } else if (statement instanceof Return exit && exit.value().isPresent()) {
            Expression value = expression(exit.value().get(), false, out);
            out.add(new Return(value, exit.position()));
        } else if (statement instanceof If branch) {
            Expression condition = expression(branch.condition(), true, out);
            out.add(new If(condition, block(branch.then()), block(branch.otherwise()), branch.position()));
        } else if (statement instanceof While loop) {
            whileLoop(loop, out);
        } else if (statement instanceof For loop) {
            forLoop(loop, out);
        } else if (statement instanceof Block block) {
            out.add(block(block));
        } else {
            out.add(statement);
        }
    }

    private void declare(Declare declare, List<Statement> out) {
        Expression value = declare.initializer().orElseThrow();
        if (value instanceof Conditional conditional && isSpecialBelow(conditional)) {
            out.add(new Declare(declare.variable(), Optional.empty(), declare.position()));
            choose(conditional, new Local(declare.variable(), declare.position()), out);
        } else {
            out.add(new Declare(declare.variable(), expression(value, false, out), declare.position()));
        }
    }

    private void assign(Assign assign, List<Statement> out) {
        if (assign.value() instanceof Conditional conditional
                && isSpecialBelow(conditional)
                && assign.target() instanceof Local target) {
            choose(conditional, target, out);
        } else {
            out.add(new Assign(assign.target(), expression(assign.value(), false, out), assign.position()));
        }
    }

    private void whileLoop(While loop, List<Statement> out) {
        if (!isSpecial(loop.condition())) {
            out.add(new While(loop.condition(), block(loop.body()), loop.position()));
            return;
        }
        List<Statement> body = new ArrayList<>();
        leaveUnless(loop.condition(), loop.position(), body);
        body.addAll(block(loop.body()).statements());
        out.add(new While(always(loop.position()), Block.of(body), loop.position()));
    }

    private void forLoop(For loop, List<Statement> out) {
        boolean special = isSpecial(loop.condition())
                || loop.init().stream().anyMatch(each -> Statements.anyExpression(each, Lowering::isSpecialNode))
                || loop.update().stream().anyMatch(each -> Statements.anyExpression(each, Lowering::isSpecialNode));
        if (!special) {
            out.add(new For(loop.init(), loop.condition(), loop.update(), block(loop.body()), loop.position()));
            return;
        }
        List<Statement> whole = new ArrayList<>();
        loop.init().forEach(each -> statement(each, whole));
        List<Statement> body = new ArrayList<>();
        leaveUnless(loop.condition(), loop.position(), body);
        body.add(block(loop.body()));
        loop.update().forEach(each -> statement(each, body));
        whole.add(new While(always(loop.position()), Block.of(body), loop.position()));
        out.add(new Block(whole, loop.position()));
    }

    private void leaveUnless(Expression condition, Position position, List<Statement> out) {
        Expression lowered = expression(condition, true, out);
        Expression unmet = new Unary(UnaryOperator.NOT, lowered, Primitive.BOOLEAN, condition.position());
        out.add(new If(unmet, Block.of(List.of(new Break(position))), Block.EMPTY, position));
    }

    /**
     * Lowers an expression.
     *
     * @param bind whether draws and calls must leave it altogether; otherwise they do so only where something after
     *     them became a statement, so that the order stays
     */
    private Expression expression(Expression expression, boolean bind, List<Statement> out) {
        if (!isSpecial(expression)) {
            return expression;
        }
        boolean leaves = bind || Expressions.any(expression, each -> isSpecialBelow(each) || each instanceof Compound);
        return leaves ? hoist(expression, out) : expression;
    }

    private Expression hoist(Expression expression, List<Statement> out) {
        if (!isSpecial(expression)) {
            return expression;
        }
        if (expression instanceof Conditional conditional && isSpecialBelow(conditional)) {
            Variable choice = names.create("choice", conditional.type(), Origin.GENERATED);
            out.add(new Declare(choice, Optional.empty(), conditional.position()));
            choose(conditional, new Local(choice, conditional.position()), out);
            return new Local(choice, conditional.position());
        }
        if (expression instanceof Binary binary && binary.operator().isShortCircuit() && isSpecial(binary.right())) {
            return hoist(asConditional(binary), out);
        }
        if (expression instanceof Compound compound) {
            compound.statements().forEach(each -> statement(each, out));
            return hoist(compound.value(), out);
        }
        Expression hoisted = withHoistedOperands(expression, out);
        return isSpecialNode(hoisted) ? bind(hoisted, out) : hoisted;
    }

    /** Operands are evaluated from left to right: one that a later one's side effects would change is bound before. */
    private Expression withHoistedOperands(Expression expression, List<Statement> out) {
        List<Expression> operands = new ArrayList<>();
        List<List<Statement>> effects = new ArrayList<>();
        for (Expression operand : Expressions.children(expression)) {
            List<Statement> before = new ArrayList<>();
            operands.add(hoist(operand, before));
            effects.add(before);
        }
        for (int i = 0; i < operands.size(); i++) {
            out.addAll(effects.get(i));
            List<Statement> later = effects.subList(i + 1, effects.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            if (isDisturbed(operands.get(i), later)) {
                operands.set(i, bindAs("operand", operands.get(i), out));
            }
        }
        Iterator<Expression> hoisted = operands.iterator();
        return Expressions.mapChildren(expression, child -> hoisted.next());
    }

    private static boolean isDisturbed(Expression operand, List<Statement> later) {
        Set<Variable> assigned = Statements.assigned(Block.of(later));
        return Expressions.variables(operand).stream().anyMatch(assigned::contains);
    }

    private Expression bind(Expression special, List<Statement> out) {
        String name = special instanceof Draw draw
                ? draw.sampler().name()
                : ((Invoke) special).method().name();
        return bindAs(name, special, out);
    }

    private Expression bindAs(String name, Expression value, List<Statement> out) {
        Variable variable = names.create(name, value.type(), Origin.TEMPORARY);
        out.add(new Declare(variable, value, value.position()));
        return new Local(variable, value.position());
    }

    private void choose(Conditional conditional, Local target, List<Statement> out) {
        Expression condition = expression(conditional.condition(), true, out);
        out.add(new If(
                condition,
                arm(conditional.whenTrue(), target),
                arm(conditional.whenFalse(), target),
                conditional.position()));
    }

    private Block arm(Expression value, Local target) {
        List<Statement> statements = new ArrayList<>();
        statement(new Assign(target, value, value.position()), statements);
        return Block.of(statements);
    }

    private static Conditional asConditional(Binary binary) {
        Position position = binary.position();
        Expression known = new Literal(binary.operator() == BinaryOperator.OR, Primitive.BOOLEAN, position);
        return binary.operator() == BinaryOperator.AND
                ? new Conditional(binary.left(), binary.right(), known, Primitive.BOOLEAN, position)
                : new Conditional(binary.left(), known, binary.right(), Primitive.BOOLEAN, position);
    }

    private static Expression always(Position position) {
        return new Literal(true, Primitive.BOOLEAN, position);
    }

    private static boolean isSpecialNode(Expression expression) {
        return expression instanceof Draw || expression instanceof Invoke || expression instanceof Compound;
    }

    private static boolean isSpecial(Expression expression) {
        return Expressions.any(expression, Lowering::isSpecialNode);
    }

    /** Whether data decides if something special in the expression executes. */
    private static boolean isSpecialBelow(Expression expression) {
        if (expression instanceof Conditional conditional) {
            return isSpecial(conditional.whenTrue()) || isSpecial(conditional.whenFalse());
        }
        return expression instanceof Binary binary && binary.operator().isShortCircuit() && isSpecial(binary.right());
    }
}
