package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of a program that get their value once, or once in each iteration of the loops around their declaration. */
final class SettledNumbers {
    private final Set<Variable> changing;
    private final Map<Variable, List<Place.Loop>> declared = new HashMap<>();
    private final Map<Variable, Expression> values = new HashMap<>();

    /**
     * Prepares for one program.
     *
     * @param assigned the variables that it changes
     */
    SettledNumbers(Set<Variable> assigned) {
        this.changing = new HashSet<>(assigned);
    }

    /** Notes a statement. */
    void note(Statement statement, Place place) {
        if (statement instanceof Declare declare) {
            Variable variable = declare.variable();
            if (declare.initializer().isEmpty() || declared.put(variable, place.loops()) != null) {
                changing.add(variable);
            }
            declare.initializer().ifPresent(value -> values.put(variable, value));
        }
    }

    /** Whether the variable has one value as long as it exists. */
    boolean isSettled(Variable variable) {
        return !changing.contains(variable);
    }

    /** The loops in whose iterations the variable may have different values. */
    List<Place.Loop> loops(Variable variable) {
        return declared.getOrDefault(variable, List.of());
    }

    /** What a settled variable was declared to be. */
    Optional<Expression> value(Local settled) {
        return Optional.ofNullable(values.get(settled.variable()));
    }
}
