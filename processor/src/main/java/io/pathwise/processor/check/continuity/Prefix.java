package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows the values of variables up to a branch, without going into the branches before it. */
final class Prefix extends Evaluation {
    private final Scan scan;
    private final Set<Symbol> suspects;
    private final Set<Symbol> fixed;

    Prefix(Symbols symbols, Memory memory, Scan scan) {
        this(symbols, memory, scan, new HashSet<>(), new HashSet<>());
    }

    private Prefix(Symbols symbols, Memory memory, Scan scan, Set<Symbol> suspects, Set<Symbol> fixed) {
        super(symbols, memory);
        this.scan = scan;
        this.suspects = suspects;
        this.fixed = fixed;
    }

    /** The truth values seen so far that no such comparison decides. */
    Set<Symbol> fixed() {
        return fixed;
    }

    /** The comparisons seen so far that may switch. */
    Set<Symbol> suspects() {
        return suspects;
    }

    /** The same up to here, to be continued in another way. */
    Prefix copy() {
        return new Prefix(symbols(), memory().copy(), scan, suspects, fixed);
    }

    /** The value of an expression, unknown where it cannot be followed. */
    Polynomial valueOf(Expression expression) {
        try {
            return evaluate(expression);
        } catch (Undecidable e) {
            return symbols().unknown();
        }
    }

    void assign(Expression target, Expression value) {
        if (target instanceof Local local) {
            assign(local.variable(), value);
        } else if (target instanceof Element element) {
            change(element.array(), () -> assignElement(element, value));
        }
    }

    void assign(Variable variable, Expression value) {
        Polynomial result = variable.type() instanceof Type.ArrayOf
                ? arrayOf(memory().aliases().group(variable), value)
                : valueOf(value);
        memory().put(variable, result);
    }

    /** {@code Arrays.fill} or {@code System.arraycopy}, unknown where it cannot be followed. */
    void copy(Call transfer) {
        change(ArrayOperations.target(transfer), () -> transfer(transfer));
    }

    /** Forgets what the statement changes. */
    void forget(Statement statement) {
        Variables.changed(statement)
                .forEach(variable -> memory().put(variable, symbols().unknown()));
        Groups.changed(statement, memory().aliases())
                .forEach(group -> memory().putContents(group, symbols().unknown()));
    }

    /** Keeps what both agree on. */
    void merge(Prefix one, Prefix other, Collection<Variable> changed) {
        for (Variable variable : changed) {
            Polynomial value = one.memory().get(variable, symbols());
            boolean agrees = value.equals(other.memory().get(variable, symbols()));
            memory().put(variable, agrees ? value : symbols().unknown());
        }
        memory().mergeContents(one.memory(), other.memory(), symbols());
    }

    private Polynomial arrayOf(Object group, Expression value) {
        try {
            return evaluateIn(group, value);
        } catch (Undecidable e) {
            memory().putContents(group, symbols().unknown());
            return symbols().unknown();
        }
    }

    private void change(Expression array, Change change) {
        try {
            change.run();
        } catch (Undecidable e) {
            memory().putContents(memory().aliases().group(array), symbols().unknown());
        }
    }

    private interface Change {
        void run() throws Undecidable;
    }

    @Override
    Polynomial conditional(Conditional conditional) throws Undecidable {
        Polynomial condition = evaluate(conditional.condition());
        Polynomial whenTrue = evaluate(conditional.whenTrue());
        Polynomial whenFalse = evaluate(conditional.whenFalse());
        return symbols().opaque("conditional", List.of(condition, whenTrue, whenFalse));
    }

    @Override
    Polynomial condition(Polynomial condition) {
        return condition;
    }

    @Override
    void asked(Expression truth, Polynomial value) {
        if (!scan.maySwitch(truth)) {
            value.symbol().ifPresent(fixed::add);
        }
    }

    @Override
    void compared(Binary comparison, Polynomial condition) {
        if (scan.isSwitch(comparison)) {
            condition.symbol().ifPresent(suspects::add);
        }
    }
}
