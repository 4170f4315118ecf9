package io.pathwise.processor.write;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/**
 * One generated compilation unit.
 *
 * @param qualifiedName the class it declares
 * @param text its source, lines separated by {@code \n}
 * @param originating the class it was generated for
 */
public record GeneratedSource(String qualifiedName, String text, Optional<Element> originating) {
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
