package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
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
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.VectorSampler;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Gives draws and calls of helpers statements of their own wherever it depends on data whether they execute, or where
 * they stand in a condition: {@code c ? normal(m, s) : 0} becomes an {@code if}, {@code while (draw() < x)} tests inside
 * its body. What remains is executed once whenever its statement is, in Java's order of evaluation.
 */
public final class Lowering {
    private static final Set<Type> WHOLE =
            Set.of(Primitive.BOOLEAN, Primitive.BYTE, Primitive.SHORT, Primitive.CHAR, Primitive.INT, Primitive.LONG);

    private final Names names;

    private Lowering(Names names) {
        this.names = names;
    }

    /** Lowers a whole method. */
    public static Program lower(Program program) {
        Names names = program.names();
        Lowering lowering = new Lowering(names);
        Program lowered = program.withBody(lowering.block(program.body()), names);
        return lowered.withBody(withSteadyParameters(lowered, names), names);
    }

    /** A parameter that is assigned another array gets a local variable for that: arrays of the caller keep names. */
    private static Block withSteadyParameters(Program program, Names names) {
        Set<Variable> assigned = Statements.assigned(program.body());
        List<Statement> whole = new ArrayList<>();
        Block body = program.body();
        for (Parameter parameter : program.parameters()) {
            Variable array = parameter.variable();
            if (array.type() instanceof ArrayOf && assigned.contains(array)) {
                Variable own = names.version(array);
                whole.add(new Declare(own, new Local(array, parameter.position()), parameter.position()));
                body = Statements.mapExpressions(
                        body, each -> Expressions.substitute(each, found -> found.equals(array) ? local(own) : null));
            }
        }
        whole.addAll(body.statements());
        return new Block(whole, body.position());
    }

    private static Expression local(Variable variable) {
        return new Local(variable, Position.NONE);
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
            evaluate(evaluate, out);
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
        if (value instanceof Conditional conditional && needsBranches(conditional)) {
            out.add(new Declare(declare.variable(), Optional.empty(), declare.position()));
            choose(conditional, new Local(declare.variable(), declare.position()), out);
        } else {
            out.add(new Declare(declare.variable(), expression(value, false, out), declare.position()));
        }
    }

    /** What fills an array is evaluated once, before. */
    private void evaluate(Evaluate evaluate, List<Statement> out) {
        Expression expression = evaluate.expression();
        boolean fills = ArrayOperations.transfer(evaluate).isPresent() && isSpecial(expression);
        boolean isCall = expression instanceof Invoke;
        Expression lowered =
                fills || isCall ? withHoistedOperands(expression, out) : expression(expression, false, out);
        out.add(new Evaluate(lowered, evaluate.position()));
    }

    private void assign(Assign assign, List<Statement> out) {
        if (assign.target() instanceof Element target) {
            assignElement(target, assign, out);
        } else if (assign.value() instanceof Conditional conditional
                && needsBranches(conditional)
                && assign.target() instanceof Local target) {
            choose(conditional, target, out);
        } else {
            out.add(new Assign(assign.target(), expression(assign.value(), false, out), assign.position()));
        }
    }

    /** The array and the index are evaluated before the value, which may change them. */
    private void assignElement(Element target, Assign assign, List<Statement> out) {
        List<Expression> operands = inOrder(
                List.of(target.array(), target.index(), assign.value()),
                (operand, before) -> expression(operand, operand != assign.value(), before),
                out);
        Element element = new Element(operands.get(0), operands.get(1), target.position());
        out.add(new Assign(element, operands.get(2), assign.position()));
    }

    private void whileLoop(While loop, List<Statement> out) {
        whileLoop(loop.condition(), block(loop.body()).statements(), loop.position(), out);
    }

