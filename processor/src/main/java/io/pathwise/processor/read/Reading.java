package io.pathwise.processor.read;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Program;
import java.util.List;
import java.util.Optional;

/**
 * What reading one method gave.
 *
 * @param program the method; absent where a diagnostic is an error
 * @param diagnostics all that is wrong with it, in the order of the source
 * @param resolutions what the reader took names and types for, to be compared with the compiler's own opinion
 */
public record Reading(Optional<Program> program, List<Diagnostic> diagnostics, List<Resolution> resolutions) {
    public Reading {
        diagnostics = List.copyOf(diagnostics);
        resolutions = List.copyOf(resolutions);
    }
}
