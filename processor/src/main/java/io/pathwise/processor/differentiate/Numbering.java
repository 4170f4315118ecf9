package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts the sites of a path in order of execution: by literals where every path has the same, else by a counter. */
final class Numbering {
    private final Optional<Variable> counter;
    private final int first;
    private final int step;
    private int known;

    private Numbering(Optional<Variable> counter, int first, int step) {
        this.counter = counter;
        this.first = first;
        this.step = step;
        this.known = first;
    }

    /**
     * Prepares for one program.
     *
     * @param first the number of the first site
     * @param step what is added for the next
     */
    static Numbering of(Program program, Predicate<Expression> isSite, int first, int step, Names names) {
        return new Numbering(
                varies(program.body(), isSite)
                        ? Optional.of(names.create("draws", Primitive.INT, Origin.GENERATED))
                        : Optional.empty(),
                first,
                step);
    }

    /** Whether some sites are in branches or loops, or behind an exit. */
    private static boolean varies(Statement body, Predicate<Expression> isSite) {
        List<Statement> all = new ArrayList<>();
        Statements.walk(body, all::add);
        boolean mayHaveLeft = false;
        for (Statement each : all) {
            boolean hasSite = Statements.expressions(each).stream().anyMatch(one -> Expressions.any(one, isSite::test));
            if (hasSite && mayHaveLeft || isBranching(each) && Statements.anyExpression(each, isSite::test)) {
                return true;
            }
            mayHaveLeft |= each instanceof Return;
        }
        return false;
    }

    private static boolean isBranching(Statement statement) {
        return statement instanceof If || Statements.isLoop(statement);
    }

    /** What begins the counting. */
    List<Statement> opening() {
        return counter.<Statement>map(each -> new Declare(each, WholeNumbers.literal(first), Position.NONE)).stream()
                .toList();
    }

    /** The number of the site that comes next: where counting begins with 0, the number of sites so far. */
    Expression number() {
        return counter.<Expression>map(Algebra::local).orElseGet(() -> WholeNumbers.literal(known));
    }

    /** Counts one more. */
    List<Statement> step() {
        known += step;
        return counter
                .<Statement>map(each -> new Assign(
                        Algebra.local(each),
                        WholeNumbers.add(Algebra.local(each), WholeNumbers.literal(step)),
                        Position.NONE))
                .stream()
                .toList();
    }
}
