package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connects the adjoints of a method's value and parameters with the seed and the gradient. */
final class ParameterAdjoints {
    private final List<Variable> parameters;
    private final Map<Variable, Position> positions = new HashMap<>();
    private final Variable value;
    private final Variable seed;
    private final Variable gradient;
    private final Adjoints adjoints;

    ParameterAdjoints(List<Parameter> active, Variable value, Variable seed, Variable gradient, Adjoints adjoints) {
        this.parameters = active.stream().map(Parameter::variable).toList();
        active.forEach(each -> positions.put(each.variable(), each.position()));
        this.value = value;
        this.seed = seed;
        this.gradient = gradient;
        this.adjoints = adjoints;
    }

    /** Checks that the gradient's arrays are as long as the arguments. */
    List<Statement> checks(String method) {
        return parameters.stream()
                .filter(ParameterAdjoints::isArray)
                .map(each -> ShapeCheck.of(ShapeCheck.GRADIENT, method, each.name(), field(each), each))
                .toList();
    }

    /** Declares the adjoint of the value, which is the seed, and those of arrays, which are the gradient's arrays. */
    List<Statement> opening() {
        List<Statement> opening = new ArrayList<>();
        opening.add(new Declare(adjoints.of(value), Algebra.local(seed), Position.NONE));
        for (Variable each : parameters) {
            if (isArray(each)) {
                opening.add(new Declare(adjoints.of(each), field(each), Position.NONE));
            }
        }
        return opening;
    }

    /** The variables whose adjoints the opening declares. */
    Set<Variable> opened() {
        Set<Variable> opened = new HashSet<>();
        opened.add(value);
        parameters.stream().filter(ParameterAdjoints::isArray).forEach(opened::add);
        return opened;
    }

    /** Adds the adjoints of scalar parameters to the gradient's fields. */
    List<Statement> handOver() {
        List<Statement> out = new ArrayList<>();
        for (Variable each : parameters) {
            if (!isArray(each) && adjoints.hasAdjoint(each)) {
                Expression adjoint = Algebra.local(adjoints.of(each));
                out.add(ReverseSweep.increase(field(each), adjoint, positions.get(each)));
            }
        }
        return out;
    }

    /** The gradient's fields by the adjoints that are added to them. */
    Map<Variable, Expression> fields() {
        Map<Variable, Expression> fields = new LinkedHashMap<>();
        for (Variable each : parameters) {
            if (!isArray(each)) {
                fields.put(adjoints.of(each), field(each));
            }
        }
        return fields;
    }

    private static boolean isArray(Variable parameter) {
        return !parameter.type().equals(Primitive.DOUBLE);
    }

    private Expression field(Variable parameter) {
        return new Field(Algebra.local(gradient), parameter.name(), parameter.type(), Position.NONE);
    }
}
