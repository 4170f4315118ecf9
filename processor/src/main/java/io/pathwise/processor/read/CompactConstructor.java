package io.pathwise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads what compact constructors do to the components, {@code Model { if (kappa < 0) throw … }}, where it is made. */
final class CompactConstructor {
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final TypeElement reader;
    private final Names variables;
    private final Readers readers;
    private final Set<TypeElement> open = new HashSet<>();

    /** Makes what reads the statements of a constructor. */
    interface Readers {
        StatementReader of(TypeElement owner, MethodTree tree, CompactConstructor constructors);
    }

    /**
     * Prepares for one method.
     *
     * @param unit the source that the method stands in
     * @param reader the class that declares it
     * @param readers makes readers of constructors
     */
    CompactConstructor(Trees trees, CompilationUnitTree unit, TypeElement reader, Names variables, Readers readers) {
        this.trees = trees;
        this.unit = unit;
        this.reader = reader;
        this.variables = variables;
        this.readers = readers;
    }

    /**
     * The record with what its constructor does before; absent where that is not known.
     *
     * @param arguments the components as given
     */
    Optional<Expression> read(
            TypeElement record,
            ExecutableElement constructor,
            Type.Record type,
            List<Expression> arguments,
            Position position) {
        Optional<MethodTree> tree = tree(record, constructor);
        if (tree.isEmpty() || !open.add(record)) {
            return Optional.empty();
        }
        LocalScope scope = LocalScope.ofMethod();
        List<Variable> components = new ArrayList<>();
        for (Type.Record.Component each : type.components()) {
            Variable variable = variables.create(each.name(), each.type(), Origin.SOURCE);
            scope.declare(variable);
            components.add(variable);
        }
        Block body = readers.of(record, tree.get(), this).block(tree.get().getBody(), scope);
        open.remove(record);
        return Optional.of(compound(type, components, arguments, body, position));
    }

    /** A component that the constructor leaves as it is needs no name of its own. */
    private Expression compound(
            Type.Record type, List<Variable> components, List<Expression> arguments, Block body, Position position) {
        Set<Variable> assigned = Statements.assigned(body);
        Map<Variable, Variable> temporaries = new HashMap<>();
        components.stream()
                .filter(each -> !assigned.contains(each))
                .forEach(each -> temporaries.put(each, variables.create(each.name(), each.type(), Origin.TEMPORARY)));
        List<Statement> whole = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            Variable component = temporaries.getOrDefault(components.get(i), components.get(i));
            whole.add(new Declare(component, arguments.get(i), arguments.get(i).position()));
            values.add(new Local(component, position));
        }
        whole.addAll(new Renaming(temporaries).of(body.statements()));
        return new Compound(whole, new RecordValue(type, values, position), position);
    }

    /** Whether the constructor of a record stands in the class whose method is read, or around it. */
    boolean isInSight(TypeElement record) {
        return outermost(record).equals(outermost(reader));
    }

    /** The constructor, if it is compact: its parameters are those of the record's head, which stand before it. */
    private Optional<MethodTree> tree(TypeElement record, ExecutableElement constructor) {
        TreePath path = isInSight(record) ? trees.getPath(constructor) : null;
        if (path == null || !(path.getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
            return Optional.empty();
        }
        SourcePositions positions = trees.getSourcePositions();
        long start = positions.getStartPosition(unit, tree);
        boolean isCompact = !tree.getParameters().isEmpty()
                && tree.getParameters().stream().allMatch(each -> positions.getStartPosition(unit, each) < start);
        return isCompact ? Optional.of(tree) : Optional.empty();
    }

    private static Element outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement enclosing ? outermost(enclosing) : type;
    }
}
