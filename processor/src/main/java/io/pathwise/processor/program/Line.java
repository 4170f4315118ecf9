package io.pathwise.processor.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of Java text.
 *
 * @param indent columns before the text
 * @param pieces {@link Doc.Text} and {@link Doc.ClassName} in a row; none on a blank line
 * @param origin the user's source that became this line
 */
public record Line(int indent, List<Doc> pieces, Position origin) {
    /** A line without text. */
    public static final Line BLANK = new Line(0, List.of());

    public Line {
        pieces = List.copyOf(pieces);
    }

    /** A line that no source text stands for. */
    public Line(int indent, List<Doc> pieces) {
        this(indent, pieces, Position.NONE);
    }

    /** The same line with another origin. */
    public Line from(Position source) {
        return new Line(indent, pieces, source);
    }

    /** The line with class names written without their packages. */
    public String text() {
        return " ".repeat(indent) + pieces.stream().map(Line::text).collect(Collectors.joining());
    }

    private static String text(Doc piece) {
        return piece instanceof Doc.ClassName name ? name.simpleName() : ((Doc.Text) piece).text();
    }
}
