package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.Set;

/**
 * Where in the reverse sweep code stands.
 *
 * @param loop the innermost loop around it; {@code null} outside loops
 * @param visible the variables of the forward sweep that are in scope with the value they had
 * @param direct whether nothing but branches that hold forward and reverse code stands around it
 */
record Frame(LoopFrame loop, Set<Variable> visible, boolean direct) {
    Frame {
        visible = Set.copyOf(visible);
    }

    Frame inLoop(LoopFrame inner) {
        return new Frame(inner, visible, false);
    }

    Frame inBranch() {
        return new Frame(loop, visible, false);
    }

    Frame seeing(Set<Variable> more) {
        Set<Variable> all = new HashSet<>(visible);
        all.addAll(more);
        return new Frame(loop, all, direct);
    }
}
