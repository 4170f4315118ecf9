package io.pathwise.processor.write;

import io.pathwise.processor.program.Position;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks at the ends of lines which say where in the user's source a line comes from, so that it is still known once
 * JavaPoet has put the lines together. Their characters are for private use and no end of a line of Java.
 */
final class OriginMarks {
    private static final char OPENING = '\uE000';
    private static final char CLOSING = '\uE001';
    private static final Pattern MARK = Pattern.compile("(?m)" + OPENING + "(\\d+) (\\d+)" + CLOSING + "$");

    private OriginMarks() {}

    /** The mark of a line; empty where no source text stands for it. */
    static String of(Position origin) {
        return origin.isNone() ? "" : OPENING + Long.toString(origin.start()) + ' ' + origin.end() + CLOSING;
    }

    /** The text without marks. */
    static String remove(String marked) {
        return MARK.matcher(marked).replaceAll("");
    }

    /** The origin of each line. */
    static List<Position> read(String marked) {
        return marked.lines().map(OriginMarks::origin).toList();
    }

    private static Position origin(String line) {
        Matcher mark = MARK.matcher(line);
        return mark.find() ? new Position(Long.parseLong(mark.group(1)), Long.parseLong(mark.group(2))) : Position.NONE;
    }
}
