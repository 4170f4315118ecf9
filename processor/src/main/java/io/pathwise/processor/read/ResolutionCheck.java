package io.pathwise.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic.Kind;

/**
 * The safety net under the reader: once the compiler has attributed a class, what the reader took its names and types
 * for must be what the compiler found.
 */
final class ResolutionCheck implements TaskListener {
    private final Trees trees;
    private final Types types;
    private final Map<String, List<Resolution>> expected = new HashMap<>();

    ResolutionCheck(Trees trees, Types types) {
        this.trees = trees;
        this.types = types;
    }

    void expect(TypeElement outermost, List<Resolution> resolutions) {
        expected.computeIfAbsent(outermost.getQualifiedName().toString(), name -> new ArrayList<>())
                .addAll(resolutions);
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.ANALYZE || event.getTypeElement() == null) {
            return;
        }
        List<Resolution> ofClass =
                expected.remove(event.getTypeElement().getQualifiedName().toString());
        if (ofClass != null) {
            check(event.getTypeElement(), event.getCompilationUnit(), ofClass);
        }
    }

    /** What the compiler found otherwise than the reader; what it did not find at all is its own error to report. */
    static List<Diagnostic> compare(List<Resolution> expected, Map<Resolution.Place, String> found) {
        List<Diagnostic> mismatches = new ArrayList<>();
        for (Resolution resolution : expected) {
            String actual = found.get(resolution.place());
            if (actual != null && !actual.equals(resolution.text())) {
                Resolution other = new Resolution(resolution.position(), resolution.subject(), actual);
                mismatches.add(Messages.resolutionMismatch(resolution.position(), resolution.phrase(), other.phrase()));
            }
        }
        return mismatches;
    }

    /** A failure of the check must neither pass for success nor take the compilation down. */
    private void check(TypeElement type, CompilationUnitTree unit, List<Resolution> resolutions) {
        Optional<? extends Tree> tree = unit.getTypeDecls().stream()
                .filter(each -> each instanceof ClassTree declared
                        && declared.getSimpleName().equals(type.getSimpleName()))
                .findFirst();
        if (tree.isEmpty()) {
            return;
        }
        try {
            Attribution attribution = new Attribution(trees, types, unit, resolutions);
            attribution.scan(new TreePath(new TreePath(unit), tree.get()), null);
            compare(resolutions, attribution.found()).forEach(mismatch -> print(mismatch, tree.get(), unit));
        } catch (RuntimeException failure) {
            String name = type.getQualifiedName().toString();
            print(Messages.internalError(Position.NONE, name, failure.toString()), tree.get(), unit);
        }
    }

    private void print(Diagnostic diagnostic, Tree type, CompilationUnitTree unit) {
        Tree tree = TreeFinder.find(unit, diagnostic.position(), trees.getSourcePositions())
                .orElse(type);
        trees.printMessage(Kind.ERROR, diagnostic.text(), tree, unit);
    }
}
