package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.DoWhile;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.DiscreteRule;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * On what the values in a program depend: on active parameters, on draws, or on both. Dependence through conditions
 * counts: a variable that is assigned in a branch depends on what the branch's condition depends on.
 *
 * <p>The analysis follows the order of statements, so one variable may depend on more at one place than at another.
 */
public final class Dependence {
    private final Map<Expression, Sources> expressions = new IdentityHashMap<>();
    private final Map<Variable, Sources> variables = new HashMap<>();
    private Map<Variable, Sources> current = new HashMap<>();

    private final ArrayAliases aliases;

    private final Set<Variable> steady = new HashSet<>();

    private Dependence(ArrayAliases aliases) {
        this.aliases = aliases;
    }

    /**
     * What a value depends on.
     *
     * @param active whether on an active parameter
     * @param random whether on a draw or on noise
     */
    public record Sources(boolean active, boolean random) {
        /** A value that is the same on every path. */
        public static final Sources NONE = new Sources(false, false);

        private static final Sources DRAW = new Sources(false, true);

        /** Whether both: then a parameter moves the value on some paths and not on others. */
        public boolean areBoth() {
            return active && random;
        }

        private Sources and(Sources other) {
            return new Sources(active || other.active, random || other.random);
        }
    }

    /** Analyses a program, with or without its noise threaded. */
    public static Dependence of(Program program) {
        Dependence dependence = new Dependence(ArrayAliases.of(program.body()));
        program.parameters().forEach(dependence::declare);
        program.parameters().forEach(each -> dependence.steady.add(each.variable()));
        dependence.steady.removeAll(Statements.assigned(program.body()));
        dependence.visit(program.body(), Sources.NONE);
        return dependence;
    }

    /** What the variable depends on wherever that is most. */
    public Sources of(Variable variable) {
        return variables.getOrDefault(variable, Sources.NONE);
    }

    /** What a node of the program depends on at its place; nodes are told apart by identity. */
    public Sources of(Expression expression) {
        return expressions.getOrDefault(expression, Sources.NONE);
    }

    private void declare(Parameter parameter) {
        boolean isNoise = parameter.kind() == Parameter.Kind.NOISE;
        assign(parameter.variable(), new Sources(parameter.isActive(), isNoise));
    }

    private void visit(List<Statement> statements, Sources control) {
        statements.forEach(each -> visit(each, control));
    }

    private void visit(Statement statement, Sources control) {
        if (statement instanceof Declare declare) {
            declare.initializer()
                    .ifPresent(value -> assign(declare.variable(), visit(value).and(control)));
        } else if (statement instanceof Assign assign) {
            assignTo(assign.target(), visit(assign.value()).and(control));
        } else if (statement instanceof If branch) {
            visitBranch(branch, control);
        } else if (statement instanceof For loop) {
            visit(loop.init(), control);
            visitLoop(loop, loop.condition(), control);
        } else if (statement instanceof While loop) {
            visitLoop(loop, loop.condition(), control);
        } else if (statement instanceof DoWhile loop) {
            visitLoop(loop, loop.condition(), control);
        } else if (ArrayOperations.transfer(statement).isPresent()) {
            Call call = ArrayOperations.transfer(statement).get();
            writeTo(ArrayOperations.target(call), visit(call).and(control));
        } else {
            Statements.expressions(statement).forEach(this::visit);
            visit(Statements.children(statement), control);
        }
    }

    private void visitBranch(If branch, Sources control) {
        Sources condition = visit(branch.condition()).and(control);
        Map<Variable, Sources> before = new HashMap<>(current);
        visit(branch.then(), condition);
        Map<Variable, Sources> afterThen = current;
        current = before;
        visit(branch.otherwise(), condition);
        merge(afterThen);
    }

    /** Repeats the loop until no variable depends on more than before. */
    private void visitLoop(Statement loop, Expression condition, Sources outerControl) {
        Sources control = outerControl;
        Map<Variable, Sources> before;
        Sources controlBefore;
        do {
            before = new HashMap<>(current);
            controlBefore = control;
            control = control.and(visit(condition));
            visitOnce(loop, control);
            control = control.and(ofBreaks(loop));
            merge(before);
        } while (!before.equals(current) || !controlBefore.equals(control));
    }

    private void visitOnce(Statement loop, Sources control) {
        visit(Statements.body(loop), control);
        if (loop instanceof For counted) {
            visit(counted.update(), control);
        }
    }

    /** Whether an iteration follows depends on the conditions under which the loop is left. */
    private Sources ofBreaks(Statement loop) {
        Sources[] sources = {Sources.NONE};
        Statements.walk(loop, each -> {
            if (each instanceof If branch && Statements.any(branch, Break.class::isInstance)) {
                sources[0] = sources[0].and(of(branch.condition()));
            }
        });
        return sources[0];
    }

    private void assignTo(Expression target, Sources sources) {
        if (target instanceof Local local) {
            assign(local.variable(), sources);
        } else if (target instanceof Element element) {
            writeTo(element.array(), sources.and(visit(element)));
        } else if (target instanceof Field field) {
            assignTo(field.object(), sources.and(visit(field)));
        }
    }

    private void writeTo(Expression array, Sources sources) {
        assignTo(array, sources);
        Expressions.variables(array).stream()
                .filter(each -> each.type() instanceof Type.ArrayOf)
                .flatMap(each -> aliases.sharing(each).stream())
                .forEach(each -> assign(each, sources.and(current.getOrDefault(each, Sources.NONE))));
    }

    private void assign(Variable variable, Sources sources) {
        current.put(variable, sources);
        variables.merge(variable, sources, Sources::and);
    }

    private void merge(Map<Variable, Sources> others) {
        Map<Variable, Sources> merged = new HashMap<>(current);
        others.forEach((variable, sources) -> merged.merge(variable, sources, Sources::and));
        current = merged;
    }

    private Sources visit(Expression expression) {
        if (isWholeDraw(expression)) {
            Expressions.children(expression).forEach(this::visit);
            return Sources.NONE;
        }
        Sources sources = own(expression);
        for (Expression child : Expressions.children(expression)) {
            Sources ofChild = visit(child);
            sources = isLengthOfParameter(expression) ? sources : sources.and(ofChild);
        }
        return expressions.merge(expression, sources, Sources::and);
    }

    /** The caller's array, or the first row of his matrix, is as long as it is, whatever it holds. */
    private boolean isLengthOfParameter(Expression expression) {
        if (!(expression instanceof Length length)) {
            return false;
        }
        Expression array =
                length.array() instanceof Element row && row.index() instanceof Literal ? row.array() : length.array();
        return array instanceof Local local && steady.contains(local.variable());
    }

    /** What a whole number may be does not move with a parameter, and that it jumps is accounted for at its draw. */
    private static boolean isWholeDraw(Expression expression) {
        return expression instanceof Draw draw
                && DiscreteRule.of(draw.sampler()).isPresent();
    }

    private Sources own(Expression expression) {
        if (expression instanceof Local local) {
            return current.getOrDefault(local.variable(), Sources.NONE);
        }
        boolean draws = expression instanceof Draw
                || expression instanceof CompanionCall call && call.callee().draws();
        return draws ? Sources.DRAW : Sources.NONE;
    }
}
