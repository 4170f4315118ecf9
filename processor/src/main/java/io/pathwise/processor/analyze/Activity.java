package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.Partial;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which variables take part in the derivative: those that depend on an active parameter and on which a result depends.
 * Only dependence through real-valued expressions counts; an index, a condition or a conversion to a whole number
 * passes no derivative on. The analysis ignores the order of statements: a variable is active if it is so anywhere.
 */
public final class Activity {
    private final Set<Variable> active;

    private Activity(Set<Variable> active) {
        this.active = active;
    }

    /**
     * Analyses statements.
     *
     * @param parameters the variables in which the derivative is taken
     * @param results the variables whose derivative is wanted; what a {@code return} hands back is wanted anyway
     */
    public static Activity of(Statement statements, Set<Variable> parameters, Set<Variable> results) {
        List<Flow> flows = flows(statements);
        Set<Variable> varied = reachable(parameters, flows, Flow::source, Flow::target);
        Set<Variable> wanted = new HashSet<>(results);
        Statements.walk(statements, each -> {
            if (each instanceof Return exit) {
                exit.value().ifPresent(value -> wanted.addAll(carriers(value)));
            }
        });
        Set<Variable> useful = reachable(wanted, flows, Flow::target, Flow::source);
        varied.retainAll(useful);
        return new Activity(varied);
    }

    /**
     * The same where every derivative is wanted: of what a method without one is handed, too.
     *
     * @param parameters the variables in which the derivative is taken
     */
    public static Activity varied(Statement statements, Set<Variable> parameters) {
        return new Activity(reachable(parameters, flows(statements), Flow::source, Flow::target));
    }

    /** Whether the variable takes part in the derivative. */
    public boolean isActive(Variable variable) {
        return active.contains(variable);
    }

    /** Whether the expression's value passes a derivative on. */
    public boolean isActive(Expression expression) {
        return carriers(expression).stream().anyMatch(active::contains);
    }

    /** The variables from which a real-valued expression can pass derivatives on. */
    private static Set<Variable> carriers(Expression expression) {
        Set<Variable> carriers = new HashSet<>();
        collect(expression, carriers);
        return carriers;
    }

    private static void collect(Expression expression, Set<Variable> carriers) {
        if (!expression.type().isDifferentiable()) {
            return;
        }
        if (expression instanceof Local local) {
            carriers.add(local.variable());
        } else if (expression instanceof Element element) {
            collect(element.array(), carriers);
        } else if (expression instanceof Unary unary) {
            collect(unary.operand(), carriers);
        } else if (expression instanceof Binary binary) {
            collect(binary.left(), carriers);
            collect(binary.right(), carriers);
        } else if (expression instanceof Cast cast) {
            collect(cast.operand(), carriers);
        } else if (expression instanceof Conditional conditional) {
            collect(conditional.whenTrue(), carriers);
            collect(conditional.whenFalse(), carriers);
        } else if (expression instanceof Call call) {
            collectArguments(call, carriers);
        } else if (expression instanceof Draw draw) {
            draw.arguments().forEach(each -> collect(each, carriers));
        } else if (expression instanceof ArrayValues array) {
            array.values().forEach(each -> collect(each, carriers));
        } else if (expression instanceof RecordValue record) {
            collectComponents(record, carriers);
        } else if (expression instanceof CompanionCall call) {
            call.arguments().forEach(each -> collect(each, carriers));
        } else if (expression instanceof Evaluated call) {
            call.arguments().forEach(each -> collect(each, carriers));
        }
    }

    private static void collectComponents(RecordValue record, Set<Variable> carriers) {
        List<Type.Record.Component> components = record.type().components();
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).isDifferentiable()) {
                collect(record.components().get(i), carriers);
            }
        }
    }

    /** A function passes no derivative on to an argument in which its derivative is zero. */
    private static void collectArguments(Call call, Set<Variable> carriers) {
        Rules.function(call.function()).ifPresent(rule -> {
            List<Partial> partials = rule.partials().of(call.arguments(), call);
            for (int i = 0; i < partials.size(); i++) {
                if (!Algebra.isZero(partials.get(i).value())) {
                    collect(call.arguments().get(i), carriers);
                }
            }
        });
    }

    private static List<Flow> flows(Statement statements) {
        List<Flow> flows = new ArrayList<>();
        Statements.walk(statements, each -> {
            if (each instanceof Declare declare && declare.initializer().isPresent()) {
                connect(Set.of(declare.variable()), declare.initializer().get(), flows);
            } else if (each instanceof Assign assign) {
                connect(carriers(assign.target()), assign.value(), flows);
            }
        });
        flows.removeIf(flow -> !flow.target.type().isDifferentiable());
        return flows;
    }

    /** What is written through one reference to an array is read through another, so references pass it both ways. */
    private static void connect(Set<Variable> targets, Expression value, List<Flow> flows) {
        for (Variable source : carriers(value)) {
            for (Variable target : targets) {
                flows.add(new Flow(source, target));
                if (value.type() instanceof Type.ArrayOf) {
                    flows.add(new Flow(target, source));
                }
            }
        }
    }

    /** The variables to which flows lead from the given ones, these included. */
    private static Set<Variable> reachable(
            Set<Variable> start, List<Flow> flows, Function<Flow, Variable> from, Function<Flow, Variable> to) {
        Map<Variable, List<Flow>> leaving = flows.stream().collect(Collectors.groupingBy(from));
        Set<Variable> reached = new HashSet<>(start);
        Deque<Variable> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (Flow flow : leaving.getOrDefault(open.pop(), List.of())) {
                Variable next = to.apply(flow);
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    /** Part of an assignment: derivatives pass from the source to the target, adjoints the other way. */
    private record Flow(Variable source, Variable target) {}
}
