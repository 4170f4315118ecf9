package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The gradients of called methods that a method's own gradient keeps for its calls, one for each called method. */
public final class Callees {
    private final Map<Function, String> names = new LinkedHashMap<>();
    private final Map<String, Callee> byName = new LinkedHashMap<>();

    /** The methods that a program calls, in the order in which they are first called. */
    public Callees(Program program) {
        Set<String> taken = new HashSet<>();
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof CompanionCall call
                    && call.callee().rule().isEmpty()
                    && !names.containsKey(call.callee().function())) {
                String name = free("of" + call.callee().capitalized(), taken);
                names.put(call.callee().function(), name);
                byName.put(name, call.callee());
            }
        });
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
        return names.get(callee.function());
    }

    /** The called methods by the names of the members that keep their gradients. */
    public Map<String, Callee> byName() {
        return byName;
    }
}
