package io.pathwise.processor.report;

import io.pathwise.processor.program.Position;
import io.pathwise.processor.report.SourceFile.LineRange;
import java.util.List;
import java.util.Optional;

/** Which lines of the source became which lines of the companion. */
final class LineMap {
    private final SourceFile source;
    private final List<Position> origins;

    /**
     * Prepares the map.
     *
     * @param origins for each line of the companion what became it
     */
    LineMap(SourceFile source, List<Position> origins) {
        this.source = source;
        this.origins = List.copyOf(origins);
    }

    /**
     * The lines of the source that became a line of the companion.
     *
     * @param generated the line's number, counted from 0
     */
    Optional<LineRange> sourceOf(int generated) {
        return Optional.of(origins.get(generated))
                .filter(origin -> !origin.isNone())
                .map(source::lines);
    }
}
