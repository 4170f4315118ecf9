package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps every variable declared once in overlapping scopes. */
final class Scopes {
    private Scopes() {}

    /** The statement with declarations of variables that are declared already turned into assignments. */
    static Statement assigning(Statement statement, Set<Variable> declared) {
        if (statement instanceof Declare declare && declared.contains(declare.variable())) {
            Expression value = declare.initializer().orElseThrow();
            return new Assign(Algebra.local(declare.variable()), value, declare.position());
        } else if (statement instanceof If branch) {
            return new If(
                    branch.condition(),
                    assigning(branch.then(), declared),
                    assigning(branch.otherwise(), declared),
                    branch.position());
        } else if (statement instanceof For loop) {
            Block body = assigning(loop.body(), declared);
            return new For(loop.init(), loop.condition(), loop.update(), body, loop.position());
        } else if (statement instanceof While loop) {
            return new While(loop.condition(), assigning(loop.body(), declared), loop.position());
        } else if (statement instanceof Block block) {
            return assigning(block, declared);
        } else if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), all(explained.statements(), declared), explained.position());
        }
        return statement;
    }

    private static Block assigning(Block block, Set<Variable> declared) {
        return new Block(all(block.statements(), declared), block.position());
    }

    private static List<Statement> all(List<Statement> statements, Set<Variable> declared) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            boolean redundant = each instanceof Declare declare
                    && declared.contains(declare.variable())
                    && declare.initializer().equals(Optional.empty());
            if (!redundant) {
                out.add(assigning(each, declared));
            }
        }
        return out;
    }

    /** The variables that a sequence declares in its own scope. */
    static Set<Variable> declaredDirectly(List<Statement> statements) {
        Set<Variable> declared = new HashSet<>();
        for (Statement each : statements) {
            if (each instanceof Declare declare) {
                declared.add(declare.variable());
            } else if (each instanceof Explained explained) {
                declared.addAll(declaredDirectly(explained.statements()));
            }
        }
        return declared;
    }
}
