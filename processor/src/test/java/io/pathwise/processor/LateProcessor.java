package io.pathwise.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Generates one class in each round. */
final class LateProcessor extends AbstractProcessor {
    private final Deque<String> namesAndTexts;

    LateProcessor(String... namesAndTexts) {
        this.namesAndTexts = new ArrayDeque<>(List.of(namesAndTexts));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!namesAndTexts.isEmpty()) {
            try (Writer writer = processingEnv
                    .getFiler()
                    .createSourceFile(namesAndTexts.pop())
                    .openWriter()) {
                writer.write(namesAndTexts.pop());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return false;
    }
}
