package io.pathwise.processor.split;

import io.pathwise.processor.program.Program;
import java.util.List;
import java.util.stream.Stream;

/**
 * A method and the methods into which parts of it were moved.
 *
 * @param main the method itself, with the parameters and the result that it had
 * @param parts what it calls, directly or through other parts, in the order of the first calls
 */
public record Pieces(Program main, List<Program> parts) {
    public Pieces {
        parts = List.copyOf(parts);
    }

    /** The size of the largest method, as estimated. */
    int largest() {
        return Stream.concat(Stream.of(main), parts.stream())
                .mapToInt(CodeSize::of)
                .max()
                .orElseThrow();
    }
}
