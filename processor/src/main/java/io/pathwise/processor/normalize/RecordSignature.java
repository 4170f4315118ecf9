package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.RecordParameters.Component;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives derived methods the records of the source's signature back, of which {@link Records} has made variables: the
 * body begins with {@code double kappa = model.kappa()} for the components that it needs, and adjoints leave for
 * {@code gradient.model.kappa}. Tangents of components stay arguments of their own.
 */
public final class RecordSignature {
    /** The checks of the gradient that name a parameter. */
    private static final Set<String> GRADIENT_CHECKS = Set.of("requireLength", "requireShape");

    private final RecordParameters records;
    private final Map<Variable, Expression> reads = new LinkedHashMap<>();

    private RecordSignature(RecordParameters records) {
        this.records = records;
        for (Component each : records.components()) {
            reads.put(each.variable(), each.of(new Local(each.parameter(), Position.NONE)));
        }
    }

    /** The method for the value; components are read where the source reads them. */
    public static Program value(Program program, RecordParameters records) {
        if (records.isEmpty()) {
            return program;
        }
        RecordSignature signature = new RecordSignature(records);
        return program.withParameters(signature.parameters(program))
                .withBody(signature.reading(program.body(), true), program.names());
    }

    /** The method of forward mode, with a tangent for each component. */
    public static Program forward(Program program, RecordParameters records) {
        if (records.isEmpty()) {
            return program;
        }
        RecordSignature signature = new RecordSignature(records);
        return program.withParameters(signature.parameters(program))
                .withBody(signature.reading(program.body(), false), program.names());
    }

    /** The method of reverse mode. */
    public static Program reverse(Program program, RecordParameters records) {
        if (records.isEmpty()) {
            return program;
        }
        RecordSignature signature = new RecordSignature(records);
        Set<Variable> gradients =
                program.parameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        Block adjoints = Statements.mapExpressions(program.body(), each -> signature.withPaths(each, gradients));
        return program.withParameters(signature.parameters(program))
                .withBody(signature.reading(adjoints, false), program.names());
    }

    private List<Parameter> parameters(Program program) {
        List<Parameter> parameters = new ArrayList<>(records.parameters());
        program.parameters().stream()
                .filter(each -> each.kind() == Kind.NOISE || each.kind() == Kind.ADDED)
                .forEach(parameters::add);
        return parameters;
    }

    private Expression withPaths(Expression expression, Set<Variable> gradients) {
        if (expression instanceof Field field
                && field.object() instanceof Local object
                && gradients.contains(object.variable())) {
            return component(field.name()).map(each -> path(field, each)).orElse(field);
        } else if (expression instanceof Call call
                && GRADIENT_CHECKS.contains(call.function().name())) {
            return Expressions.mapChildren(
                    call, each -> each instanceof Literal name ? withPath(name) : withPaths(each, gradients));
        }
        return Expressions.mapChildren(expression, each -> withPaths(each, gradients));
    }

    private Literal withPath(Literal name) {
        return component(String.valueOf(name.value()))
                .map(each -> new Literal(each.path(), name.type(), name.position()))
                .orElse(name);
    }

    private Optional<Component> component(String name) {
        return records.components().stream()
                .filter(each -> each.variable().name().equals(name))
                .findFirst();
    }

    private static Expression path(Field field, Component component) {
        Variable parameter = component.parameter();
        Expression path = new Field(field.object(), parameter.name(), parameter.type(), field.position());
        Iterator<String> names = component.leaf().path().iterator();
        while (names.hasNext()) {
            String name = names.next();
            Type type = names.hasNext() ? parameter.type() : field.type();
            path = new Field(path, name, type, field.position());
        }
        return path;
    }

    /**
     * The body with components read from their records: once, at the beginning, where they are read often.
     *
     * @param inPlace whether they are read where they are needed all the same, unless they change
     */
    private Block reading(Block flat, boolean inPlace) {
        Set<Variable> assigned = Statements.assigned(flat);
        Block body = Statements.mapExpressions(flat, each -> records.restored(each, assigned));
        List<Statement> statements = new ArrayList<>();
        Map<Variable, Expression> replaced = new LinkedHashMap<>();
        reads.forEach((variable, read) -> {
            Uses uses = Uses.of(variable, body);
            if (uses.isAssigned() || uses.isOften() && !inPlace) {
                statements.add(new Declare(variable, read, Position.NONE));
            } else {
                replaced.put(variable, read);
            }
        });
        statements.addAll(
                Statements.mapExpressions(body.statements(), each -> Expressions.substitute(each, replaced::get)));
        return new Block(statements, body.position());
    }
}
