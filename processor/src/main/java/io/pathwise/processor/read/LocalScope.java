package io.pathwise.processor.read;

import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters and local variables that are visible at one point of a method, and where jumps lead from there. */
final class LocalScope {
    private final Optional<LocalScope> enclosing;
    private final Map<String, Variable> variables = new HashMap<>();
    private final Jumps jumps;
    private final boolean isMessage;

    private LocalScope(Optional<LocalScope> enclosing, Jumps jumps, boolean isMessage) {
        this.enclosing = enclosing;
        this.jumps = jumps;
        this.isMessage = isMessage;
    }

    static LocalScope ofMethod() {
        return new LocalScope(Optional.empty(), Jumps.NONE, false);
    }

    LocalScope nested() {
        return nested(jumps);
    }

    LocalScope nested(Jumps ownJumps) {
        return new LocalScope(Optional.of(this), ownJumps, isMessage);
    }

    /** The same for what a failing method says, which has no derivative. */
    LocalScope inMessage() {
        return new LocalScope(Optional.of(this), jumps, true);
    }

    /** Whether what is read is only said, not computed with. */
    boolean isMessage() {
        return isMessage;
    }

    Jumps jumps() {
        return jumps;
    }

    void declare(Variable variable) {
        variables.put(variable.name(), variable);
    }

    Optional<Variable> find(String name) {
        Variable own = variables.get(name);
        return own != null ? Optional.of(own) : enclosing.flatMap(scope -> scope.find(name));
    }
}
