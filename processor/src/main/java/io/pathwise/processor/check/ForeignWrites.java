package io.pathwise.processor.check;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.check.Heap.Site;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds writes to arrays that are not the method's own: arguments, and arrays that fields hold. Which array a variable
 * or a row refers to is followed from statement to statement.
 */
final class ForeignWrites {
    private final SourceText text;
    private final Copies copies;
    private final Map<Expression, Integer> creations = new IdentityHashMap<>();
    private final Map<Position, Diagnostic> found = new LinkedHashMap<>();
    private Heap heap = new Heap();
    private List<Heap> breaks = new ArrayList<>();
    private Map<Site, Set<Site>> written = new HashMap<>();

    private ForeignWrites(Program program, SourceText text) {
        this.text = text;
        copies = new Copies(program);
    }

    /** The refusal of each write, in order. */
    static List<Diagnostic> find(Program program, SourceText text) {
        ForeignWrites search = new ForeignWrites(program, text);
        program.parameters().forEach(search::declare);
        search.visit(program.body());
        return List.copyOf(search.found.values());
    }

    private void declare(Parameter parameter) {
        Variable variable = parameter.variable();
        if (variable.type() instanceof ArrayOf array) {
            Owner caller = new Owner(text.of(new Local(variable, parameter.position())), array, true);
            heap.assign(variable, Set.of(Site.of(caller)));
        }
    }

    private void visit(Statement statement) {
        if (statement instanceof Declare declare) {
            declare.initializer().ifPresent(value -> assign(declare.variable(), value));
        } else if (statement instanceof Assign assign) {
            assign(assign);
        } else if (statement instanceof If branch) {
            visitBranch(branch);
        } else if (Statements.isLoop(statement)) {
            visitLoop(statement);
        } else if (statement instanceof Break) {
            breaks.add(heap.copy());
        } else {
            ArrayOperations.transfer(statement).ifPresent(this::transfer);
            Statements.children(statement).forEach(this::visit);
        }
    }

    private void assign(Assign assign) {
        if (assign.target() instanceof Local local) {
            assign(local.variable(), assign.value());
        } else if (assign.target() instanceof Element element) {
            refuse(element.array(), element, element.position());
            if (element.type() instanceof ArrayOf) {
                Set<Site> matrices = of(element.array());
                Set<Site> rows = of(assign.value());
                heap.assign(element, matrices, rows);
                written(matrices, rows);
            }
        }
    }

    private void assign(Variable variable, Expression value) {
        if (variable.type() instanceof ArrayOf) {
            heap.assign(variable, of(value, Optional.of(variable)));
        } else {
            heap.changed(variable);
        }
    }

    private void written(Set<Site> matrices, Set<Site> rows) {
        matrices.forEach(each -> written.merge(each, rows, Heap::union));
    }

    private void transfer(Call call) {
        Expression target = ArrayOperations.target(call);
        refuse(target, call, call.position());
        Expression source = ArrayOperations.source(call);
        if (target.type() instanceof ArrayOf matrix && matrix.element() instanceof ArrayOf) {
            Set<Site> rows = ArrayOperations.isFill(call) ? of(source) : heap.rowsOf(of(source));
            heap.addRows(of(target), rows);
            written(of(target), rows);
        }
    }

    private void refuse(Expression array, Expression write, Position position) {
        of(array).stream().flatMap(each -> each.owner().stream()).findFirst().ifPresent(owner -> {
            Position place = place(array, position);
            found.putIfAbsent(place, owner.refusal(place, text.of(write)));
        });
    }

    /** A helper's write to what it was handed is to be seen at the call, where the argument stands. */
    private static Position place(Expression array, Position write) {
        Expression root = array;
        while (root instanceof Element row) {
            root = row.array();
        }
        Position argument = root.position();
        boolean isInside = write.start() <= argument.start() && argument.end() <= write.end();
        return argument.isNone() || isInside ? write : argument;
    }

    private Set<Site> of(Expression array) {
        return of(array, Optional.empty());
    }

