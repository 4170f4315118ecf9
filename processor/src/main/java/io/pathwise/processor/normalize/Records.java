package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordArguments;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces records by variables for their components, so that no later pass sees a record: {@code state = new State(x +
 * 1, v)} becomes {@code stateX = x + 1; stateV = v}. Expects {@link Lowering} and {@link Inlining}.
 */
public final class Records {
    private final Names names;
    private final Set<Variable> assigned;
    private final Map<Variable, List<Variable>> components = new HashMap<>();
    private final Map<Variable, Expression> sources = new HashMap<>();

    private Records(Names names, Set<Variable> assigned) {
        this.names = names;
        this.assigned = assigned;
    }

    /**
     * A program without records.
     *
     * @param records which of its parameters stand for components of the source's
     * @param sources what variables stand for, as the user wrote it: {@code model.kappa()}
     */
    public record Flat(Program program, RecordParameters records, Map<Variable, Expression> sources) {
        public Flat {
            sources = Map.copyOf(sources);
        }

        /** The same after another pass over the program. */
        public Flat withProgram(Program other) {
            return new Flat(other, records, sources);
        }
    }

    /** Replaces the records of a method, those among its parameters included. */
    public static Flat flatten(Program program) {
        Names names = program.names();
        Records records = new Records(names, new HashSet<>(Statements.assigned(program.body())));
        List<Parameter> parameters = new ArrayList<>();
        List<RecordParameters.Component> layout = new ArrayList<>();
        ComponentNames wishes = new ComponentNames(program);
        for (Parameter parameter : program.parameters()) {
            if (parameter.variable().type() instanceof Type.Record) {
                parameters.addAll(records.parameter(parameter, wishes, layout));
            } else {
                parameters.add(parameter);
            }
        }
        Block body = records.block(program.body());
        Program flat = program.withParameters(parameters).withBody(body, names);
        return new Flat(flat, new RecordParameters(program.parameters(), layout), records.sources);
    }

