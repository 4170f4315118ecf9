package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gradients of called methods that a method's own gradient keeps for its calls, one for each called method. */
public final class Callees {
    private final Map<Gradient, String> names = new LinkedHashMap<>();
    private final Map<String, Callee> byName = new LinkedHashMap<>();

    /** The gradient of a method, or of one of the numbers in the record that it returns. */
    private record Gradient(Function method, List<String> result) {}

    /** The methods that a program calls, in the order in which they are first called. */
    public Callees(Program program) {
        Set<String> taken = new HashSet<>();
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof CompanionCall call && call.callee().rule().isEmpty()) {
                results(call.callee()).forEach(result -> add(call.callee(), result, taken));
            }
        });
    }

    private static List<List<String>> results(Callee callee) {
        return callee.function().result() instanceof Type.Record
                ? callee.results().stream().map(Leaf::path).toList()
                : List.of(List.of());
    }

    private void add(Callee callee, List<String> result, Set<String> taken) {
        Gradient gradient = new Gradient(callee.function(), result);
        if (!names.containsKey(gradient)) {
            String name = free(RecordParameters.word("of" + callee.capitalized(), result), taken);
            names.put(gradient, name);
            byName.put(name, callee);
        }
    }

    private static String free(String wish, Set<String> taken) {
        String name = wish;
        for (int number = 2; !taken.add(name); number++) {
            name = wish + number;
        }
        return name;
    }

    /** The name of the member that keeps the called method's gradient: {@code ofCall}. */
    String name(Callee callee) {
        return names.get(new Gradient(callee.function(), List.of()));
    }

    /** The same of one of the numbers in the record that the method returns: {@code ofStepLevel}. */
    String name(Callee callee, Leaf result) {
        return names.get(new Gradient(callee.function(), result.path()));
    }

    /** The called methods by the names of the members that keep their gradients. */
    public Map<String, Callee> byName() {
        return byName;
    }
}
