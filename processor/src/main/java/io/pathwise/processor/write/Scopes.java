package io.pathwise.processor.write;

import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the variables of a program are visible. Two that are visible at one place may not share a name: Java allows no two
 * in one scope, nor a local inside a local's.
 */
final class Scopes {
    private final Map<Variable, List<Scope>> scopes = new LinkedHashMap<>();
    private final List<Scope> open = new ArrayList<>();
    private int declarations;

    /** From one declaration, its own, to another, which is behind its end. */
    private static final class Scope {
        private final int first;
        private int end = Integer.MAX_VALUE;

        private Scope(int first) {
            this.first = first;
        }

        private boolean meets(Scope other) {
            return first < other.end && other.first < end;
        }
    }

    private Scopes(Program program) {
        program.parameters().stream().map(Parameter::variable).forEach(this::declare);
        visit(program.body().statements());
    }

    /** The scopes of all variables that the program declares. */
    static Scopes of(Program program) {
        return new Scopes(program);
    }

    /** All variables in order of declaration. */
    Set<Variable> variables() {
        return scopes.keySet();
    }

    /** Whether the two variables are visible at the same place. */
    boolean areNeighbours(Variable one, Variable other) {
        return scopes.get(one).stream()
                .anyMatch(first -> scopes.get(other).stream().anyMatch(first::meets));
    }

    private void visit(List<Statement> statements) {
        statements.forEach(this::visit);
    }

    private void visit(Statement statement) {
        if (statement instanceof Declare declare) {
            declare(declare.variable());
        } else if (statement instanceof If branch) {
            inScope(() -> visit(branch.then().statements()));
            inScope(() -> visit(branch.otherwise().statements()));
        } else if (statement instanceof For loop) {
            inScope(() -> {
                visit(loop.init());
                visit(loop.body());
            });
        } else if (statement instanceof While loop) {
            visit(loop.body());
        } else if (statement instanceof Block block) {
            inScope(() -> visit(block.statements()));
        } else if (statement instanceof Explained explained) {
            visit(explained.statements());
        }
    }

    private void inScope(Runnable visit) {
        int outside = open.size();
        visit.run();
        List<Scope> inside = open.subList(outside, open.size());
        inside.forEach(each -> each.end = declarations);
        inside.clear();
    }

    private void declare(Variable variable) {
        Scope scope = new Scope(declarations++);
        scopes.computeIfAbsent(variable, each -> new ArrayList<>()).add(scope);
        open.add(scope);
    }
}
