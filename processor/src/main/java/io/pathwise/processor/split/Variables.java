package io.pathwise.processor.split;

import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program's variables by number. */
final class Variables {
    private final Map<Integer, Variable> byNumber = new TreeMap<>();
    private final BitSet fixed = new BitSet();

    private Variables() {}

    /** All that the program declares or mentions. */
    static Variables of(Program program) {
        Variables variables = new Variables();
        program.parameters().forEach(each -> variables.add(each.variable()));
        Statements.walk(program.body(), each -> {
            if (each instanceof Declare declare) {
                variables.add(declare.variable());
            } else if (each instanceof For loop) {
                loop.init().forEach(first -> Statements.declared(first).forEach(variables::fix));
            }
        });
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof Local local) {
                variables.add(local.variable());
            }
        });
        return variables;
    }

    private void add(Variable variable) {
        byNumber.put(variable.id(), variable);
        if (!(variable.type() instanceof Primitive)) {
            fix(variable);
        }
    }

    private void fix(Variable variable) {
        fixed.set(variable.id());
    }

    /** The variables that cannot be carried: those of arrays and objects, and those that headers of loops declare. */
    BitSet fixed() {
        return fixed;
    }

    /** The variables of these numbers, in order. */
    List<Variable> of(BitSet numbers) {
        return numbers.stream().mapToObj(byNumber::get).toList();
    }
}
