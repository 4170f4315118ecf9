package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Names parts of expressions that have very many operations: methods can be split between statements only, and the
 * virtual machine leaves what is too large to its interpreter.
 */
public final class LargeExpressions {
    /** The most operations that the parts of an expression may have that are named together. */
    static final int MOST_OPERATIONS = 60;

    private final Names names;

    private LargeExpressions(Names names) {
        this.names = names;
    }

    /** The program with every large expression in parts, each the value of a variable. */
    public static Program cut(Program program) {
        Names names = program.names();
        Block body = Statements.mapExpressions(program.body(), new LargeExpressions(names)::cut);
        return program.withBody(body, names);
    }

    private Expression cut(Expression expression) {
        return remainder(expression).whole();
    }

    /**
     * What is left of an expression when parts of it have names.
     *
     * @param parts declarations of the parts that are evaluated before anything else of the expression
     * @param operations how many there are in the expression
     */
    private record Remainder(List<Statement> parts, Expression expression, int operations) {
        Expression whole() {
            return parts.isEmpty() ? expression : new Compound(parts, expression, expression.position());
        }
    }

    /** Chains of operators, such as long sums, are followed without recursion: it would exceed the stack. */
    private Remainder remainder(Expression expression) {
        Deque<Binary> chain = new ArrayDeque<>();
        Expression first = expression;
        while (first instanceof Binary binary) {
            chain.push(binary);
            first = binary.left();
        }
        Remainder left = operation(first);
        while (!chain.isEmpty()) {
            left = joined(left, chain.pop());
        }
        return left;
    }

    private Remainder joined(Remainder left, Binary binary) {
        Remainder right = remainder(binary.right());
        Expression joined =
                new Binary(binary.operator(), left.expression, right.whole(), binary.type(), binary.position());
        return named(new Remainder(left.parts, joined, left.operations + right.operations + 1));
    }

    private Remainder operation(Expression expression) {
        List<Remainder> operands = operands(expression);
        if (operands.isEmpty()) {
            return new Remainder(List.of(), expression, 0);
        }
        Iterator<Remainder> next = operands.iterator();
        Expression joined =
                Expressions.mapChildren(expression, each -> next.next().whole());
        return named(new Remainder(List.of(), withPartsInStatements(joined), operations(operands) + 1));
    }

    /** Of many arguments that are too many operations together, those with more than their share get names. */
    private List<Remainder> operands(Expression expression) {
        List<Remainder> operands =
                Expressions.children(expression).stream().map(this::remainder).toList();
        boolean isInitializer = expression instanceof ArrayValues;
        return isInitializer || operations(operands) <= MOST_OPERATIONS
                ? operands
                : operands.stream()
                        .map(each -> named(each, MOST_OPERATIONS / operands.size()))
                        .toList();
    }

    private static int operations(List<Remainder> operands) {
        return operands.stream().mapToInt(Remainder::operations).sum();
    }

    private Expression withPartsInStatements(Expression expression) {
        return expression instanceof Compound compound
                ? new Compound(
                        Statements.mapExpressions(compound.statements(), this::cut),
                        compound.value(),
                        compound.position())
                : expression;
    }

    private Remainder named(Remainder remainder) {
        return named(remainder, MOST_OPERATIONS);
    }

    private Remainder named(Remainder remainder, int most) {
        Expression value = remainder.expression;
        if (remainder.operations <= most || !isComputed(value)) {
            return remainder;
        }
        Variable part = names.create("part", value.type(), Origin.GENERATED);
        List<Statement> parts = new ArrayList<>(remainder.parts);
        parts.add(new Declare(part, value, value.position()));
        return new Remainder(parts, new Local(part, value.position()), 0);
    }

    /** Objects and elements, which may be assigned to, stay where they are. */
    private static boolean isComputed(Expression expression) {
        boolean isOperation = expression instanceof Binary
                || expression instanceof Unary
                || expression instanceof Call
                || expression instanceof Conditional;
        return isOperation && expression.type() instanceof Primitive;
    }
}
