package io.pathwise.processor.split;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the gradient for memory where it is used, instead of once for the whole method: hundreds of arrays are too many
 * for one method to declare and for its parts to take as arguments.
 *
 * <p>The gradient gives the same array, with its content, as long as the length stays the same.
 */
final class MemoryInPlace {
    private final Set<Variable> fixed = new HashSet<>();
    private final Map<Variable, Expression> memory = new HashMap<>();

    private MemoryInPlace(Program program) {
        program.parameters().stream().map(Parameter::variable).forEach(fixed::add);
        fixed.removeAll(Statements.assigned(program.body()));
    }

    /** The program without the variables that hold memory whose length depends on parameters only. */
    static Program apply(Program program) {
        MemoryInPlace pass = new MemoryInPlace(program);
        Set<Variable> assigned = Statements.assigned(program.body());
        Statements.walk(program.body(), each -> {
            if (each instanceof Declare declare && !assigned.contains(declare.variable())) {
                declare.initializer()
                        .filter(pass::isFixedMemory)
                        .ifPresent(value -> pass.memory.put(declare.variable(), value));
            }
        });
        Block body = Statements.mapExpressions((Block) pass.withoutDeclarations(program.body()), pass::inPlace);
        return program.withBody(body, program.names());
    }

    private Statement withoutDeclarations(Statement statement) {
        if (Sequences.isSequence(statement)) {
            List<Statement> kept = Sequences.statements(statement).stream()
                    .filter(each -> !(each instanceof Declare declare && memory.containsKey(declare.variable())))
                    .map(this::withoutDeclarations)
                    .toList();
            return Sequences.withStatements(statement, kept);
        }
        return Sequences.mapSequences(statement, this::withoutDeclarations);
    }

    private boolean isFixedMemory(Expression value) {
        return ScratchMemory.isSlot(value)
                && value instanceof Method method
                && !method.name().equals("referenceMemory")
                && method.arguments().get(0) instanceof Literal
                && Expressions.variables(value).stream().allMatch(fixed::contains)
                && !Expressions.any(method.arguments().get(1), each -> !isPlain(each));
    }

    private static boolean isPlain(Expression expression) {
        return expression instanceof Literal
                || expression instanceof Local
                || expression instanceof Expression.Binary
                || expression instanceof Expression.Length;
    }

    private Expression inPlace(Expression expression) {
        return Expressions.substitute(expression, memory::get);
    }
}
