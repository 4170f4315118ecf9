package io.pathwise.processor.testing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * A message of the compiler.
 *
 * @param code the processor's code, such as {@code UnknownCall}; empty for javac's own messages
 * @param line the line, from 1
 * @param column the column that the caret marks, from 1
 */
public record CompilationMessage(Diagnostic.Kind kind, String code, long line, long column, String text) {
    private static final Pattern CODE = Pattern.compile("\\[Pathwise\\.(\\w+)]");

    static CompilationMessage of(Diagnostic<?> diagnostic) {
        String text = diagnostic.getMessage(Locale.ROOT);
        Matcher code = CODE.matcher(text);
        return new CompilationMessage(
                diagnostic.getKind(),
                code.find() ? code.group(1) : "",
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                text);
    }

    /** {@code UnknownCall 12:9}. */
    public String place() {
        return code + " " + line + ":" + column;
    }
}
