package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.write.GeneratedSource;
import java.util.List;
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
     */
    record Outcome(List<Diagnostic> diagnostics, Optional<GeneratedSource> companion) {
        public Outcome {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
