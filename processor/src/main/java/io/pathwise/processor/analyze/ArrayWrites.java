package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which array elements keep their values: whether a read or write of an element may be followed, or may have been
 * preceded, by a write of the same element.
 *
 * <p>Elements of arrays that may be the same are told apart by their indices, as far as counters of loops, conditions of
 * branches and variables that keep their value say what these are.
 */
public final class ArrayWrites {
    private final ArrayAliases aliases;
    private final SettledNumbers settled;
    private final ElementDependence dependence;
    private final DistinctRows rows;
    private final Map<Statement, List<Place>> places = new IdentityHashMap<>();
    private final Map<Assign, List<Access>> writes = new IdentityHashMap<>();
    private final Map<Statement, List<Access>> reads = new IdentityHashMap<>();
    private final Map<Object, List<Access>> writesOf = new HashMap<>();
    private final Map<Object, List<Access>> readsOf = new HashMap<>();
    private final Map<Object, List<List<Place.Loop>>> creations = new HashMap<>();
    private final Map<Object, List<List<Place.Loop>>> variables = new HashMap<>();
    private int order;

    private ArrayWrites(ArrayAliases aliases, Set<Variable> assigned) {
        this.aliases = aliases;
        this.settled = new SettledNumbers(assigned);
        this.dependence = new ElementDependence(settled);
        this.rows = new DistinctRows(aliases, settled);
    }

    /** Analyses a block; statements are told apart by identity, one that stands in several places is in all of them. */
    public static ArrayWrites of(Block block) {
        ArrayWrites analysis = new ArrayWrites(ArrayAliases.of(block), Statements.assigned(block));
        analysis.visit(block, new Place(block, 0, List.of(), List.of()));
        return analysis;
    }

    /** Whether the element that a statement reads may be written after that. */
    public boolean overwrites(Element read, Statement reader) {
        List<Access> found = reads.getOrDefault(reader, List.of()).stream()
                .filter(each -> Expressions.same(each.accessed(), read))
                .toList();
        List<Access> accesses = found.isEmpty()
                ? places.get(reader).stream()
                        .map(place -> new Access(place, read))
                        .toList()
                : found;
        return accesses.stream().anyMatch(this::isOverwritten);
    }

    private boolean isOverwritten(Access read) {
        return writes((Element) read.accessed()).stream()
                .anyMatch(write -> overlap(read, write) && mayFollow(read, write, true));
    }

    /** Whether the written element keeps its value until the end. */
    public boolean isLast(Assign write) {
        return writes.get(write).stream().allMatch(this::isLast);
    }

    private boolean isLast(Access write) {
        return writes((Element) write.accessed()).stream()
                .noneMatch(other -> overlap(write, other) && mayFollow(write, other, false));
    }

    /** Whether nothing reads or writes the written element before. */
    public boolean isFirst(Assign write) {
        return writes.get(write).stream().allMatch(this::isFirst);
    }

    private boolean isFirst(Access write) {
        Object group = aliases.group(write.array());
        return writes((Element) write.accessed()).stream()
                        .noneMatch(other -> overlap(other, write) && mayFollow(other, write, false))
                && readsOf.getOrDefault(group, List.of()).stream()
                        .noneMatch(read -> overlap(read, write) && mayFollow(read, write, true));
    }

    private List<Access> writes(Element element) {
        return writesOf.getOrDefault(aliases.group(element.array()), List.of());
    }

    /** Whether both may concern one array; elements of it with different literal indices are told apart. */
    private boolean overlap(Access one, Access other) {
        return !(one.accessed() instanceof Element first && other.accessed() instanceof Element second)
                || aliases.mayBeSame(first, second);
    }

    /**
     * Whether the second may concern the element after the first, while the array exists.
     *
     * @param readsFirst whether the first is a read: where one statement does both, the write follows
     */
    private boolean mayFollow(Access first, Access second, boolean readsFirst) {
        int earlier = first.place().order();
        int later = second.place().order();
        Expression array = first.array();
        Object group = aliases.group(array);
        return dependence.mayFollow(
                first,
                second,
                earlier < later || readsFirst && earlier == later,
                loop -> isLocalTo(loop, group),
                rows.in(array));
    }

