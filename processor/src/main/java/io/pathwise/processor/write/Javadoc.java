package io.pathwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** The text of one Javadoc comment. */
final class Javadoc {
    private static final int COLUMNS = 105;
    private static final String SPACE_OUTSIDE_OF_TAGS = " (?![^{]*\\})";

    private final StringBuilder text = new StringBuilder();
    private final List<String> tags = new ArrayList<>();

    private Javadoc(String sentence) {
        text.append(wrap(sentence, ""));
    }

    /** Begins with what the member is or does. */
    static Javadoc of(String sentence) {
        return new Javadoc(sentence);
    }

    /** A name or expression in the font of code. */
    static String code(String code) {
        return "{@code " + code + "}";
    }

    /** Explains a parameter. */
    Javadoc param(String name, String meaning) {
        tags.add(wrap("@param " + name + " " + meaning, "    "));
        return this;
    }

    /** The comment without its stars. */
    CodeBlock build() {
        String block = tags.isEmpty() ? "" : "\n\n" + String.join("\n", tags);
        return CodeBlock.of("$L", text + block);
    }

    private static String wrap(String sentence, String continuation) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : sentence.split(SPACE_OUTSIDE_OF_TAGS)) {
            if (column > 0 && column + 1 + word.length() > COLUMNS) {
                wrapped.append('\n').append(continuation);
                column = continuation.length();
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}
