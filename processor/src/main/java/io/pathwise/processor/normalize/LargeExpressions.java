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
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Effects;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Names parts of expressions that have very many operations: methods can be split between statements only, and the
 * virtual machine leaves what is too large to its interpreter.
 *
 * <p>Parts are evaluated in Java's order, which shows in exceptions and in calls of the user's methods. What an assertion
 * says stays whole: it is evaluated only where assertions are enabled.
 */
public final class LargeExpressions {
    /** The most operations that the parts of an expression may have that are named together. */
    static final int MOST_OPERATIONS = 60;

    /** The same for conditions, which have no derivative; their parts steer less clearly than the whole. */
    static final int MOST_OPERATIONS_OF_CONDITIONS = 500;

    private final Names names;

    private LargeExpressions(Names names) {
        this.names = names;
    }

    /** The program with every large expression in parts, each the value of a variable. */
    public static Program cut(Program program) {
        Names names = program.names();
        LargeExpressions cutting = new LargeExpressions(names);
        Set<Expression> asserted = asserted(program);
        Block body =
                Statements.mapExpressions(program.body(), each -> asserted.contains(each) ? each : cutting.cut(each));
        return program.withBody(body, names);
    }

    private static Set<Expression> asserted(Program program) {
        Set<Expression> asserted = Collections.newSetFromMap(new IdentityHashMap<>());
        Statements.walk(program.body(), each -> {
            if (each instanceof Assert) {
                asserted.addAll(Statements.expressions(each));
            }
        });
        return asserted;
    }

    private Expression cut(Expression expression) {
        return remainder(expression).whole();
    }

    /**
     * What is left of an expression when parts of it have names.
     *
     * @param parts declarations of the parts that are evaluated before anything else of the expression
     * @param operations how many there are in the expression
     * @param cut whether anything in the expression has a name
     */
    private record Remainder(List<Statement> parts, Expression expression, int operations, boolean cut) {
        Expression whole() {
            return parts.isEmpty() ? expression : new Compound(parts, expression, expression.position());
        }

        /** Whether the order in which it and other expressions are evaluated shows. */
        boolean isOrdered() {
            return Effects.mayThrow(expression) || Effects.hasEffects(expression);
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

    private Remainder joined(Remainder first, Binary binary) {
        Remainder right = remainder(binary.right());
        // the right operand of && and || stays behind the left one
        boolean isOvertaken = right.cut && !binary.operator().isShortCircuit() && first.isOrdered();
        Remainder left = isOvertaken ? named(first) : first;
        Expression joined =
                new Binary(binary.operator(), left.expression, right.whole(), binary.type(), binary.position());
        int operations = left.operations + right.operations + 1;
        return limited(new Remainder(left.parts, joined, operations, left.cut || right.cut));
    }

    private Remainder operation(Expression expression) {
        List<Remainder> operands = operands(expression);
        if (operands.isEmpty()) {
            return new Remainder(List.of(), expression, 0, false);
        }
        Iterator<Remainder> next = operands.iterator();
        Expression joined =
                Expressions.mapChildren(expression, each -> next.next().whole());
        boolean cut = operands.stream().anyMatch(Remainder::cut);
        return limited(new Remainder(List.of(), withPartsInStatements(joined), operations(operands) + 1, cut));
    }

    /** Of many arguments that are too many operations together, those with more than their share get names. */
    private List<Remainder> operands(Expression expression) {
        List<Remainder> operands =
                Expressions.children(expression).stream().map(this::remainder).toList();
        boolean isCrowded = !(expression instanceof ArrayValues) && operations(operands) > MOST_OPERATIONS;
        int share = isCrowded ? MOST_OPERATIONS / operands.size() : Integer.MAX_VALUE;
        List<Remainder> limited =
                operands.stream().map(each -> limited(each, share)).toList();
        return expression instanceof Conditional ? limited : inOrder(limited);
    }

    /** Operands that parts of later ones would overtake get names as well. */
    private List<Remainder> inOrder(List<Remainder> operands) {
        int lastCut = operands.size() - 1;
        while (lastCut >= 0 && !operands.get(lastCut).cut) {
            lastCut--;
        }
        List<Remainder> ordered = new ArrayList<>(operands);
        for (int i = 0; i < lastCut; i++) {
            if (operands.get(i).isOrdered()) {
                ordered.set(i, named(operands.get(i)));
            }
        }
        return ordered;
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

    private Remainder limited(Remainder remainder) {
        return limited(remainder, MOST_OPERATIONS);
    }

    private Remainder limited(Remainder remainder, int most) {
        boolean isCondition = remainder.expression.type() == Primitive.BOOLEAN;
        boolean isLarge = remainder.operations > (isCondition ? MOST_OPERATIONS_OF_CONDITIONS : most);
        return isLarge && isComputed(remainder.expression) ? named(remainder) : remainder;
    }

    private Remainder named(Remainder remainder) {
        Expression value = remainder.expression;
        if (!(value.type() instanceof Primitive) || value instanceof Local) {
            return remainder;
        }
        Variable part = names.create("part", value.type(), Origin.GENERATED);
        List<Statement> parts = new ArrayList<>(remainder.parts);
        parts.add(new Declare(part, value, value.position()));
        return new Remainder(parts, new Local(part, value.position()), 0, true);
    }

    /** Objects and elements, which may be assigned to, stay where they are. */
    private static boolean isComputed(Expression expression) {
        return expression instanceof Binary
                || expression instanceof Unary
                || expression instanceof Call
                || expression instanceof Conditional;
    }
}
