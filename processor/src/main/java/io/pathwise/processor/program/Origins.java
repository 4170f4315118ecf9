package io.pathwise.processor.program;

import io.pathwise.processor.program.Statement.For;
import java.util.ArrayList;
import java.util.List;

/** Which source text a line of a compound statement comes from: what is inside it has lines of its own. */
final class Origins {
    private Origins() {}

    /** The beginning of a statement, up to the last expression that steers it. */
    static Position ofHeader(Statement compound) {
        if (compound.position().isNone()) {
            return Position.NONE;
        }
        Position header = ofStart(compound);
        for (Position part : steering(compound)) {
            Position longer = compound.position().upTo(part);
            header = longer.end() > header.end() ? longer : header;
        }
        return header;
    }

    /** The place where a statement begins. */
    static Position ofStart(Statement compound) {
        return new Position(compound.position().start(), compound.position().start());
    }

    private static List<Position> steering(Statement compound) {
        List<Position> parts = new ArrayList<>();
        Statements.expressions(compound).forEach(each -> parts.add(each.position()));
        if (compound instanceof For loop) {
            for (Statement each : loop.init()) {
                parts.add(each.position());
            }
            for (Statement each : loop.update()) {
                parts.add(each.position());
            }
        }
        return parts;
    }
}
