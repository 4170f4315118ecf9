package io.pathwise.processor.program;

/**
 * Where in the user's source a node was read.
 *
 * @param start offset of the first character in the compilation unit, or -1 where the node was generated
 * @param end offset after the last character, or -1 where the node was generated
 */
public record Position(long start, long end) {
    /** The position of nodes that no source text stands for. */
    public static final Position NONE = new Position(-1, -1);

    /** Whether no source text stands for the node. */
    public boolean isNone() {
        return start < 0;
    }

    /** From the start of this up to the end of a part of it; what is no part of it counts for nothing. */
    public Position upTo(Position part) {
        boolean isInside = start <= part.start && part.end <= end;
        return new Position(start, isInside ? part.end : start);
    }
}
