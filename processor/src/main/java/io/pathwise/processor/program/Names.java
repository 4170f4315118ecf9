package io.pathwise.processor.program;

import io.pathwise.processor.program.Variable.Origin;

/** Hands out the variables of one program; the only mutable part of building one. */
public final class Names {
    private int next;

    /** Starts after the given number of variables. */
    public Names(int next) {
        this.next = next;
    }

    /** A variable that differs from all others of the program. */
    public Variable create(String name, Type type, Origin origin) {
        return new Variable(next++, name, type, origin);
    }

    /** Another variable that stands for the same thing, to hold another of its values. */
    public Variable version(Variable variable) {
        return create(variable.name(), variable.type(), variable.origin());
    }

    /** The number that the next variable will have. */
    public int next() {
        return next;
    }
}
