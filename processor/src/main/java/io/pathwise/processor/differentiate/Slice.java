package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts straight code in what can run before certain values are known and what must wait for them. */
final class Slice {
    private final Set<Variable> awaited;
    private final Set<Variable> readLate = new HashSet<>();
    private final Set<Variable> writtenLate = new HashSet<>();
    private final List<Statement> early = new ArrayList<>();
    private final List<Statement> late = new ArrayList<>();

    private Slice(Set<Variable> awaited) {
        this.awaited = awaited;
    }

    /** The code cut in two, as if the values of the variables were not there yet. */
    static Slice of(List<Statement> code, Set<Variable> awaited) {
        Slice slice = new Slice(awaited);
        slice.cut(code, slice.early, slice.late);
        return slice;
    }

    List<Statement> early() {
        return early;
    }

    List<Statement> late() {
        return late;
    }

    /** Whether the variable has its last value only after the late part. */
    boolean changesLate(Variable variable) {
        return writtenLate.contains(variable);
    }

    private void cut(List<Statement> code, List<Statement> before, List<Statement> after) {
        for (Statement each : code) {
            if (each instanceof Explained explained) {
                List<Statement> one = new ArrayList<>();
                List<Statement> other = new ArrayList<>();
                cut(explained.statements(), one, other);
                add(explained, one, before);
                add(explained, other, after);
            } else if (waits(each)) {
                readLate.addAll(read(each));
                writtenLate.addAll(written(each));
                after.add(each);
            } else {
                before.add(each);
            }
        }
    }

    private static void add(Explained explained, List<Statement> statements, List<Statement> out) {
        if (!statements.isEmpty()) {
            out.add(new Explained(explained.comment(), statements, explained.position()));
        }
    }

    private boolean waits(Statement statement) {
        return read(statement).stream().anyMatch(each -> awaited.contains(each) || writtenLate.contains(each))
                || written(statement).stream().anyMatch(each -> readLate.contains(each) || writtenLate.contains(each));
    }

    private static Set<Variable> read(Statement statement) {
        Set<Variable> read = new HashSet<>();
        Statements.walkExpressions(statement, each -> read.addAll(Expressions.variables(each)));
        return read;
    }

    private static Set<Variable> written(Statement statement) {
        Set<Variable> written = new HashSet<>();
        Statements.walk(statement, each -> {
            if (each instanceof Declare declare) {
                written.add(declare.variable());
            } else if (each instanceof Assign assign) {
                written.add(root(assign.target()));
            }
        });
        return written;
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
