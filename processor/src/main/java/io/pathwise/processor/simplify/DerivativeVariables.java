package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells derivatives from values: derivatives are what is computed from the parameters that a mode added. */
public final class DerivativeVariables {
    private DerivativeVariables() {}

    /** The variables of type {@code double} and {@code double[]} that hold derivatives. */
    public static Set<Variable> of(Program program) {
        Set<Variable> derivatives = new HashSet<>();
        for (Parameter parameter : program.parameters()) {
            if (parameter.kind() == Parameter.Kind.ADDED) {
                derivatives.add(parameter.variable());
            }
        }
        boolean grows = !derivatives.isEmpty();
        while (grows) {
            int before = derivatives.size();
            Statements.walk(program.body(), each -> collect(each, derivatives));
            grows = derivatives.size() > before;
        }
        derivatives.removeIf(
                each -> each.type() != Primitive.DOUBLE && !each.type().isDifferentiable());
        return derivatives;
    }

    private static void collect(Statement statement, Set<Variable> derivatives) {
        if (statement instanceof Declare declare && declare.initializer().isPresent()) {
            collect(declare.variable(), declare.initializer().get(), derivatives);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            collect(target.variable(), assign.value(), derivatives);
        } else if (statement instanceof Assign assign && assign.target() instanceof Element element) {
            arrays(element).forEach(array -> collect(array, assign.value(), derivatives));
        }
    }

    private static List<Variable> arrays(Element element) {
        if (element.array() instanceof Element row) {
            return arrays(row);
        }
        return element.array() instanceof Local local ? List.of(local.variable()) : List.of();
    }

    /** Memory of the gradient object holds values, not derivatives; its fields hold derivatives. */
    private static void collect(Variable target, Expression value, Set<Variable> derivatives) {
        boolean kept = Expressions.any(value, each -> each instanceof Expression.Method);
        boolean reads = Expressions.variables(value).stream().anyMatch(derivatives::contains);
        if (reads && !kept && target.type().isDifferentiable()) {
            derivatives.add(target);
        }
    }
}
