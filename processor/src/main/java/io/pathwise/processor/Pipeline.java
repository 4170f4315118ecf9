package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.write.CompanionMethod;
import io.pathwise.processor.write.GeneratedSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the methods of a class, as read, to its companion. */
@FunctionalInterface
public interface Pipeline {
    /** Checks, differentiates and writes. */
    Outcome run(ClassSource source);

    /**
     * What became of a class.
     *
     * @param diagnostics what the user is told
     * @param companion the companion; not used where a diagnostic is an error
     * @param methods what was derived from each method, as the companion holds it
     */
    record Outcome(
            List<Diagnostic> diagnostics, Optional<GeneratedSource> companion, Map<Function, CompanionMethod> methods) {
        public Outcome {
            diagnostics = List.copyOf(diagnostics);
            methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
        }

        /** An outcome without a look at the methods. */
        public Outcome(List<Diagnostic> diagnostics, Optional<GeneratedSource> companion) {
            this(diagnostics, companion, Map.of());
        }
    }
}
