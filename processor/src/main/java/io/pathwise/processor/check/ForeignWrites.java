package io.pathwise.processor.check;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds writes to arrays that are not the method's own: arguments, and arrays that fields hold.
 *
 * <p>Which array a variable refers to is followed from statement to statement; which rows a matrix has is not, so that a
 * row counts as foreign if a foreign one may ever have been in its place.
 */
final class ForeignWrites {
    private final SourceText text;
    private final ArrayAliases aliases;
    private final Map<Rows, Set<Owner>> rows = new HashMap<>();
    private final Map<Position, Diagnostic> found = new LinkedHashMap<>();
    private Map<Variable, Set<Owner>> owners = new HashMap<>();
    private List<Map<Variable, Set<Owner>>> breaks = new ArrayList<>();

    /** The rows of one type in the matrices of one family. */
    private record Rows(Object family, Type type) {}

    /**
     * To whom an array belongs that is not the method's own.
     *
     * @param name of the parameter or field
     * @param isParameter whether it is the caller's
     */
    private record Owner(String name, Type type, boolean isParameter) {
        Diagnostic refusal(Position position, String target) {
            int dimensions = 0;
            for (Type each = type; each instanceof ArrayOf array; each = array.element()) {
                dimensions++;
            }
            return isParameter
                    ? Messages.writesParameterArray(position, target, name, dimensions)
                    : Messages.writesSharedArray(position, target, name, dimensions);
        }
    }

    private ForeignWrites(Program program, SourceText text) {
        this.text = text;
        aliases = ArrayAliases.of(program.body());
    }

    /** The refusal of each write, in order. */
    static List<Diagnostic> find(Program program, SourceText text) {
        ForeignWrites search = new ForeignWrites(program, text);
        int known;
        do {
            known = search.knownRows();
            search.owners = new HashMap<>();
            program.parameters().forEach(search::declare);
            search.visit(program.body());
        } while (search.knownRows() > known);
        return List.copyOf(search.found.values());
    }

    private int knownRows() {
        return rows.values().stream().mapToInt(Set::size).sum();
    }

    private void declare(Parameter parameter) {
        Variable variable = parameter.variable();
        if (variable.type() instanceof ArrayOf array) {
            Set<Owner> caller = Set.of(new Owner(text.of(new Local(variable, parameter.position())), array, true));
            owners.put(variable, caller);
            addRows(aliases.group(variable), array, caller);
        }
    }

    /** Notes that the rows of an array, at any depth, belong to somebody. */
    private void addRows(Object family, ArrayOf array, Set<Owner> foreign) {
        for (Type each = array.element(); each instanceof ArrayOf row; each = row.element()) {
            rows.computeIfAbsent(new Rows(family, row), key -> new LinkedHashSet<>())
                    .addAll(foreign);
        }
    }

    private void visit(Statement statement) {
        if (statement instanceof Declare declare) {
            declare.initializer().ifPresent(value -> assign(declare.variable(), value));
        } else if (statement instanceof Assign assign) {
            assign(assign);
        } else if (statement instanceof If branch) {
            visitBranch(branch);
        } else if (statement instanceof For || statement instanceof While) {
            visitLoop(statement);
        } else if (statement instanceof Break) {
            breaks.add(new HashMap<>(owners));
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
            addRow(element.array(), assign.value());
        }
    }

    private void assign(Variable variable, Expression value) {
        if (variable.type() instanceof ArrayOf array) {
            owners.put(variable, of(value));
            fieldsIn(value).forEach(field -> addRows(aliases.group(variable), array, Set.of(field)));
            Expressions.walk(value, each -> {
                if (each instanceof Expression.ArrayValues matrix) {
                    matrix.values().forEach(row -> addRow(new Local(variable, row.position()), row));
                }
            });
        }
    }

    private void addRow(Expression array, Expression row) {
        if (row.type() instanceof ArrayOf type) {
            Object family = aliases.group(array);
            rows.computeIfAbsent(new Rows(family, type), key -> new LinkedHashSet<>())
                    .addAll(of(row));
            fieldsIn(row).forEach(field -> addRows(family, type, Set.of(field)));
        }
    }

