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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables of a program may not share a name: Java allows no two in one scope, nor a local inside a local's. */
final class Scopes {
    private final Map<Variable, Set<Variable>> neighbours = new LinkedHashMap<>();
    private final List<Variable> visible = new ArrayList<>();

    private Scopes(Program program) {
        program.parameters().stream().map(Parameter::variable).forEach(this::declare);
        visit(program.body().statements());
    }

    /** All variables in order of declaration, each with those that are in scope together with it. */
    static Map<Variable, Set<Variable>> neighbours(Program program) {
        return new Scopes(program).neighbours;
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
        int outside = visible.size();
        visit.run();
        visible.subList(outside, visible.size()).clear();
    }

    private void declare(Variable variable) {
        Set<Variable> others = neighbours.computeIfAbsent(variable, key -> new LinkedHashSet<>());
        for (Variable other : visible) {
            others.add(other);
            neighbours.get(other).add(variable);
        }
        visible.add(variable);
    }
}
