package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;

/** What passes that move statements between paths, or leave flags for the paths taken, build alike. */
final class Paths {
    private Paths() {}

    /** The branch with other statements on its two paths. */
    static If branch(If branch, List<Statement> then, List<Statement> otherwise) {
        return new If(branch.condition(), Block.of(then), Block.of(otherwise), branch.position());
    }

    /** One path followed by another. */
    static List<Statement> concat(List<Statement> first, List<Statement> second) {
        List<Statement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** {@code flag = true}. */
    static Statement set(Variable flag) {
        return new Assign(new Local(flag, Position.NONE), literal(true), Position.NONE);
    }

    /** {@code true} or {@code false}. */
    static Expression literal(boolean value) {
        return new Literal(value, Primitive.BOOLEAN, Position.NONE);
    }
}
