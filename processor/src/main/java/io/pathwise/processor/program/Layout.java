package io.pathwise.processor.program;

import io.pathwise.processor.program.Doc.Break;
import io.pathwise.processor.program.Doc.Group;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: as much on each as fits, broken at the outermost places first. */
public final class Layout {
    /** Columns of a line. */
    public static final int COLUMNS = 120;

    private static final int CONTINUATION = 8;

    private final int limit;
    private final int indent;
    private final List<Line> lines = new ArrayList<>();
    private List<Doc> pieces = new ArrayList<>();
    private int column;

    private Layout(int indent, int limit) {
        this.indent = indent;
        this.limit = limit;
        this.column = indent;
    }

    /**
     * Lines of at most {@code limit} columns, unless a piece that cannot be broken is longer.
     *
     * @param indent columns before the first line; further lines are indented by eight more
     * @param limit columns of a line, the indentation included
     */
    public static List<Line> lines(Doc doc, int indent, int limit) {
        Layout layout = new Layout(indent, limit);
        layout.place(doc, 0);
        layout.endLine();
        return layout.lines;
    }

    /** The text on one line. */
    public static Line unbroken(Doc doc) {
        return lines(doc, 0, Integer.MAX_VALUE).get(0);
    }

    /** Places the piece, {@code trailing} columns of other text following it without a break. */
    private void place(Doc doc, int trailing) {
        if (doc instanceof Group group) {
            if (fits(column, group.width() + trailing)) {
                group.parts().forEach(part -> place(part, 0));
            } else {
                placeBroken(group, trailing);
            }
        } else if (doc instanceof Break unused) {
            append(Doc.text(unused.unbroken()));
        } else {
            append(doc);
        }
    }

    private void placeBroken(Group group, int trailing) {
        List<Doc> segment = new ArrayList<>();
        Break before = null;
        for (Doc part : group.parts()) {
            if (part instanceof Break next) {
                placeSegment(before, segment, 0);
                segment.clear();
                before = next;
            } else {
                segment.add(part);
            }
        }
        placeSegment(before, segment, trailing);
    }

    private void placeSegment(Break before, List<Doc> segment, int trailing) {
        if (before != null) {
            int width = new Group(segment).width() + trailing;
            if (staysOnLine(before, width, lead(segment, trailing))) {
                append(Doc.text(before.unbroken()));
            } else {
                breakLine();
            }
        }
        for (int i = 0; i < segment.size(); i++) {
            place(segment.get(i), lead(segment.subList(i + 1, segment.size()), trailing));
        }
    }

    private boolean staysOnLine(Break before, int width, int lead) {
        int next = column + before.width();
        boolean fitsBelow = fits(indent + CONTINUATION, width);
        return fits(next, width) || (before.isReluctant() && !fitsBelow && fits(next, lead));
    }

    /** Columns up to the first place where the pieces may be broken. */
    private static int lead(List<Doc> pieces, int trailing) {
        int lead = 0;
        for (Doc piece : pieces) {
            if (piece instanceof Break) {
                return lead;
            } else if (piece instanceof Group group && breaks(group)) {
                return lead + lead(group.parts(), 0);
            }
            lead += piece.width();
        }
        return lead + trailing;
    }

    private static boolean breaks(Group group) {
        return group.parts().stream()
                .anyMatch(part -> part instanceof Break || (part instanceof Group inner && breaks(inner)));
    }

    private boolean fits(int start, int width) {
        return (long) start + width <= limit;
    }

    private void append(Doc piece) {
        if (piece.width() > 0) {
            pieces.add(piece);
            column += piece.width();
        }
    }

    private void breakLine() {
        endLine();
        column = indent + CONTINUATION;
    }

    private void endLine() {
        lines.add(new Line(lines.isEmpty() ? indent : indent + CONTINUATION, pieces));
        pieces = new ArrayList<>();
    }
}
