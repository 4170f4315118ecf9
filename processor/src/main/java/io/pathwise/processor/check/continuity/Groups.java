package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which groups of arrays, those that may be the same, statements use and change. */
final class Groups {
    private Groups() {}

    /** The groups of all arrays that the statement mentions, in order. */
    static Set<Object> used(Statement statement, ArrayAliases aliases) {
        Set<Object> used = new LinkedHashSet<>();
        Statements.walkExpressions(statement, each -> {
            if (each.type() instanceof Type.ArrayOf) {
                used.add(aliases.group(each));
            }
        });
        return used;
    }

    /** The groups with arrays that the statement writes to or creates, in order. */
    static Set<Object> changed(Statement statement, ArrayAliases aliases) {
        Set<Object> changed = new LinkedHashSet<>();
        Statements.walk(statement, each -> {
            if (each instanceof Assign assign && assign.target() instanceof Element element) {
                changed.add(aliases.group(element.array()));
            } else if (each instanceof Assign assign && creates(assign.value())) {
                changed.add(aliases.group(assign.target()));
            } else if (each instanceof Declare declare
                    && declare.initializer().filter(Groups::creates).isPresent()) {
                changed.add(aliases.group(declare.variable()));
            }
            ArrayOperations.transfer(each).ifPresent(call -> changed.add(aliases.group(ArrayOperations.target(call))));
        });
        return changed;
    }

    private static boolean creates(Expression value) {
        return value.type() instanceof Type.ArrayOf && Expressions.any(value, ArrayOperations::isNewArray);
    }
}
