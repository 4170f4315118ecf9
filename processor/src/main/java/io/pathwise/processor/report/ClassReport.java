package io.pathwise.processor.report;

import io.pathwise.processor.write.GeneratedSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The report on one class: its source beside its companion, and what is worth knowing about the derivatives.
 *
 * @param className the class's name as Java writes it inside its package: {@code Outer.Inner}
 * @param methods its differentiated methods in the order of the source
 */
public record ClassReport(String className, SourceFile source, GeneratedSource companion, List<MethodReport> methods) {
    public ClassReport {
        methods = List.copyOf(methods);
    }

    /**
     * Writes the page into a directory, which is made if it does not exist; the file is named after the companion.
     *
     * @throws IOException if the directory or the file cannot be written
     */
    public void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(companion.qualifiedName() + ".html"), page());
    }

    /** The page: HTML that needs nothing else, neither files nor a network. */
    String page() {
        return resource("page.html")
                .replace("{{title}}", Html.escape(className))
                .replace("{{style}}", resource("page.css"))
                .replace("{{script}}", resource("page.js"))
                .replace("{{body}}", new PageBody(this).html());
    }

    private static String resource(String name) {
        try (InputStream stream = ClassReport.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
