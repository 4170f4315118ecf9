package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which array elements keep their values: whether a read or write of an element may be followed, or may have been
 * preceded, by a write of the same element.
 *
 * <p>Elements of arrays that may be the same count as the same whatever their indices are. What happens in two iterations
 * of one loop is told apart only for arrays that every iteration creates anew, and for indices that are the loop's own
 * counter but for a constant.
 */
public final class ArrayWrites {
    private final ArrayAliases aliases;
    private final ElementIndices indices;
    private final Map<Statement, Place> places = new IdentityHashMap<>();
    private final List<Assign> writes = new ArrayList<>();
    private final Map<Statement, List<Element>> reads = new IdentityHashMap<>();
    private final Map<Object, List<List<Statement>>> creations = new HashMap<>();
    private final Map<Object, List<List<Statement>>> variables = new HashMap<>();
    private int order;

    /** Where a statement stands: the number in order of execution, and the loops around it from the outside. */
    private record Place(int order, List<Statement> loops) {}

    private ArrayWrites(ArrayAliases aliases, ElementIndices indices) {
        this.aliases = aliases;
        this.indices = indices;
    }

    /** Analyses a block; statements are told apart by identity. */
    public static ArrayWrites of(Block block) {
        ArrayWrites analysis = new ArrayWrites(ArrayAliases.of(block), new ElementIndices(Statements.assigned(block)));
        analysis.visit(block, List.of());
        return analysis;
    }

    /** Whether the element that a statement reads may be written after that. */
    public boolean overwrites(Element read, Statement reader) {
        return writes.stream()
                .anyMatch(
                        write -> overlap(write, read) && !isLeftBehind(read, reader, (Element) write.target(), write));
    }

    /** Whether the write never follows the read while the array exists, or by the indices concerns other elements then. */
    private boolean isLeftBehind(Element read, Statement reader, Element written, Statement write) {
        Place one = places.get(reader);
        Place other = places.get(write);
        List<Statement> common = one.loops().stream()
                .filter(loop -> contains(other.loops(), loop))
                .toList();
        if (one.order() <= other.order() && !indices.differ(read, written, common)) {
            return false;
        }
        Object group = aliases.group(read.array());
        for (int i = 0; i < common.size(); i++) {
            if (!isLocalTo(common.get(i), group)
                    && !indices.isLeftBehind(read, written, common.get(i), common.subList(0, i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the written element keeps its value until the end. */
    public boolean isLast(Assign write) {
        Element target = (Element) write.target();
        return writesDistinctElements(write)
                && writes.stream()
                        .noneMatch(
                                other -> other != write && overlap(other, target) && canFollow(write, other, target));
    }

    /** Whether nothing reads or writes the written element before. */
    public boolean isFirst(Assign write) {
        Element target = (Element) write.target();
        boolean written = writes.stream()
                .anyMatch(other -> other != write && overlap(other, target) && canFollow(other, write, target));
        return !written
                && writesDistinctElements(write)
                && reads.entrySet().stream()
                        .noneMatch(each -> isRead(target, each.getValue()) && canFollow(each.getKey(), write, target));
    }

    private boolean isRead(Element target, List<Element> elements) {
        return elements.stream().anyMatch(each -> aliases.mayBeSame(target, each));
    }

    private boolean overlap(Assign write, Element element) {
        return aliases.mayBeSame((Element) write.target(), element);
    }

    /** Whether the second statement may run after the first while the array exists; a statement follows itself. */
    private boolean canFollow(Statement first, Statement second, Element element) {
        Place one = places.get(first);
        Place other = places.get(second);
        if (one.order() <= other.order()) {
            return true;
        }
        Object group = aliases.group(element.array());
        return one.loops().stream().anyMatch(loop -> contains(other.loops(), loop) && !isLocalTo(loop, group));
    }

    /** Whether each iteration of the loop has arrays of its own. */
    private boolean isLocalTo(Statement loop, Object group) {
        List<List<Statement>> created = creations.getOrDefault(group, List.of());
        List<List<Statement>> declared = variables.getOrDefault(group, List.of());
        return !created.isEmpty()
                && created.stream().allMatch(loops -> contains(loops, loop))
                && declared.stream().allMatch(loops -> contains(loops, loop));
    }

    private static boolean contains(List<Statement> loops, Statement loop) {
        return loops.stream().anyMatch(each -> each == loop);
    }

    /** Whether two executions of the write never concern the same element of the same array. */
    private boolean writesDistinctElements(Assign write) {
        Element target = (Element) write.target();
        Object group = aliases.group(target.array());
        Set<Variable> named = new HashSet<>();
        Expression at = target;
        while (at instanceof Element element) {
            ElementIndices.variable(element.index()).ifPresent(named::add);
            at = element.array();
        }
        return places.get(write).loops().stream()
                .allMatch(
                        loop -> isLocalTo(loop, group) || named.stream().anyMatch(each -> indices.counts(each, loop)));
    }

    private void visit(Statement statement, List<Statement> loops) {
        List<Statement> inside = Statements.isLoop(statement) ? append(loops, statement) : loops;
        places.put(statement, new Place(order++, inside));
        noteReads(statement);
        noteArrays(statement, inside);
        for (Statement child : Statements.children(statement)) {
            visit(child, inside);
        }
        if (statement instanceof Assign assign && assign.target() instanceof Element) {
            writes.add(assign);
        }
    }

    private void noteReads(Statement statement) {
        List<Element> elements = new ArrayList<>();
        for (Expression each : Statements.expressions(statement)) {
            boolean isTarget = statement instanceof Assign assign && assign.target() == each;
            Expressions.walk(each, expression -> {
                if (expression instanceof Element element && !(isTarget && element == each)) {
                    elements.add(element);
                } else if (expression instanceof Evaluated call) {
                    elements.addAll(readBy(call));
                }
            });
        }
        if (!elements.isEmpty()) {
            reads.put(statement, elements);
        }
    }

    /** A called method may read any element. */
    private static List<Element> readBy(Evaluated call) {
        return call.arguments().stream()
                .filter(each -> each.type() instanceof Type.ArrayOf)
                .map(each -> new Element(each, new Length(each, Position.NONE), Position.NONE))
                .toList();
    }

    private void noteArrays(Statement statement, List<Statement> loops) {
        if (statement instanceof Declare declare && declare.variable().type() instanceof Type.ArrayOf) {
            Object group = aliases.group(declare.variable());
            variables.computeIfAbsent(group, each -> new ArrayList<>()).add(loops);
            declare.initializer().ifPresent(value -> noteSources(value, group, loops));
        } else if (statement instanceof Assign assign && assign.target().type() instanceof Type.ArrayOf) {
            noteSources(assign.value(), aliases.group(assign.target()), loops);
        }
    }

    /** An array that does not come from here exists longer than any loop runs. */
    private void noteSources(Expression value, Object group, List<Statement> loops) {
        if (value instanceof Expression.Conditional choice) {
            noteSources(choice.whenTrue(), group, loops);
            noteSources(choice.whenFalse(), group, loops);
        } else if (!(value instanceof Local || value instanceof Element || value instanceof Literal)) {
            boolean isNew = value instanceof New || value instanceof ArrayValues || ScratchMemory.isNewArray(value);
            creations.computeIfAbsent(group, each -> new ArrayList<>()).add(isNew ? loops : List.of());
        }
    }

    private static List<Statement> append(List<Statement> loops, Statement loop) {
        List<Statement> more = new ArrayList<>(loops);
        more.add(loop);
        return List.copyOf(more);
    }
}
