package io.pathwise.processor.report;

import io.pathwise.processor.program.Position;
import java.util.List;

/**
 * The user's source of one class.
 *
 * @param name the file's name
 * @param text the whole compilation unit
 * @param region where the class stands in it
 */
public record SourceFile(String name, String text, Position region) {
    /** The source at a position, on one line. */
    String excerpt(Position position) {
        int start = (int) Math.max(0, position.start());
        int end = (int) Math.min(text.length(), Math.max(start, position.end()));
        return text.substring(start, end).replaceAll("\\s+", " ").trim();
    }

    /** The number of the line, counted from 1, in which a character stands. */
    int lineOf(long offset) {
        long end = Math.min(offset, text.length());
        return 1
                + (int) text.substring(0, (int) end)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }

    /** The first and the last line of a position; a position that ends with a line break does not reach the next. */
    LineRange lines(Position position) {
        long last = Math.max(position.start(), position.end() - 1);
        return new LineRange(lineOf(position.start()), lineOf(last));
    }

    /** All lines of the file. */
    List<String> lines() {
        return text.lines().toList();
    }

    /**
     * Lines of a file, both ends included.
     *
     * @param first counted from 1
     */
    record LineRange(int first, int last) {}
}
