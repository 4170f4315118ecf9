package io.pathwise.montecarlo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of the tree in which blocks are merged: the blocks from {@code first}, a multiple of 2<sup>level</sup>, on,
 * 2<sup>level</sup> in number. As each node is always the sum of the same two halves, its bits do not depend on who
 * computed which part.
 *
 * @param first the first block
 * @param level the depth of the tree below the node
 * @param tally what the paths of the blocks yielded
 */
record Node(long first, int level, Tally tally) implements Serializable {
    long end() {
        return first + (1L << level);
    }

    private boolean isLeftSiblingOf(Node other) {
        return level == other.level && end() == other.first && (first & (1L << level)) == 0;
    }

    /** Adds a node behind all others, and merges siblings as long as there are any. */
    static void append(List<Node> nodes, Node added) {
        Node last = added;
        while (!nodes.isEmpty() && nodes.get(nodes.size() - 1).isLeftSiblingOf(last)) {
            Node left = nodes.remove(nodes.size() - 1);
            last = new Node(left.first, left.level + 1, Tally.merge(left.tally, last.tally));
        }
        nodes.add(last);
    }

    /** The nodes of two lists, both in order, as one. */
    static List<Node> merge(List<Node> a, List<Node> b) {
        List<Node> merged = new ArrayList<>();
        int i = 0;
        int j = 0;
        long end = 0;
        while (i < a.size() || j < b.size()) {
            boolean isNextInA = j == b.size() || (i < a.size() && a.get(i).first < b.get(j).first);
            Node next = isNextInA ? a.get(i++) : b.get(j++);
            if (next.first < end) {
                throw new IllegalArgumentException(
                        "the partial estimates overlap: both have the paths from " + next.first * Block.PATHS + " on");
            }
            end = next.end();
            append(merged, next);
        }
        return merged;
    }
}
