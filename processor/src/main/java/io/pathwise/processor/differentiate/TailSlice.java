package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Addition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reverse code cut in what can run before a loop and what must wait for the values that the loop and the code after it
 * compute. Only additions to an adjoint change places.
 */
final class TailSlice {
    private final Set<Variable> awaited;
    private final Set<Variable> readLate = new HashSet<>();
    private final Set<Variable> addedToLate = new HashSet<>();
    private final Set<Variable> setLate = new HashSet<>();
    private final List<Statement> early = new ArrayList<>();
    private final List<Statement> late = new ArrayList<>();
    private boolean isWaiting;

    private TailSlice(Set<Variable> awaited) {
        this.awaited = awaited;
    }

    /**
     * Cuts straight code.
     *
     * @param awaited the variables whose values are not there yet
     * @return empty if the code has other statements than declarations and assignments
     */
    static Optional<TailSlice> of(List<Statement> code, Set<Variable> awaited) {
        TailSlice slice = new TailSlice(awaited);
        return slice.cut(code, slice.early, slice.late) ? Optional.of(slice) : Optional.empty();
    }

    /** Adds code that must run after all of this; whether it has only declarations and assignments. */
    boolean append(List<Statement> code) {
        List<Statement> none = new ArrayList<>();
        isWaiting = true;
        return cut(code, none, late);
    }

    List<Statement> early() {
        return early;
    }

    List<Statement> late() {
        return late;
    }

    /** Whether the early part leaves the variable with its last value. */
    boolean isKnownEarly(Variable variable) {
        return !addedToLate.contains(variable) && !setLate.contains(variable);
    }

    /** Whether the late part is the same before and after additions to the variable. */
    boolean allowsAdditionsTo(Variable variable) {
        return !readLate.contains(variable) && !setLate.contains(variable);
    }

    private boolean cut(List<Statement> code, List<Statement> before, List<Statement> after) {
        for (Statement each : code) {
            if (each instanceof Explained explained) {
                List<Statement> one = new ArrayList<>();
                List<Statement> other = new ArrayList<>();
                if (!cut(explained.statements(), one, other)) {
                    return false;
                }
                add(explained, one, before);
                add(explained, other, after);
            } else if (each instanceof Declare declare) {
                Set<Variable> read = new HashSet<>();
                declare.initializer().ifPresent(value -> read.addAll(Expressions.variables(value)));
                place(each, declare.variable(), read, false, before, after);
            } else if (each instanceof Assign assign) {
                Optional<Addition> addition = Addition.of(assign);
                Expression value = addition.map(Addition::more).orElse(assign.value());
                Variable root = root(assign.target());
                Set<Variable> read = new HashSet<>(Expressions.variables(assign.target()));
                read.remove(root);
                read.addAll(Expressions.variables(value));
                place(each, root, read, addition.isPresent(), before, after);
            } else {
                return false;
            }
        }
        return true;
    }

    private void place(
            Statement statement,
            Variable written,
            Set<Variable> read,
            boolean adds,
            List<Statement> before,
            List<Statement> after) {
        boolean waits = isWaiting
                || awaited.contains(written)
                || !Collections.disjoint(read, awaited)
                || !Collections.disjoint(read, addedToLate)
                || !Collections.disjoint(read, setLate)
                || readLate.contains(written)
                || setLate.contains(written)
                || !adds && addedToLate.contains(written);
        if (!waits) {
            before.add(statement);
            return;
        }
        readLate.addAll(read);
        (adds ? addedToLate : setLate).add(written);
        after.add(statement);
    }

    private static void add(Explained explained, List<Statement> statements, List<Statement> out) {
        if (!statements.isEmpty()) {
            out.add(new Explained(explained.comment(), statements, explained.position()));
        }
    }

    private static Variable root(Expression target) {
        Expression at = target;
        while (at instanceof Element element) {
            at = element.array();
        }
        return at instanceof Local local
                ? local.variable()
                : Expressions.variables(at).iterator().next();
    }
}
