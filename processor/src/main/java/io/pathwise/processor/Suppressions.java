package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.read.JavacAccess;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Which warnings the user has accepted with {@code @SuppressWarnings("pathwise:jump")}, or {@code "pathwise"}. */
final class Suppressions {
    private static final Set<String> TOKENS = Set.of("pathwise:jump", "pathwise");

    private final List<Position> regions;

    private Suppressions(List<Position> regions) {
        this.regions = regions;
    }

    static Suppressions of(List<ExecutableElement> methods, JavacAccess javac) {
        return new Suppressions(methods.stream()
                .filter(Suppressions::accepts)
                .flatMap(method -> javac.position(method).stream())
                .toList());
    }

    boolean cover(Diagnostic diagnostic) {
        long start = diagnostic.position().start();
        return diagnostic.code() == Code.JUMP
                && regions.stream().anyMatch(region -> region.start() <= start && start < region.end());
    }

    private static boolean accepts(Element element) {
        SuppressWarnings annotation = element.getAnnotation(SuppressWarnings.class);
        boolean accepted =
                annotation != null && List.of(annotation.value()).stream().anyMatch(TOKENS::contains);
        return accepted || element.getEnclosingElement() != null && accepts(element.getEnclosingElement());
    }
}
