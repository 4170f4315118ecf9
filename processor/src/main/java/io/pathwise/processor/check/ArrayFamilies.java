package io.pathwise.processor.check;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups the array variables that may ever refer to one array, to its rows, or to what holds it. */
final class ArrayFamilies {
    private final Map<Variable, Variable> parents = new HashMap<>();

    /** The families in a program. */
    ArrayFamilies(Program program) {
        Statements.walk(program.body(), this::connect);
    }

    /** The variable that stands for the family of another. */
    Variable of(Variable variable) {
        Variable at = variable;
        while (parents.containsKey(at)) {
            at = parents.get(at);
        }
        return at;
    }

    /** The family of the array that an expression takes elements from; absent where no variable holds it. */
    Optional<Variable> of(Expression array) {
        return sharers(array).stream().findFirst().map(this::of);
    }

    private void connect(Statement statement) {
        if (statement instanceof Declare declare && declare.variable().type() instanceof ArrayOf) {
            declare.initializer().ifPresent(value -> connect(new Local(declare.variable(), declare.position()), value));
        } else if (statement instanceof Assign assign && assign.target().type() instanceof ArrayOf) {
            connect(assign.target(), assign.value());
        }
        ArrayOperations.transfer(statement)
                .ifPresent(call -> connect(ArrayOperations.target(call), shared(ArrayOperations.source(call))));
    }

    private void connect(Expression left, Set<Variable> others) {
        sharers(left).forEach(one -> others.forEach(other -> join(one, other)));
    }

    private void connect(Expression left, Expression right) {
        connect(left, sharers(right));
    }

    private void join(Variable left, Variable right) {
        Variable one = of(left);
        Variable other = of(right);
        if (!one.equals(other)) {
            parents.put(one, other);
        }
    }

    /** The variables with which the array has itself, rows or holders in common. */
    private static Set<Variable> sharers(Expression array) {
        if (array instanceof Local local) {
            return Set.of(local.variable());
        } else if (array instanceof Element row) {
            return sharers(row.array());
        }
        Optional<Expression> original = ArrayOperations.original(array);
        if (original.isPresent()) {
            return shared(original.get());
        }
        Set<Variable> sharers = new LinkedHashSet<>();
        Expressions.children(array).stream()
                .filter(each -> each.type() instanceof ArrayOf)
                .forEach(each -> sharers.addAll(sharers(each)));
        return sharers;
    }

    /** The sharers of a copy: its elements are those of the original, which matters if they are arrays themselves. */
    private static Set<Variable> shared(Expression copied) {
        boolean isFlat = copied.type() instanceof Primitive
                || copied.type() instanceof ArrayOf array && array.element() instanceof Primitive;
        return isFlat ? Set.of() : sharers(copied);
    }
}