    /** Whether each iteration of the loop has arrays of its own. */
    private boolean isLocalTo(Place.Loop loop, Object group) {
        List<List<Place.Loop>> created = creations.getOrDefault(group, List.of());
        List<List<Place.Loop>> declared = variables.getOrDefault(group, List.of());
        return !created.isEmpty()
                && created.stream().allMatch(loops -> loops.contains(loop))
                && declared.stream().allMatch(loops -> loops.contains(loop));
    }

    private void visit(Statement statement, Place outside) {
        Place place = outside.of(statement, order++);
        places.computeIfAbsent(statement, each -> new ArrayList<>()).add(place);
        settled.note(statement, place);
        rows.note(statement, place);
        noteReads(statement, place);
        noteArrays(statement, place);
        if (statement instanceof If branch) {
            visit(branch.then(), place.where(branch.condition(), true));
            visit(branch.otherwise(), place.where(branch.condition(), false));
        } else {
            Statements.children(statement).forEach(child -> visit(child, place));
        }
        if (statement instanceof Assign assign && assign.target() instanceof Element target) {
            Access access = new Access(place, target);
            writes.computeIfAbsent(assign, each -> new ArrayList<>()).add(access);
            add(access, writesOf);
        }
    }

    private void add(Access access, Map<Object, List<Access>> accesses) {
        accesses.computeIfAbsent(aliases.group(access.array()), each -> new ArrayList<>())
                .add(access);
    }

    private void noteReads(Statement statement, Place place) {
        List<Access> accesses = new ArrayList<>();
        for (Expression each : Statements.expressions(statement)) {
            boolean isTarget = statement instanceof Assign assign && assign.target() == each;
            if (isTarget) {
                Expressions.children(each).forEach(child -> collectReads(child, place, accesses));
            } else {
                collectReads(each, place, accesses);
            }
        }
        accesses.forEach(each -> add(each, readsOf));
        reads.computeIfAbsent(statement, each -> new ArrayList<>()).addAll(accesses);
    }

    private static void collectReads(Expression expression, Place place, List<Access> out) {
        if (expression instanceof Conditional choice) {
            collectReads(choice.condition(), place, out);
            collectReads(choice.whenTrue(), place.where(choice.condition(), true), out);
            collectReads(choice.whenFalse(), place.where(choice.condition(), false), out);
            return;
        }
        if (expression instanceof Element element) {
            out.add(new Access(place, element));
        } else if (expression instanceof Evaluated call) {
            collectReads(call, place, out);
        }
        Expressions.children(expression).forEach(child -> collectReads(child, place, out));
    }

    /** A called method may read any element. */
    private static void collectReads(Evaluated call, Place place, List<Access> out) {
        call.arguments().stream()
                .filter(each -> each.type() instanceof Type.ArrayOf)
                .forEach(each -> out.add(new Access(place, each)));
    }

    private void noteArrays(Statement statement, Place place) {
        if (statement instanceof Declare declare && declare.variable().type() instanceof Type.ArrayOf) {
            Object group = aliases.group(declare.variable());
            variables.computeIfAbsent(group, each -> new ArrayList<>()).add(place.loops());
            declare.initializer().ifPresent(value -> noteSources(value, group, place.loops()));
        } else if (statement instanceof Assign assign && assign.target().type() instanceof Type.ArrayOf) {
            noteSources(assign.value(), aliases.group(assign.target()), place.loops());
        }
    }

    /** An array that does not come from here exists longer than any loop runs. */
    private void noteSources(Expression value, Object group, List<Place.Loop> loops) {
        if (value instanceof Conditional choice) {
            noteSources(choice.whenTrue(), group, loops);
            noteSources(choice.whenFalse(), group, loops);
        } else if (!(value instanceof Local || value instanceof Element || value instanceof Literal)) {
            boolean isNew = value instanceof New || value instanceof ArrayValues || ScratchMemory.isNewArray(value);
            creations.computeIfAbsent(group, each -> new ArrayList<>()).add(isNew ? loops : List.of());
        }
    }
}
