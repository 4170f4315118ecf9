package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves one name to an array that is handed from variable to variable, as it is by helpers that take and return arrays:
 * the last of them, where all are declared side by side, else the first.
 *
 * <p>Every variable must be declared once.
 */
final class ArrayNames {
    private final Set<Variable> fixed;
    private final Map<Variable, Variable> names = new HashMap<>();

    private ArrayNames(Block block) {
        this.fixed = new HashSet<>(Statements.assigned(block));
        Set<Variable> declared = Statements.declared(block);
        collect(block, declared);
    }

    /** The block with the other names replaced. */
    static Block apply(Block block) {
        ArrayNames names = new ArrayNames(block);
        return names.names.isEmpty() ? block : names.declareOnce(Statements.mapExpressions(block, names::rename));
    }

    private void collect(Block block, Set<Variable> declared) {
        Set<Variable> here = new HashSet<>();
        for (Line line : Line.of(block)) {
            if (line.statement() instanceof Declare declare) {
                note(declare, declared, here);
                here.add(declare.variable());
            }
            Line.mapBlocks(line.statement(), inner -> {
                collect(inner, declared);
                return inner;
            });
        }
    }

    private void note(Declare declare, Set<Variable> declared, Set<Variable> here) {
        Variable copy = declare.variable();
        if (!(copy.type() instanceof Type.ArrayOf)
                || !(declare.initializer().orElse(null) instanceof Local local)
                || !local.type().equals(copy.type())
                || fixed.contains(copy)
                || fixed.contains(local.variable())) {
            return;
        }
        Variable original = representative(local.variable());
        if (declared.contains(original) && here.contains(original)) {
            names.put(original, copy);
            here.add(copy);
        } else {
            names.put(copy, original);
        }
    }

    private Variable representative(Variable variable) {
        Variable at = variable;
        while (names.containsKey(at)) {
            at = names.get(at);
        }
        return at;
    }

    private Expression rename(Expression expression) {
        return Expressions.substitute(
                expression, variable -> names.containsKey(variable) ? Algebra.local(representative(variable)) : null);
    }

    private Block declareOnce(Block block) {
        return Line.rewrite(block, lines -> {
            List<Line> out = new ArrayList<>();
            for (Line line : lines) {
                if (!(line.statement() instanceof Declare declare)) {
                    out.add(line.with(Line.mapBlocks(line.statement(), this::declareOnce)));
                } else if (!isCopy(declare)) {
                    Variable variable = representative(declare.variable());
                    out.add(line.with(new Declare(variable, declare.initializer(), declare.position())));
                }
            }
            return out;
        });
    }

    /** Whether the variable is declared to be what it is already. */
    private boolean isCopy(Declare declare) {
        return declare.initializer().orElse(null) instanceof Local local
                && local.variable().equals(representative(declare.variable()));
    }
}