    private List<Parameter> parameter(
            Parameter parameter, ComponentNames wishes, List<RecordParameters.Component> layout) {
        List<Parameter> parts = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        for (Leaf leaf : Leaves.of(parameter.variable().type())) {
            Variable variable = names.create(wishes.of(parameter.variable(), leaf), leaf.type(), Origin.SOURCE);
            boolean active = parameter.isActive() && leaf.isDifferentiable();
            Parameter.Kind kind = active ? Parameter.Kind.ACTIVE : Parameter.Kind.CONSTANT;
            parts.add(new Parameter(variable, kind, parameter.position()));
            variables.add(variable);
            if (assigned.contains(parameter.variable())) {
                assigned.add(variable);
            }
            layout.add(remember(new RecordParameters.Component(variable, parameter.variable(), leaf)));
        }
        components.put(parameter.variable(), variables);
        return parts;
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        ReturnedRecords.named(block.statements(), assigned).forEach(each -> statement(each, out));
        return new Block(out, block.position());
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Declare declare && isRecord(declare.variable().type())) {
            declare(declare, out);
        } else if (statement instanceof Return exit
                && exit.value().filter(each -> isRecord(each.type())).isPresent()) {
            leave(exit.value().get(), exit.position(), out);
        } else if (statement instanceof Assign assign
                && isRecord(assign.target().type())) {
            assign(((Local) assign.target()).variable(), assign.value(), assign.position(), out);
        } else if (statement instanceof Evaluate evaluate
                && isRecord(evaluate.expression().type())) {
            leaves(evaluate.expression()).stream()
                    .filter(each -> Expressions.any(each, Draw.class::isInstance))
                    .forEach(each -> out.add(new Evaluate(each, evaluate.position())));
        } else if (statement instanceof If branch) {
            Expression condition = expression(branch.condition());
            out.add(new If(condition, block(branch.then()), block(branch.otherwise()), branch.position()));
        } else if (statement instanceof While loop) {
            out.add(new While(expression(loop.condition()), block(loop.body()), loop.position()));
        } else if (statement instanceof For loop) {
            out.add(new For(
                    Statements.mapExpressions(loop.init(), this::expression),
                    expression(loop.condition()),
                    Statements.mapExpressions(loop.update(), this::expression),
                    block(loop.body()),
                    loop.position()));
        } else if (statement instanceof Block block) {
            out.add(block(block));
        } else {
            out.add(Statements.mapExpressions(statement, this::expression));
        }
    }

    private void declare(Declare declare, List<Statement> out) {
        if (declare.initializer().filter(ReturnedRecords::isCall).isPresent()) {
            declareReturned(declare, out);
            return;
        }
        Variable record = declare.variable();
        Optional<List<Expression>> values = declare.initializer().map(this::leaves);
        List<Leaf> leaves = Leaves.of(record.type());
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            int leaf = i;
            Optional<Expression> value = values.map(each -> each.get(leaf));
            boolean isNamed = value.isPresent() && isLastingName(value.get(), leaves.get(i), record);
            Variable variable = isNamed ? ((Local) value.get()).variable() : component(record, leaves.get(i));
            if (!isNamed) {
                out.add(new Declare(variable, value, declare.position()));
                showAsWritten(variable, value, record);
            }
            variables.add(variable);
        }
        components.put(record, variables);
    }

    /** What a call that stays one returns is taken apart at once. */
    private void declareReturned(Declare declare, List<Statement> out) {
        Variable record = declare.variable();
        Expression call = expression(declare.initializer().orElseThrow());
        Expression written = record.isTemporary()
                ? Expressions.substitute(declare.initializer().get(), sources::get)
                : new Local(record, declare.position());
        out.add(new Declare(record, call, declare.position()));
        List<Variable> variables = new ArrayList<>();
        for (Leaf leaf : Leaves.of(record.type())) {
            Variable variable =
                    names.create(RecordParameters.word(record.name(), leaf.path()), leaf.type(), Origin.TEMPORARY);
            out.add(new Declare(variable, ReturnedRecords.read(record, leaf, call), declare.position()));
            sources.put(variable, leaf.of(written));
            variables.add(variable);
        }
        components.put(record, variables);
    }

    /** Leaves the method with a record that is made of values with names. */
    private void leave(Expression value, Position position, List<Statement> out) {
        List<Leaf> leaves = Leaves.of(value.type());
        List<Expression> values = leaves(value);
        List<Expression> named = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            Expression component = converted(values.get(i), leaves.get(i).type(), position);
            if (component instanceof Local || component instanceof Literal) {
                named.add(component);
                continue;
            }
            String name = RecordParameters.word("result", leaves.get(i).path());
            Variable variable = names.create(name, component.type(), Origin.TEMPORARY);
            out.add(new Declare(variable, component, position));
            named.add(new Local(variable, component.position()));
        }
        out.add(new Return(
                RecordArguments.assemble(List.of(value.type()), named).get(0), position));
    }

    /** The name of a record that the user gave none says nothing in messages. */
    private void showAsWritten(Variable component, Optional<Expression> value, Variable record) {
        if (record.isTemporary() && !assigned.contains(record) && value.isPresent()) {
            sources.put(component, Expressions.substitute(value.get(), sources::get));
        }
    }

    /** Whether a component of a record that never changes has a name already, of something that never changes. */
    private boolean isLastingName(Expression value, Leaf leaf, Variable record) {
        return value instanceof Local local
                && local.type().equals(leaf.type())
                && !assigned.contains(local.variable())
                && !assigned.contains(record);
    }

    private Variable component(Variable record, Leaf leaf) {
        String name = RecordParameters.word(record.name(), leaf.path());
        Variable variable = names.create(name, leaf.type(), record.origin());
        if (assigned.contains(record)) {
            assigned.add(variable);
        }
        remember(new RecordParameters.Component(variable, record, leaf));
        return variable;
    }

    private RecordParameters.Component remember(RecordParameters.Component component) {
        sources.put(component.variable(), component.of(new Local(component.parameter(), Position.NONE)));
        return component;
    }

    /** All components are computed before one that others need gets its new value. */
    private void assign(Variable record, Expression value, Position position, List<Statement> out) {
        List<Variable> targets = components.get(record);
        List<Expression> values = leaves(value);
        List<Statement> last = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Variable target = targets.get(i);
            Expression component = values.get(i);
            if (component instanceof Local same && same.variable().equals(target)) {
                continue;
            }
            boolean isNeeded =
                    values.subList(i + 1, values.size()).stream().anyMatch(later -> Expressions.reads(later, target));
            if (isNeeded) {
                Variable next = names.create("next" + capitalized(target.name()), target.type(), Origin.TEMPORARY);
                out.add(new Declare(next, component, position));
                last.add(new Assign(new Local(target, position), new Local(next, position), position));
            } else {
                out.add(new Assign(new Local(target, position), component, position));
            }
        }
        out.addAll(last);
    }

    private static String capitalized(String name) {
        return RecordParameters.word("", List.of(name));
    }

    /** The expression without records. */
    private Expression expression(Expression expression) {
        if (expression instanceof Component component) {
            return converted(leaves(component).get(0), component.type(), component.position());
        } else if (expression instanceof Invoke call) {
            return new Invoke(call.method(), arguments(call.arguments()), call.position());
        } else if (expression instanceof CompanionCall call) {
            List<Expression> noise = call.noise().stream().map(this::expression).toList();
            return new CompanionCall(call.callee(), arguments(call.arguments()), noise, call.position());
        }
        return Expressions.mapChildren(expression, this::expression);
    }

    /** What a call that stays one hands over, with the components in place of records. */
    private List<Expression> arguments(List<Expression> arguments) {
        List<Expression> flat = new ArrayList<>();
        for (Expression argument : arguments) {
            if (argument.type() instanceof Type.Record record) {
                List<Leaf> leaves = Leaves.of(record);
                List<Expression> values = leaves(argument);
                for (int i = 0; i < leaves.size(); i++) {
                    flat.add(converted(values.get(i), leaves.get(i).type(), argument.position()));
                }
            } else {
                flat.add(expression(argument));
            }
        }
        return flat;
    }

    /** The conversion that making the record would be. */
    private static Expression converted(Expression value, Type type, Position position) {
        if (value.type().equals(type)) {
            return value;
        } else if (value instanceof Literal literal
                && literal.value() instanceof Integer number
                && type == Primitive.DOUBLE) {
            return new Literal(number.doubleValue(), Primitive.DOUBLE, literal.position());
        }
        return new Cast(value, type, position);
    }

    /** The values that an expression consists of. */
    private List<Expression> leaves(Expression expression) {
        if (expression instanceof Component component) {
            Type.Record type = (Type.Record) component.record().type();
            int start = Leaves.start(type, component.name());
            int size = Leaves.of(component.type()).size();
            return leaves(component.record()).subList(start, start + size);
        } else if (expression instanceof RecordValue created) {
            return created.components().stream()
                    .flatMap(each -> leaves(each).stream())
                    .toList();
        } else if (expression instanceof Local local && isRecord(local.type())) {
            return components.get(local.variable()).stream()
                    .<Expression>map(each -> new Local(each, local.position()))
                    .toList();
        }
        return List.of(expression(expression));
    }

    private static boolean isRecord(Type type) {
        return type instanceof Type.Record;
    }
}
