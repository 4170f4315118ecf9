package io.pathwise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.read.Resolution.Place;
import io.pathwise.processor.read.Resolution.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Collects what the compiler found at certain places of an attributed class. Trees are matched by position. */
final class Attribution extends TreePathScanner<Void, Void> {
    private static final Set<ElementKind> FIELDS = Set.of(ElementKind.FIELD, ElementKind.ENUM_CONSTANT);

    private final Trees trees;
    private final Types types;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Set<Place> places = new HashSet<>();
    private final Map<Place, String> found = new HashMap<>();

    Attribution(Trees trees, Types types, CompilationUnitTree unit, List<Resolution> asked) {
        this.trees = trees;
        this.types = types;
        this.unit = unit;
        this.positions = trees.getSourcePositions();
        asked.forEach(each -> places.add(each.place()));
    }

    /** What the compiler found, in the words of {@link Resolution#text()}. */
    Map<Place, String> found() {
        return found;
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
        if (tree instanceof ExpressionTree) {
            inspect(new TreePath(getCurrentPath(), tree));
        }
        return super.scan(tree, nothing);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        long end = positions.getEndPosition(unit, tree);
        Place place = new Place(new Position(end, end), Subject.VARIABLE);
        if (places.contains(place)) {
            recordType(place, trees.getElement(getCurrentPath()).asType());
        }
        return super.visitVariable(tree, nothing);
    }

    private void inspect(TreePath path) {
        Tree tree = path.getLeaf();
        Position position = new Position(positions.getStartPosition(unit, tree), positions.getEndPosition(unit, tree));
        Place type = new Place(position, Subject.EXPRESSION);
        if (places.contains(type)) {
            recordType(type, trees.getTypeMirror(path));
        }
        Place constant = new Place(position, Subject.CONSTANT);
        if (places.contains(constant)) {
            recordMember(constant, path);
        }
        Place call = new Place(position, Subject.METHOD);
        if (places.contains(call) && tree instanceof MethodInvocationTree invocation) {
            recordMember(call, new TreePath(path, invocation.getMethodSelect()));
        } else if (places.contains(call) && tree instanceof NewClassTree) {
            recordMember(call, path);
        }
    }

    private void recordType(Place place, TypeMirror type) {
        if (type != null && type.getKind() != TypeKind.ERROR) {
            found.putIfAbsent(place, JavaTypes.of(type).map(Type::javaName).orElseGet(type::toString));
        }
    }

    private void recordMember(Place place, TreePath name) {
        var member = trees.getElement(name);
        if (member instanceof ExecutableElement method) {
            found.putIfAbsent(place, JavaTypes.signature(method, types));
        } else if (member != null && FIELDS.contains(member.getKind())) {
            boolean declared = member.getEnclosingElement() instanceof TypeElement;
            found.putIfAbsent(place, declared ? JavaTypes.qualifiedName(member) : member.toString());
        }
    }
}
