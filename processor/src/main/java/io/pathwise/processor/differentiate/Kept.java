package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.Memory.Slot;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the forward sweep must keep, as the reverse sweep asks for it. */
final class Kept {
    private final Memory memory;
    private final Set<Variable> snapshots;
    private final Map<Variable, Slot> atDefinition = new LinkedHashMap<>();
    private final Map<Statement, Map<Variable, Slot>> after = new IdentityHashMap<>();
    private final Map<LoopFrame, Map<Variable, Slot>> atHead = new IdentityHashMap<>();
    private final Map<Statement, LoopFrame> frames = new IdentityHashMap<>();
    private final Map<LoopFrame, Explained> partials = new IdentityHashMap<>();
    private final Set<Variable> hoisted = new LinkedHashSet<>();

    /**
     * Prepares for one program.
     *
     * @param snapshots variables whose values cannot be computed again
     */
    Kept(Memory memory, Set<Variable> snapshots) {
        this.memory = memory;
        this.snapshots = snapshots;
    }

    /** Whether the value of the variable cannot be computed again. */
    boolean isSnapshot(Variable variable) {
        return snapshots.contains(variable);
    }

    /** Keeps the value that a variable gets where it is declared. */
    Slot atDefinition(Variable variable, LoopFrame loop) {
        return atDefinition.computeIfAbsent(variable, each -> memory.slot(each, loop));
    }

    /** Keeps the value that a variable has after a statement. */
    Slot after(Statement statement, Variable variable, LoopFrame loop) {
        return after.computeIfAbsent(statement, each -> new LinkedHashMap<>())
                .computeIfAbsent(variable, each -> memory.slot(each, loop));
    }

    /** Keeps the value that a variable has at the start of each iteration. */
    Slot atHead(LoopFrame loop, Variable variable) {
        return atHead.computeIfAbsent(loop, each -> new LinkedHashMap<>())
                .computeIfAbsent(variable, each -> memory.slot(each, loop));
    }

    /** {@code gradient.memory(number, size)}. */
    Expression array(Slot slot, Expression size) {
        return memory.array(slot, size);
    }

    /** Makes a variable of a branch outlive the branch. */
    void hoist(Variable variable) {
        hoisted.add(variable);
    }

    /** Notes that a loop runs backwards too. */
    void note(Statement loop, LoopFrame frame) {
        frames.put(loop, frame);
    }

    /** Notes the partial derivatives that the forward sweep computes in each iteration. */
    void notePartials(LoopFrame loop, Explained code) {
        partials.put(loop, code);
    }

    Optional<Explained> partials(LoopFrame loop) {
        return Optional.ofNullable(partials.get(loop));
    }

    Optional<Slot> slotAtDefinition(Variable variable) {
        return Optional.ofNullable(atDefinition.get(variable));
    }

    List<Slot> slotsAfter(Statement statement) {
        return new ArrayList<>(after.getOrDefault(statement, Map.of()).values());
    }

    List<Slot> slotsAtHead(LoopFrame loop) {
        return new ArrayList<>(atHead.getOrDefault(loop, Map.of()).values());
    }

    Optional<LoopFrame> frame(Statement loop) {
        return Optional.ofNullable(frames.get(loop));
    }

    boolean isHoisted(Variable variable) {
        return hoisted.contains(variable);
    }

    Set<Variable> hoisted() {
        return hoisted;
    }
}
