package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
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
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives derived methods the records of the source's signature back, of which {@link Records} has made variables: the
 * body begins with {@code double kappa = model.kappa()} for the components that it needs, tangents come in as a record
 * {@code modelDot}, and adjoints leave for {@code gradient.model.kappa}.
 */
public final class RecordSignature {
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
        List<Parameter> parameters = new ArrayList<>(records.parameters());
        parameters.addAll(parameters(program, Kind.NOISE));
        return program.withParameters(parameters).withBody(signature.reading(program.body(), true), program.names());
    }

    /** The method of forward mode. */
    public static Program forward(Program program, RecordParameters records) {
        if (records.isEmpty()) {
            return program;
        }
        RecordSignature signature = new RecordSignature(records);
        Names names = program.names();
        List<Parameter> parameters = new ArrayList<>(records.parameters());
        parameters.addAll(parameters(program, Kind.NOISE));
        parameters.addAll(signature.tangents(program, names));
        return program.withParameters(parameters).withBody(signature.reading(program.body(), false), names);
    }

    /** The method of reverse mode. */
    public static Program reverse(Program program, RecordParameters records) {
        if (records.isEmpty()) {
            return program;
        }
        RecordSignature signature = new RecordSignature(records);
        List<Parameter> parameters = new ArrayList<>(records.parameters());
        parameters.addAll(parameters(program, Kind.NOISE));
        parameters.addAll(parameters(program, Kind.ADDED));
        Block adjoints = Statements.mapExpressions(program.body(), signature::withPaths);
        return program.withParameters(parameters).withBody(signature.reading(adjoints, false), program.names());
    }

    private static List<Parameter> parameters(Program program, Kind kind) {
        return program.parameters().stream().filter(each -> each.kind() == kind).toList();
    }

    /** The tangents in the order of the active parameters, those of a record's components as one record. */
    private List<Parameter> tangents(Program program, Names names) {
        Iterator<Parameter> flat = parameters(program, Kind.ADDED).iterator();
        List<Parameter> tangents = new ArrayList<>();
        for (Parameter parameter : records.parameters()) {
            if (parameter.isActive() && parameter.variable().type() instanceof Type.Record type) {
                String name = parameter.variable().name() + "Dot";
                Variable tangent = names.create(name, type, Origin.GENERATED);
                records.of(parameter.variable()).stream()
                        .filter(each -> each.leaf().isDifferentiable())
                        .forEach(each ->
                                reads.put(flat.next().variable(), each.of(new Local(tangent, Position.NONE))));
                tangents.add(new Parameter(tangent, Kind.ADDED, Position.NONE));
            } else if (parameter.isActive()) {
                tangents.add(flat.next());
            }
        }
        return tangents;
    }

    private Expression withPaths(Expression expression) {
        if (expression instanceof Field field && field.object() instanceof Local) {
            return component(field.name()).map(each -> path(field, each)).orElse(field);
        } else if (expression instanceof Call call && call.function().name().equals("requireLength")) {
            return Expressions.mapChildren(call, each -> each instanceof Literal name ? withPath(name) : withPaths(each));
        }
        return Expressions.mapChildren(expression, this::withPaths);
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
    private Block reading(Block body, boolean inPlace) {
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
        statements.addAll(Statements.mapExpressions(
                body.statements(), each -> Expressions.substitute(each, replaced::get)));
        return new Block(statements, body.position());
    }
}