    private void transfer(Call call) {
        Expression target = ArrayOperations.target(call);
        refuse(target, call, call.position());
        Expression source = ArrayOperations.source(call);
        if (ArrayOperations.isFill(call)) {
            addRow(target, source);
        } else {
            fieldsIn(source).forEach(field -> addRows(aliases.group(target), (ArrayOf) source.type(), Set.of(field)));
        }
    }

    private void refuse(Expression array, Expression write, Position position) {
        of(array).stream()
                .findFirst()
                .ifPresent(owner -> found.putIfAbsent(position, owner.refusal(position, text.of(write))));
    }

    /** To whom the array may belong; nobody if it is surely the method's own. */
    private Set<Owner> of(Expression array) {
        if (array instanceof Local local) {
            return owners.getOrDefault(local.variable(), Set.of());
        } else if (array instanceof Element row) {
            Set<Owner> foreign = new LinkedHashSet<>(fieldsIn(row));
            foreign.addAll(rows.getOrDefault(new Rows(aliases.group(row), row.type()), Set.of()));
            return foreign;
        } else if (array instanceof SourceField || isGivenByCall(array)) {
            return fieldsIn(array);
        } else if (ArrayOperations.isNewArray(array)) {
            return Set.of();
        }
        Set<Owner> foreign = new LinkedHashSet<>();
        Expressions.children(array).stream()
                .filter(each -> each.type() instanceof ArrayOf)
                .forEach(each -> foreign.addAll(of(each)));
        return foreign;
    }

    /** Whether a method that is not looked into gives the array: it may give it to others, too. */
    private static boolean isGivenByCall(Expression array) {
        return array.type() instanceof ArrayOf
                && (array instanceof Call || array instanceof Expression.Method)
                && ArrayOperations.original(array).isEmpty();
    }

    private Set<Owner> fieldsIn(Expression array) {
        Set<Owner> fields = new LinkedHashSet<>();
        Expressions.walk(array, each -> {
            if (each instanceof SourceField field && field.type() instanceof ArrayOf) {
                fields.add(new Owner(field.name(), field.type(), false));
            } else if (isGivenByCall(each)) {
                fields.add(new Owner(text.of(each), each.type(), false));
            }
        });
        return fields;
    }

    private void visitBranch(If branch) {
        Map<Variable, Set<Owner>> before = new HashMap<>(owners);
        visit(branch.then());
        Optional<Map<Variable, Set<Owner>>> then =
                Completion.completes(branch.then()) ? Optional.of(owners) : Optional.empty();
        owners = before;
        visit(branch.otherwise());
        if (!Completion.completes(branch.otherwise()) && then.isPresent()) {
            owners = then.get();
        } else {
            then.ifPresent(this::join);
        }
    }

    /** Repeats the loop until no variable refers to more than before. */
    private void visitLoop(Statement loop) {
        if (loop instanceof For counted) {
            counted.init().forEach(this::visit);
        }
        List<Map<Variable, Set<Owner>>> outer = breaks;
        Map<Variable, Set<Owner>> before;
        do {
            breaks = new ArrayList<>();
            before = new HashMap<>(owners);
            if (loop instanceof For counted) {
                visit(counted.body());
                counted.update().forEach(this::visit);
            } else {
                visit(((While) loop).body());
            }
            join(before);
        } while (!before.equals(owners));
        breaks.forEach(this::join);
        breaks = outer;
    }

    private void join(Map<Variable, Set<Owner>> others) {
        Map<Variable, Set<Owner>> joined = new HashMap<>(owners);
        others.forEach((variable, foreign) -> joined.merge(variable, foreign, ForeignWrites::union));
        owners = joined;
    }

    private static Set<Owner> union(Set<Owner> left, Set<Owner> right) {
        Set<Owner> union = new LinkedHashSet<>(left);
        union.addAll(right);
        return union;
    }
}
