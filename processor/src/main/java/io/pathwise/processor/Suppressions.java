package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.read.JavacAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Which warnings the user has accepted, with {@code @SuppressWarnings("pathwise:jump")} or all with {@code "pathwise"}. */
final class Suppressions {
    private static final String ALL = "pathwise";
    private static final Map<Code, String> TOKENS =
            Map.of(Code.JUMP, "pathwise:jump", Code.METHOD_TOO_LARGE, "pathwise:size");

    private final Map<String, List<Position>> regions;

    private Suppressions(Map<String, List<Position>> regions) {
        this.regions = regions;
    }

    static Suppressions of(List<ExecutableElement> methods, JavacAccess javac) {
        Map<String, List<Position>> regions = new HashMap<>();
        for (ExecutableElement method : methods) {
            for (String token : tokens(method)) {
                regions.computeIfAbsent(token, each -> new ArrayList<>())
                        .addAll(javac.position(method).stream().toList());
            }
        }
        return new Suppressions(regions);
    }

    boolean cover(Diagnostic diagnostic) {
        String token = TOKENS.get(diagnostic.code());
        return token != null && (covers(token, diagnostic) || covers(ALL, diagnostic));
    }

    private boolean covers(String token, Diagnostic diagnostic) {
        long start = diagnostic.position().start();
        return regions.getOrDefault(token, List.of()).stream()
                .anyMatch(region -> region.start() <= start && start < region.end());
    }

    /** What is accepted at the element and around it. */
    private static Set<String> tokens(Element element) {
        Set<String> tokens = new HashSet<>();
        for (Element each = element; each != null; each = each.getEnclosingElement()) {
            SuppressWarnings annotation = each.getAnnotation(SuppressWarnings.class);
            if (annotation != null) {
                tokens.addAll(List.of(annotation.value()));
            }
        }
        return tokens;
    }
}
