package io.pathwise.processor.write;

import io.pathwise.processor.program.Position;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/**
 * One generated compilation unit.
 *
 * @param qualifiedName the class it declares
 * @param text its source, lines separated by {@code \n}
 * @param origins for each line of the text the user's source that became it
 * @param originating the class it was generated for
 */
public record GeneratedSource(
        String qualifiedName, String text, List<Position> origins, Optional<Element> originating) {
    public GeneratedSource {
        origins = List.copyOf(origins);
    }

    /** A source of which nobody asks where its lines come from. */
    public GeneratedSource(String qualifiedName, String text, Optional<Element> originating) {
        this(qualifiedName, text, text.lines().map(line -> Position.NONE).toList(), originating);
    }

    /**
     * Hands the source to the compiler.
     *
     * @throws IOException if the file cannot be created or written
     */
    public void writeTo(Filer filer) throws IOException {
        try (Writer writer = filer.createSourceFile(
                        qualifiedName, originating.stream().toArray(Element[]::new))
                .openWriter()) {
            writer.write(text);
        }
    }
}
