package io.pathwise.processor.check.continuity;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The values of the variables at one point of an execution, and how often each draw was made. */
final class Memory {
    private final Map<Variable, Polynomial> values;
    private final Map<Expression, Integer> draws;

    /** A memory in which every variable has the value that the symbol of its name stands for. */
    Memory() {
        this(new HashMap<>(), new IdentityHashMap<>());
    }

    private Memory(Map<Variable, Polynomial> values, Map<Expression, Integer> draws) {
        this.values = values;
        this.draws = draws;
    }

    Memory copy() {
        return new Memory(new HashMap<>(values), new IdentityHashMap<>(draws));
    }

    Polynomial get(Variable variable, Symbols symbols) {
        Polynomial value = values.get(variable);
        return value == null ? symbols.variable(variable) : value;
    }

    void put(Variable variable, Polynomial value) {
        values.put(variable, value);
    }

    /** How often the draw was made before. */
    int count(Expression draw) {
        return draws.merge(draw, 1, Integer::sum) - 1;
    }
}