    /** To which arrays the expression may refer; what it creates, the variable is the first to know. */
    private Set<Site> of(Expression array, Optional<Variable> target) {
        if (array instanceof Local local) {
            return heap.of(local.variable());
        } else if (array instanceof Element row) {
            return heap.of(row, of(row.array()));
        } else if (array instanceof SourceField field) {
            return Set.of(Site.of(new Owner(field.name(), field.type(), false)));
        } else if (isGivenByCall(array)) {
            return Set.of(Site.of(new Owner(text.of(array), array.type(), false)));
        } else if (ArrayOperations.isNewArray(array)) {
            return Set.of(created(array, target));
        }
        Set<Site> sites = new LinkedHashSet<>();
        Expressions.children(array).stream()
                .filter(each -> each.type() instanceof ArrayOf)
                .forEach(each -> sites.addAll(of(each)));
        return sites;
    }

    /** Whether a method that is not looked into gives the array: it may give it to others, too. */
    private static boolean isGivenByCall(Expression array) {
        return array.type() instanceof ArrayOf
                && (array instanceof Call || array instanceof Expression.Method)
                && ArrayOperations.original(array).isEmpty();
    }

    /** Bodies of helpers occur as often as these are called, so that the variable tells creations apart as well. */
    private Site created(Expression array, Optional<Variable> target) {
        int creation = creations.computeIfAbsent(array, each -> creations.size());
        List<Object> key = List.of(creation, target);
        Site site = new Site(key, Optional.empty());
        Set<Site> rows = rowsOf(array, key);
        ArrayOperations.original(array).ifPresent(original -> {
            if (array instanceof Expression.Method) {
                copies.copied(site, original);
            }
        });
        heap.create(site, target, rows);
        return site;
    }

    private Set<Site> rowsOf(Expression array, List<Object> key) {
        if (!(array.type() instanceof ArrayOf matrix) || !(matrix.element() instanceof ArrayOf row)) {
            return Set.of();
        }
        Optional<Expression> original = ArrayOperations.original(array);
        if (original.isPresent()) {
            return heap.rowsOf(of(original.get()));
        } else if (array instanceof New creation) {
            return newRows(row, creation.arguments().size() - 1, key);
        }
        Set<Site> rows = new LinkedHashSet<>();
        Expressions.children(array).stream()
                .filter(each -> each.type() instanceof ArrayOf)
                .forEach(each -> rows.addAll(of(each)));
        return rows;
    }

    /** {@code new double[2][3]} has rows, {@code new double[2][]} has none. */
    private Set<Site> newRows(Type type, int lengths, List<Object> key) {
        if (lengths == 0 || !(type instanceof ArrayOf array)) {
            return Set.of();
        }
        Site row = new Site(List.of(key, lengths), Optional.empty());
        heap.createRows(row, newRows(array.element(), lengths - 1, key));
        return Set.of(row);
    }

    private void visitBranch(If branch) {
        Heap before = heap.copy();
        visit(branch.then());
        Heap then = heap;
        heap = before;
        visit(branch.otherwise());
        if (!Completion.completes(branch.otherwise())) {
            heap = Completion.completes(branch.then()) ? then : heap;
        } else if (Completion.completes(branch.then())) {
            heap.join(then);
        }
    }

    /** Repeats the loop until nothing refers to more than before. */
    private void visitLoop(Statement loop) {
        if (loop instanceof For counted) {
            counted.init().forEach(this::visit);
        }
        Optional<Site> replaced = loop instanceof For counted ? copies.replaced(counted, heap) : Optional.empty();
        List<Heap> outerBreaks = breaks;
        Map<Site, Set<Site>> outerWritten = written;
        written = new HashMap<>();
        Heap before;
        do {
            breaks = new ArrayList<>();
            before = heap.copy();
            visitOnce(loop);
            heap.join(before);
        } while (!before.isAs(heap));
        breaks.forEach(heap::join);
        breaks = outerBreaks;
        replaced.filter(each -> replaced.equals(copies.replaced((For) loop, heap)))
                .ifPresent(each -> heap.replaceRows(each, written.getOrDefault(each, Set.of())));
        written.forEach((array, rows) -> outerWritten.merge(array, rows, Heap::union));
        written = outerWritten;
    }

    private void visitOnce(Statement loop) {
        Block body = Statements.body(loop);
        visit(body);
        if (loop instanceof For counted) {
            counted.update().forEach(this::visit);
        }
        heap.forget(Statements.declared(body));
    }
}
