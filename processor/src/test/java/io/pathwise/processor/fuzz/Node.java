package io.pathwise.processor.fuzz;

import java.util.List;

/**
 * A part of a random program. A new construct is a new record that implements {@link Expression} or {@link Statement},
 * and a production in a generator; shrinking knows it by its children.
 */
interface Node {
    /** The parts, in a fixed order. */
    List<? extends Node> children();

    /** The same node with other parts, as many and of the same kinds as {@link #children()}. */
    Node with(List<Node> children);
}
