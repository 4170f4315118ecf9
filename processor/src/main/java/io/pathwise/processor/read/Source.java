package io.pathwise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.read.Resolution.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The source of one method while it is read: where its trees stand, and what has been found in them. */
final class Source {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Resolution> resolutions = new ArrayList<>();

    Source(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    Position position(Tree tree) {
        return new Position(positions.getStartPosition(unit, tree), positions.getEndPosition(unit, tree));
    }

    /** The tree as the user wrote it, which for a literal the compiler's own text is not. */
    String written(Tree tree) {
        Position position = position(tree);
        try {
            return unit.getSourceFile()
                    .getCharContent(true)
                    .subSequence((int) position.start(), (int) position.end())
                    .toString();
        } catch (IOException unreadable) {
            return tree.toString();
        }
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Reports what is wrong with an expression and gives what stands for it. */
    Expression refuse(Diagnostic diagnostic) {
        report(diagnostic);
        return Unknown.at(diagnostic.position());
    }

    void resolvedTo(Position position, Subject subject, String text) {
        resolutions.add(new Resolution(position, subject, text));
    }

    void resolvedVariable(Position position, Type type) {
        resolvedTo(new Position(position.end(), position.end()), Subject.VARIABLE, type.javaName());
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    List<Resolution> resolutions() {
        return resolutions;
    }
}