    /** The head of a {@code for} loop keeps whole numbers only: what else it computes has derivatives. */
    private void forLoop(For loop, List<Statement> out) {
        boolean isSpecial = isSpecial(loop.condition())
                || Stream.concat(loop.init().stream(), loop.update().stream())
                        .anyMatch(each -> needsPlaces(each) || computesNumbers(each));
        if (!isSpecial) {
            out.add(new For(loop.init(), loop.condition(), loop.update(), block(loop.body()), loop.position()));
            return;
        }
        List<Statement> whole = new ArrayList<>();
        loop.init().forEach(each -> statement(each, whole));
        Block body = block(loop.body());
        List<Statement> updated = new ArrayList<>(List.of(body));
        loop.update().forEach(each -> statement(each, updated));
        whileLoop(loop.condition(), updated, loop.position(), whole);
        out.add(new Block(whole, loop.position()));
    }

    private void whileLoop(Expression condition, List<Statement> body, Position position, List<Statement> out) {
        if (!isSpecial(condition)) {
            out.add(new While(condition, Block.of(body), position));
            return;
        }
        List<Statement> whole = new ArrayList<>();
        leaveUnless(condition, position, whole);
        whole.addAll(body);
        out.add(new While(always(position), Block.of(whole), position));
    }

    private static boolean computesNumbers(Statement head) {
        return Statements.any(
                head,
                each -> each instanceof Declare declare
                                && !WHOLE.contains(declare.variable().type())
                        || each instanceof Assign assign
                                && (assign.target() instanceof Element
                                        || !WHOLE.contains(assign.target().type())));
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
        } else if (ArrayOperations.isNewArray(expression)) {
            return creation(expression, bind, out);
        } else if (!bind && VectorSampler.takesPart(expression)) {
            return withHoistedOperands(expression, out);
        }
        return bind || Expressions.any(expression, Lowering::becomesStatement) ? hoist(expression, out) : expression;
    }

    /** A new array may stay where it is if its statement does nothing but name it. */
    private Expression creation(Expression array, boolean bind, List<Statement> out) {
        boolean leaves = !(array instanceof ArrayValues)
                || Expressions.children(array).stream().anyMatch(Lowering::mustLeaveInitializer);
        Expression whole = leaves ? withHoistedOperands(array, out) : array;
        return bind ? bindAs(nameOf(whole), whole, out) : whole;
    }

    private static boolean mustLeaveInitializer(Expression value) {
        return value instanceof ArrayValues
                ? Expressions.children(value).stream().anyMatch(Lowering::mustLeaveInitializer)
                : Expressions.any(value, Lowering::becomesStatement);
    }

    private static boolean becomesStatement(Expression expression) {
        return isSpecialBelow(expression)
                || expression instanceof Compound
                || isChoiceOfObjects(expression)
                || ArrayOperations.isNewArray(expression)
                || VectorSampler.takesPart(expression);
    }

    private static String nameOf(Expression newArray) {
        return newArray instanceof Draw draw ? draw.sampler().name() : "array";
    }

    private Expression hoist(Expression expression, List<Statement> out) {
        if (!isSpecial(expression)) {
            return expression;
        }
        if (expression instanceof Conditional conditional && needsBranches(conditional)) {
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
        if (ArrayOperations.isNewArray(hoisted)) {
            return bindAs(nameOf(hoisted), hoisted, out);
        }
        return isSpecialNode(hoisted) ? bind(hoisted, out) : hoisted;
    }

    private Expression withHoistedOperands(Expression expression, List<Statement> out) {
        boolean isInitializer = expression instanceof ArrayValues;
        Iterator<Expression> hoisted = inOrder(
                        Expressions.children(expression),
                        (operand, before) -> isInitializer && operand instanceof ArrayValues
                                ? withHoistedOperands(operand, before)
                                : hoist(operand, before),
                        out)
                .iterator();
        return Expressions.mapChildren(expression, child -> hoisted.next());
    }

    /** Operands are evaluated from left to right: one that a later one's side effects would change is bound before. */
    private List<Expression> inOrder(
            List<Expression> operands, BiFunction<Expression, List<Statement>, Expression> lower, List<Statement> out) {
        List<Expression> lowered = new ArrayList<>();
        List<List<Statement>> effects = new ArrayList<>();
        for (Expression operand : operands) {
            List<Statement> before = new ArrayList<>();
            lowered.add(lower.apply(operand, before));
            effects.add(before);
        }
        for (int i = 0; i < lowered.size(); i++) {
            out.addAll(effects.get(i));
            List<Statement> later = effects.subList(i + 1, effects.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            if (isDisturbed(lowered.get(i), later)) {
                lowered.set(i, bindAs("operand", lowered.get(i), out));
            }
        }
        return lowered;
    }

    private static boolean isDisturbed(Expression operand, List<Statement> later) {
        Block block = Block.of(later);
        Set<Variable> assigned = Statements.assigned(block);
        return Expressions.variables(operand).stream().anyMatch(assigned::contains)
                || Expressions.any(operand, each -> each instanceof Element)
                        && Statements.any(block, Lowering::writesElements);
    }

    private static boolean writesElements(Statement statement) {
        return statement instanceof Assign assign && assign.target() instanceof Element
                || statement instanceof Evaluate
                || Statements.expressions(statement).stream()
                        .anyMatch(each -> Expressions.any(each, Lowering::mayWriteElements));
    }

    /** A helper may write to what it is handed. */
    private static boolean mayWriteElements(Expression expression) {
        return expression instanceof Invoke call
                && call.arguments().stream().anyMatch(each -> each.type() instanceof ArrayOf);
    }

    private Expression bind(Expression special, List<Statement> out) {
        return bindAs(calledFunction(special).name(), special, out);
    }

    private static Function calledFunction(Expression special) {
        if (special instanceof Draw draw) {
            return draw.sampler();
        }
        return special instanceof CompanionCall call ? call.callee().function() : ((Invoke) special).method();
    }

    private Expression bindAs(String name, Expression value, List<Statement> out) {
        Origin origin = value.type() instanceof ArrayOf ? Origin.GENERATED : Origin.TEMPORARY;
        Variable variable = names.create(name, value.type(), origin);
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
        return expression instanceof Draw
                || expression instanceof Invoke
                || expression instanceof CompanionCall
                || expression instanceof Compound
                || isChoiceOfObjects(expression);
    }

    private static boolean isSpecial(Expression expression) {
        return Expressions.any(expression, each -> isSpecialNode(each) || ArrayOperations.isNewArray(each));
    }

    private static boolean needsBranches(Conditional conditional) {
        return isSpecialBelow(conditional) || isChoiceOfObjects(conditional);
    }

    /** Whether this, or a later pass where there are records, makes several statements of this one. */
    private static boolean needsPlaces(Statement statement) {
        return statement instanceof Declare declare && declare.variable().type() instanceof Type.Record
                || Statements.anyExpression(
                        statement, each -> isSpecialNode(each) || each.type() instanceof Type.Record)
                || Statements.expressions(statement).stream()
                        .flatMap(each -> Expressions.children(each).stream())
                        .anyMatch(Lowering::isSpecial);
    }

    /** The condition of {@code c ? first : second} is evaluated once, however many elements or components are read. */
    private static boolean isChoiceOfObjects(Expression expression) {
        return expression instanceof Conditional
                && (expression.type() instanceof ArrayOf || expression.type() instanceof Type.Record);
    }

    /** Whether data decides if something special in the expression executes. */
    private static boolean isSpecialBelow(Expression expression) {
        if (expression instanceof Conditional conditional) {
            return isSpecial(conditional.whenTrue()) || isSpecial(conditional.whenFalse());
        } else if (expression instanceof Component component) {
            // what the other components do must happen, too
            return component.record() instanceof RecordValue && isSpecial(component.record());
        }
        return expression instanceof Binary binary && binary.operator().isShortCircuit() && isSpecial(binary.right());
    }
}
