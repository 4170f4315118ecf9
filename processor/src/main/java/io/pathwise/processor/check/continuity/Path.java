package io.pathwise.processor.check.continuity;

import java.util.List;
import java.util.Optional;

/**
 * One way through some statements.
 *
 * @param memory the values at its end
 * @param facts the outcomes of the conditions on the way
 * @param exit how it ended
 * @param result the value that it returned
 */
record Path(Memory memory, List<Fact> facts, Exit exit, Optional<Polynomial> result) {
    enum Exit {
        /** The statement that follows is next. */
        NEXT,
        RETURN,
        BREAK,
        /** The method fails; there is no value that could jump. */
        THROW
    }

    static Path start(Memory memory, List<Fact> facts) {
        return new Path(memory, List.copyOf(facts), Exit.NEXT, Optional.empty());
    }

    /** Whether no input takes both paths. */
    boolean excludes(Path other) {
        return facts.stream().anyMatch(fact -> other.facts.stream().anyMatch(fact::contradicts));
    }
}
