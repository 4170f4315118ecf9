package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which array expressions may stand for the same array.
 *
 * <p>Arrays are the same only if they come from the same origin: an argument, a field of the gradient, a slot of scratch
 * memory. The caller may pass one array twice, so arguments are one origin; nothing is handed to a gradient that is an
 * argument as well. An array that is kept in memory for references, and taken from there again, is still the same.
 */
public final class ArrayAliases {
    private static final Object ARGUMENTS = "arguments";
    private static final Object ELSEWHERE = "elsewhere";

    private final Map<Object, Object> parents = new HashMap<>();
    private final Set<Variable> declared;

    private ArrayAliases(Set<Variable> declared) {
        this.declared = declared;
    }

    /** The aliases of a program's body; variables that it does not declare are arguments. */
    public static ArrayAliases of(Block body) {
        ArrayAliases aliases = new ArrayAliases(Statements.declared(body));
        Statements.walk(body, aliases::connect);
        Statements.walkExpressions(body, aliases::connectAlternatives);
        return aliases;
    }

    /** Whether a write to an element of one array may change an element of the other. */
    public boolean mayOverlap(Expression array, Expression other) {
        if (!array.type().equals(other.type())) {
            return false;
        }
        List<Object> origins = origins(array).stream().map(this::find).toList();
        return origins(other).stream().map(this::find).anyMatch(origins::contains);
    }

    /** What stands for all arrays that may be the same as this one, or hold it, or be held by it. */
    public Object group(Expression array) {
        List<Object> origins = origins(array);
        return origins.isEmpty() ? array : find(origins.get(0));
    }

    /** {@link #group} of the array that a variable refers to. */
    public Object group(Variable array) {
        return find(declared.contains(array) ? array : ARGUMENTS);
    }

    /** The local variables that may refer to the same array as this one, itself included. */
    public Set<Variable> sharing(Variable array) {
        Object group = group(array);
        return declared.stream()
                .filter(each ->
                        each.type() instanceof Type.ArrayOf && group(each).equals(group))
                .collect(Collectors.toSet());
    }

    /** Whether the expression is the copy of an array of numbers, which shares nothing with its original. */
    private static boolean isCopy(Expression array) {
        boolean isFlat = array.type() instanceof Type.ArrayOf flat && flat.element() instanceof Type.Primitive;
        return isFlat
                && (array instanceof Method method && method.name().equals("clone")
                        || array instanceof Call call && call.function().owner().equals("java.util.Arrays"));
    }

    private void connect(Statement statement) {
        if (statement instanceof Declare declare && declare.variable().type() instanceof Type.ArrayOf) {
            declare.initializer().ifPresent(value -> union(List.of(declare.variable()), origins(value)));
        } else if (statement instanceof Assign assign && assign.value().type() instanceof Type.ArrayOf) {
            union(origins(assign.target()), origins(assign.value()));
        } else if (statement instanceof Evaluate evaluate && evaluate.expression() instanceof Call call) {
            connectRows(call);
        }
    }

    /** A call that copies or fills a matrix puts rows of one argument into another; those of the runtime do not. */
    private void connectRows(Call call) {
        if (call.function().owner().startsWith("io.pathwise.runtime.")) {
            return;
        }
        List<Expression> arrays = call.arguments().stream()
                .filter(each -> each.type() instanceof Type.ArrayOf)
                .toList();
        boolean hasRows = arrays.stream()
                .anyMatch(each -> each.type() instanceof Type.ArrayOf array && array.element() instanceof Type.ArrayOf);
        if (hasRows) {
            arrays.forEach(each -> union(origins(arrays.get(0)), origins(each)));
        }
    }

    /** Whether two elements may be the same one. */
    public boolean mayBeSame(Element one, Element other) {
        boolean differ = one.index() instanceof Literal first
                && other.index() instanceof Literal second
                && !first.value().equals(second.value());
        return !differ && mayOverlap(one.array(), other.array());
    }

    private void connectAlternatives(Expression expression) {
        if (expression instanceof Conditional choice && choice.type() instanceof Type.ArrayOf) {
            union(origins(choice.whenTrue()), origins(choice.whenFalse()));
        }
    }

    private List<Object> origins(Expression array) {
        if (array instanceof Local local) {
            return List.of(declared.contains(local.variable()) ? local.variable() : ARGUMENTS);
        } else if (array instanceof Field field) {
            return List.of("field " + field.name());
        } else if (array instanceof Element row) {
            return origins(row.array());
        } else if (array instanceof Cast kept) {
            return origins(kept.operand());
        } else if (array instanceof Conditional conditional) {
            return concat(origins(conditional.whenTrue()), origins(conditional.whenFalse()));
        } else if (array instanceof New || ScratchMemory.isNewArray(array) || isCopy(array)) {
            return List.of();
        } else if (array instanceof ArrayValues values) {
            return values.values().stream()
                    .filter(each -> each.type() instanceof Type.ArrayOf)
                    .flatMap(each -> origins(each).stream())
                    .toList();
        } else if (array instanceof Method method && ScratchMemory.isSlot(method)) {
            return List.of(slot(method));
        }
        List<Object> origins = new ArrayList<>(List.of(ELSEWHERE));
        Expressions.children(array).stream()
                .filter(each -> each.type() instanceof Type.ArrayOf)
                .forEach(each -> origins.addAll(origins(each)));
        return origins;
    }

    private static Object slot(Method memory) {
        return memory.arguments().get(0) instanceof Literal slot ? memory.name() + slot.value() : ELSEWHERE;
    }

    private static List<Object> concat(List<Object> left, List<Object> right) {
        List<Object> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    private void union(List<Object> left, List<Object> right) {
        for (Object a : left) {
            for (Object b : right) {
                parents.put(find(a), find(b));
            }
        }
    }

    private Object find(Object origin) {
        Object at = origin;
        while (parents.containsKey(at) && !parents.get(at).equals(at)) {
            at = parents.get(at);
        }
        return at;
    }
}
