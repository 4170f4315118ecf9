package io.pathwise.processor.check.continuity;

import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is executed after a statement, up to the end of the block or loop that it is in.
 *
 * @param rest the statements that follow; for the end of a loop's body the loop itself
 * @param repeats whether this is the end of a loop's body
 */
record Frame(List<Statement> rest, boolean repeats) {
    static Frame block(List<Statement> rest) {
        return new Frame(rest, false);
    }

    static Frame loop(Statement loop) {
        return new Frame(List.of(loop), true);
    }

    /** The frame after its first statements were executed. */
    Frame from(int index) {
        return new Frame(rest.subList(index, rest.size()), repeats);
    }

    /** The variables that are read; those that each iteration declares anew come to no loop's end. */
    Set<Variable> read() {
        Set<Variable> read = new HashSet<>();
        rest.forEach(statement -> read.addAll(Variables.read(statement)));
        if (repeats) {
            rest.forEach(loop -> read.removeAll(declaredInBody(loop)));
        }
        return read;
    }

    private static Set<Variable> declaredInBody(Statement loop) {
        return Statements.declared(loop instanceof For counted ? counted.body() : loop);
    }
}
