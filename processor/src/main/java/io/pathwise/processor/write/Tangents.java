package io.pathwise.processor.write;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Forward mode with a record {@code modelDot} in place of one tangent for each of its components: it passes them on.
 *
 * @param program the method
 * @param hasRecords whether it differs from the one that takes the components
 * @param hasConstants whether a record has components without a tangent
 */
record Tangents(Program program, boolean hasRecords, boolean hasConstants) {
    static Tangents of(CompanionMethod method, String companion) {
        Program forward = method.forward();
        RecordParameters records = method.records();
        Names names = forward.names();
        List<Parameter> parameters = new ArrayList<>();
        List<Expression> arguments = new ArrayList<>();
        forward.parameters().stream().filter(each -> each.kind() != Kind.ADDED).forEach(each -> {
            parameters.add(each);
            arguments.add(local(each.variable()));
        });
        Iterator<Parameter> tangents = forward.parameters().stream()
                .filter(each -> each.kind() == Kind.ADDED)
                .iterator();
        boolean hasRecords = false;
        for (Parameter each : records.parameters()) {
            if (each.isActive() && each.variable().type() instanceof Type.Record) {
                Variable record = names.create(
                        each.variable().name() + "Dot", each.variable().type(), Origin.GENERATED);
                parameters.add(new Parameter(record, Kind.ADDED, Position.NONE));
                for (RecordParameters.Component component : records.of(each.variable())) {
                    if (component.leaf().isDifferentiable()) {
                        arguments.add(component.of(local(record)));
                        tangents.next();
                    }
                }
                hasRecords = true;
            } else if (each.isActive()) {
                Parameter tangent = tangents.next();
                parameters.add(tangent);
                arguments.add(local(tangent.variable()));
            }
        }
        tangents.forEachRemaining(baseline -> {
            parameters.add(baseline);
            arguments.add(local(baseline.variable()));
        });
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Function byComponents = new Function(companion, method.name() + "Forward", types, forward.result());
        Return call = new Return(Optional.of(new Call(byComponents, arguments, Position.NONE)), Position.NONE);
        Program whole = forward.withParameters(parameters).withBody(Block.of(List.of(call)), names);
        boolean hasConstants = records.components().stream()
                .anyMatch(each ->
                        isActive(each.parameter(), records) && !each.leaf().isDifferentiable());
        return new Tangents(whole, hasRecords, hasConstants);
    }

    private static boolean isActive(Variable parameter, RecordParameters records) {
        return records.parameters().stream()
                .anyMatch(each -> each.isActive() && each.variable().equals(parameter));
    }

    private static Local local(Variable variable) {
        return new Local(variable, Position.NONE);
    }
}
