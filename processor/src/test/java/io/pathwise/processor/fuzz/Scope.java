package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.Expression.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The variables that a statement sees. */
final class Scope {
    private static final List<String> NAMES = List.of(
            "x",
            "y",
            "z",
            "a",
            "b",
            "c",
            "s",
            "t",
            "u",
            "v",
            "w",
            "i",
            "j",
            "k",
            "m",
            "n",
            "p",
            "q",
            "sum",
            "step",
            "mean",
            "rate",
            "level",
            "path",
            "value",
            "seed",
            "gradient",
            "xBar",
            "xDot",
            "normals",
            "uniforms",
            "eps",
            "exp",
            "sqrt",
            "normal",
            "uniform",
            "memory",
            "at",
            "x2",
            "valueBar",
            "valueDot",
            "steps",
            "exit");

    private final List<Variable> variables = new ArrayList<>();
    private final List<String> reserved = new ArrayList<>();
    private final int loops;
    private final boolean isInLoop;
    private boolean isCounted;

    /**
     * A variable.
     *
     * @param isAssignable whether the program may assign to it
     * @param isIndex whether it is always an index of the arrays
     */
    record Variable(String name, JavaType type, boolean isAssignable, boolean isIndex) {
        Read read() {
            return new Read(name, type);
        }
    }

    private Scope(int loops, boolean isInLoop) {
        this.loops = loops;
        this.isInLoop = isInLoop;
    }

    /** The scope of a method that is called from so many loops. */
    static Scope ofMethod(int loops) {
        return new Scope(loops, false);
    }

    Scope nested() {
        return nested(loops, isInLoop);
    }

    Scope insideLoop() {
        return nested(loops + 1, true);
    }

    private Scope nested(int depth, boolean isInside) {
        Scope nested = new Scope(depth, isInside);
        nested.isCounted = isCounted && depth == loops;
        nested.variables.addAll(variables);
        nested.reserved.addAll(reserved);
        return nested;
    }

    void add(Variable variable) {
        variables.add(variable);
        reserve(variable.name());
    }

    /** Keeps a name from being used for anything else. */
    void reserve(String name) {
        reserved.add(name);
    }

    /** The number of loops around, those of callers included. */
    int loops() {
        return loops;
    }

    /** Whether the method itself has a loop around. */
    boolean isInLoop() {
        return isInLoop;
    }

    /** Whether the innermost loop is a {@code for} loop. */
    boolean isCounted() {
        return isCounted;
    }

    /** The scope of the body of a {@code for} loop. */
    Scope insideFor() {
        Scope inside = insideLoop();
        inside.isCounted = true;
        return inside;
    }

    List<Variable> where(Predicate<Variable> property) {
        return variables.stream().filter(property).toList();
    }

    List<Variable> of(JavaType type) {
        return where(each -> each.type() == type);
    }

    List<Variable> assignable(JavaType type) {
        return where(each -> each.type() == type && each.isAssignable());
    }

    /** A name that is free here; the same name may serve several variables that do not meet. */
    String freshName(Chance chance) {
        List<String> free =
                NAMES.stream().filter(name -> !reserved.contains(name)).toList();
        List<String> usual = free.subList(0, Math.min(20, free.size()));
        return chance.any(chance.once(8) ? free : usual);
    }
}
