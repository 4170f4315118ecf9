package io.pathwise.processor.calls;

import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.rules.DiscreteRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which methods call which, and which calls their callers absorb. */
final class CallGraph {
    /** A method that would grow beyond so many expressions absorbs small helpers only. */
    private static final int LARGE = 2000;

    /** A helper of so many expressions costs less as a part of its caller than as a call. */
    private static final int SMALL = 60;

    private final java.util.function.Function<Function, Optional<Program>> methods;
    private final Predicate<Function> isPart;
    private final Map<Function, List<Function>> calls = new HashMap<>();
    private final Map<Function, Integer> sizes = new HashMap<>();

    /**
     * Prepares the graph.
     *
     * @param methods the bodies of methods; absent where there is none
     * @param isPart whether a method that does not call itself is nothing but a part of others
     */
    CallGraph(java.util.function.Function<Function, Optional<Program>> methods, Predicate<Function> isPart) {
        this.methods = methods;
        this.isPart = isPart;
    }

    /** The methods that the method calls itself, as often as it names them. */
    List<Function> called(Function function) {
        List<Function> known = calls.get(function);
        if (known == null) {
            known = methods.apply(function).map(CallGraph::callsOf).orElse(List.of());
            calls.put(function, known);
        }
        return known;
    }

    private static List<Function> callsOf(Program program) {
        List<Function> called = new ArrayList<>();
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof Invoke invoke) {
                called.add(invoke.method());
            }
        });
        return called;
    }

    /** The method and those to which its calls lead, directly or through others. */
    Set<Function> withCalled(Function function) {
        Set<Function> reached = reachable(function);
        reached.add(function);
        return reached;
    }

    /** Whether the method calls itself, directly or through others. */
    boolean isRecursive(Function function) {
        return reachable(function).contains(function);
    }

    private Set<Function> reachable(Function from) {
        Set<Function> reachable = new LinkedHashSet<>();
        List<Function> open = new ArrayList<>(called(from));
        while (!open.isEmpty()) {
            Function next = open.remove(open.size() - 1);
            if (reachable.add(next)) {
                open.addAll(called(next));
            }
        }
        return reachable;
    }

    /** Whether a call becomes a part of the caller, so that all later passes see through it. */
    boolean isAbsorbed(Function caller, Function callee) {
        return canAbsorb(caller, callee) && (mustAbsorb(callee) || size(callee) <= SMALL || wholeSize(caller) <= LARGE);
    }

    private boolean canAbsorb(Function caller, Function callee) {
        return callee.owner().equals(caller.owner()) && methods.apply(callee).isPresent() && !isRecursive(callee);
    }

    /** A companion has no derivative in a parameter that is declared constant, and none for records; the body has. */
    private boolean mustAbsorb(Function callee) {
        return isPart.test(callee)
                || CallCheck.hasRecords(callee)
                || drawsWholeNumbers(callee)
                || methods.apply(callee).orElseThrow().parameters().stream()
                        .anyMatch(each ->
                                each.variable().type().isDifferentiable() && each.kind() == Parameter.Kind.CONSTANT);
    }

    /** Another outcome of a draw of whole numbers changes what happens after the call, and after the calls that led to it. */
    private boolean drawsWholeNumbers(Function callee) {
        return withCalled(callee).stream()
                .flatMap(each -> methods.apply(each).stream())
                .anyMatch(CallGraph::drawsWholeNumbers);
    }

    private static boolean drawsWholeNumbers(Program program) {
        return Statements.anyExpression(
                program.body(),
                each -> each instanceof Draw draw
                        && (DiscreteRule.of(draw.sampler()).isPresent()
                                || draw.sampler().name().equals("uniform")));
    }

    /** How many expressions the method has with what it absorbs. */
    private int size(Function function) {
        Integer known = sizes.get(function);
        if (known == null) {
            known = ownSize(function)
                    + called(function).stream()
                            .filter(each -> isAbsorbed(function, each))
                            .mapToInt(this::size)
                            .sum();
            sizes.put(function, known);
        }
        return known;
    }

    /** How many expressions the method would have if it absorbed all that it can. */
    private int wholeSize(Function function) {
        return ownSize(function)
                + called(function).stream()
                        .filter(each -> canAbsorb(function, each))
                        .mapToInt(this::size)
                        .sum();
    }

    private int ownSize(Function function) {
        int[] size = {0};
        Statements.walkExpressions(methods.apply(function).orElseThrow().body(), each -> size[0]++);
        return size[0];
    }
}
