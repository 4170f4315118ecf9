package io.pathwise.processor.split;

import io.pathwise.processor.program.ArgumentSlots;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Where a method's frame has its variables: javac numbers them as they are declared and reuses those of ended blocks. */
final class LocalSlots {
    private final Map<Integer, Integer> slots = new HashMap<>();
    private int next;

    private LocalSlots() {}

    /** The number of each variable; a variable that is declared twice has the larger one. */
    static ToIntFunction<Variable> of(Program program) {
        LocalSlots locals = new LocalSlots();
        program.parameters().stream().map(Parameter::variable).forEach(locals::declare);
        locals.visit(program.body().statements());
        return variable -> locals.slots.getOrDefault(variable.id(), locals.next);
    }

    private void visit(List<Statement> statements) {
        statements.forEach(this::visit);
    }

    private void visit(Statement statement) {
        if (statement instanceof Declare declare) {
            declare(declare.variable());
        } else if (statement instanceof Explained explained) {
            visit(explained.statements());
        } else {
            int outside = next;
            visit(Statements.children(statement));
            next = outside;
        }
    }

    private void declare(Variable variable) {
        slots.merge(variable.id(), next, Math::max);
        next += ArgumentSlots.of(variable.type());
    }
}
