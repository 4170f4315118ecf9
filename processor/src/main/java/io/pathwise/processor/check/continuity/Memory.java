package io.pathwise.processor.check.continuity;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The values of the variables at one point of an execution, what arrays hold, and how often each draw was made and each
 * array created. The value of an array variable says which array it is; what arrays hold is kept for all arrays
 * together that may be one and the same.
 */
final class Memory {
    private final ArrayAliases aliases;
    private final Map<Variable, Polynomial> values;
    private final Map<Object, Polynomial> contents;
    private final Map<Expression, Integer> executions;

    /** A memory in which every variable has the value that the symbol of its name stands for. */
    Memory(ArrayAliases aliases) {
        this(aliases, new HashMap<>(), new HashMap<>(), new IdentityHashMap<>());
    }

    private Memory(
            ArrayAliases aliases,
            Map<Variable, Polynomial> values,
            Map<Object, Polynomial> contents,
            Map<Expression, Integer> executions) {
        this.aliases = aliases;
        this.values = values;
        this.contents = contents;
        this.executions = executions;
    }

    Memory copy() {
        return new Memory(aliases, new HashMap<>(values), new HashMap<>(contents), new IdentityHashMap<>(executions));
    }

    ArrayAliases aliases() {
        return aliases;
    }

    Polynomial get(Variable variable, Symbols symbols) {
        Polynomial value = values.get(variable);
        return value == null ? symbols.variable(variable) : value;
    }

    void put(Variable variable, Polynomial value) {
        values.put(variable, value);
    }

    /** What the arrays of a {@link ArrayAliases#group} hold. */
    Polynomial contents(Object group, Symbols symbols) {
        Polynomial known = contents.get(group);
        return known == null ? symbols.contents(group) : known;
    }

    void putContents(Object group, Polynomial value) {
        contents.put(group, value);
    }

    /** Keeps what two memories agree on of the contents of arrays. */
    void mergeContents(Memory one, Memory other, Symbols symbols) {
        Set<Object> groups = new HashSet<>(one.contents.keySet());
        groups.addAll(other.contents.keySet());
        for (Object group : groups) {
            Polynomial value = one.contents(group, symbols);
            contents.put(group, value.equals(other.contents(group, symbols)) ? value : symbols.unknown());
        }
    }

    /** How often the draw was made, or the array created, before. */
    int count(Expression executed) {
        return executions.merge(executed, 1, Integer::sum) - 1;
    }
}
