package io.pathwise.processor.report;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that the forward sweep keeps in the gradient's memory for the reverse sweep.
 *
 * @param array the array's name in the companion
 * @param size how many are kept, as the companion writes it
 * @param value what is kept
 * @param reason why it is not computed again
 * @param origin the source of the value
 */
record KeptValue(String array, String size, String value, String reason, Position origin) {
    /** What the reverse mode of a method keeps, itself and the parts that were split off. */
    static List<KeptValue> in(List<Program> reverse) {
        Map<String, KeptValue> kept = new LinkedHashMap<>();
        for (Program each : reverse) {
            of(each).forEach(value -> kept.putIfAbsent(value.array(), value));
        }
        return List.copyOf(kept.values());
    }

    private static List<KeptValue> of(Program reverse) {
        Map<Variable, Expression> sizes = new LinkedHashMap<>();
        Statements.walk(reverse.body(), each -> {
            if (each instanceof Declare declare
                    && declare.initializer().orElse(null) instanceof Method method
                    && ScratchMemory.isSlot(method)) {
                sizes.put(declare.variable(), method.arguments().get(1));
            }
        });
        List<KeptValue> kept = new ArrayList<>();
        Statements.walk(reverse.body(), each -> {
            if (each instanceof Assign assign
                    && assign.target() instanceof Element element
                    && element.array() instanceof Local array
                    && sizes.containsKey(array.variable())) {
                kept.add(of(array.variable(), sizes.get(array.variable()), assign, reverse.body()));
            }
        });
        return kept;
    }

    private static KeptValue of(Variable array, Expression size, Assign save, Statement body) {
        Optional<Declare> definition =
                save.value() instanceof Local local ? definition(local.variable(), body) : Optional.empty();
        return new KeptValue(
                array.name(),
                Printer.print(size),
                Printer.print(save.value()),
                reason(save.value(), definition, body),
                definition.map(Declare::position).orElse(save.position()));
    }

    private static Optional<Declare> definition(Variable variable, Statement body) {
        List<Declare> found = new ArrayList<>();
        Statements.walk(body, each -> {
            if (each instanceof Declare declare && declare.variable().equals(variable)) {
                found.add(declare);
            }
        });
        return found.stream().findFirst();
    }

    private static String reason(Expression value, Optional<Declare> definition, Statement body) {
        if (value.type() == Primitive.BOOLEAN) {
            return "tells which way the path went";
        } else if (value.type() != Primitive.DOUBLE) {
            return "a whole number that steers the reverse sweep";
        } else if (value instanceof Local local && Statements.assigned(body).contains(local.variable())) {
            return "changes from one iteration to the next, and each iteration needs what it was";
        }
        Expression computed = definition.flatMap(Declare::initializer).orElse(value);
        if (computed instanceof Call || computed instanceof Binary) {
            return "dearer to compute again than to read";
        } else if (computed instanceof Element) {
            return "its array has been overwritten by then";
        }
        return "cannot be computed again";
    }
}
