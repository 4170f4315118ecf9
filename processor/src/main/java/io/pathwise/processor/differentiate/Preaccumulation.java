package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets the forward sweep ask the companion of a called method for value and gradient at once, so that nothing of the call
 * needs to be done again in the reverse sweep: a chain of calls costs in all what its members cost one by one.
 */
final class Preaccumulation {
    private final Activity activity;
    private final Variable gradient;
    private final Callees callees;
    private final Names names;
    private final Map<Variable, Partials> returned = new HashMap<>();

    /**
     * The partial derivatives of the numbers in a record that a companion has returned.
     *
     * @param byResult those of each in the arguments
     * @param regular whether they are finite wherever the numbers are
     */
    private record Partials(List<List<Expression>> byResult, boolean regular) {}

    private Preaccumulation(Activity activity, Variable gradient, Callees callees, Names names) {
        this.activity = activity;
        this.gradient = gradient;
        this.callees = callees;
        this.names = names;
    }

    /**
     * The body with the calls evaluated that carry derivatives.
     *
     * @param gradient the gradient object, which keeps those of the called methods
     */
    static Block apply(Program program, Activity activity, Variable gradient, Names names) {
        Callees callees = new Callees(program);
        return callees.byName().isEmpty()
                ? program.body()
                : new Preaccumulation(activity, gradient, callees, names).block(program.body());
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : block.statements()) {
            if (each instanceof Declare declare
                    && declare.initializer().orElse(null) instanceof CompanionCall call
                    && call.callee().rule().isEmpty()
                    && isActive(declare, call, block)) {
                evaluate(call, declare, out);
            } else if (each instanceof Declare declare
                    && declare.initializer().orElse(null) instanceof Evaluated read
                    && read.partials().isEmpty()) {
                out.add(new Declare(declare.variable(), read(read), declare.position()));
            } else {
                out.add(below(each));
            }
        }
        return new Block(out, block.position());
    }

    private Statement below(Statement statement) {
        if (statement instanceof If branch) {
            return new If(branch.condition(), block(branch.then()), block(branch.otherwise()), branch.position());
        } else if (statement instanceof For loop) {
            return new For(loop.init(), loop.condition(), loop.update(), block(loop.body()), loop.position());
        } else if (statement instanceof While loop) {
            return new While(loop.condition(), block(loop.body()), loop.position());
        }
        return statement instanceof Block block ? block(block) : statement;
    }

    /** A record is active if something is that is read from it, which happens in the same block. */
    private boolean isActive(Declare declare, CompanionCall call, Block block) {
        if (!(call.type() instanceof Type.Record)) {
            return activity.isActive(declare.variable());
        }
        return block.statements().stream()
                .anyMatch(each -> each instanceof Declare reading
                        && reading.initializer().orElse(null) instanceof Evaluated read
                        && read.partials().isEmpty()
                        && Returned.of(read).record().equals(declare.variable())
                        && activity.isActive(reading.variable()));
    }

    private void evaluateRecord(CompanionCall call, Declare declare, List<Statement> out) {
        Callee callee = call.callee();
        List<Expression> gradients = callee.results().stream()
                .map(each -> cleared(call, callees.name(callee, each)))
                .toList();
        out.add(new Declare(declare.variable(), CompanionMembers.gradients(call, gradients), declare.position()));
        List<List<Expression>> partials = new ArrayList<>();
        for (Leaf result : callee.results()) {
            Expression kept = kept(callee, callees.name(callee, result));
            partials.add(partials(call, kept, parameter -> callee.partialName(result, parameter), out));
        }
        returned.put(declare.variable(), new Partials(partials, callee.regular()));
    }

    /** What is read from a record that a companion has returned, with its derivatives. */
    private Expression read(Evaluated read) {
        Returned number = Returned.of(read);
        Partials partials = returned.get(number.record());
        return partials == null
                ? read.value()
                : new Evaluated(
                        read.function(),
                        read.value(),
                        read.arguments(),
                        partials.byResult().get(number.index()),
                        partials.regular(),
                        read.position());
    }

    private void evaluate(CompanionCall call, Declare declare, List<Statement> out) {
        if (call.type() instanceof Type.Record) {
            evaluateRecord(call, declare, out);
            return;
        }
        Callee callee = call.callee();
        Variable value = names.create(callee.function().name(), Primitive.DOUBLE, Origin.TEMPORARY);
        out.add(new Declare(
                value, CompanionMembers.gradient(call, cleared(call, callees.name(callee))), declare.position()));
        List<Expression> partials = partials(call, kept(callee, callees.name(callee)), callee::partialName, out);
        Expression evaluated = new Evaluated(
                callee.function(), Algebra.local(value), call.arguments(), partials, callee.regular(), call.position());
        out.add(new Declare(declare.variable(), evaluated, declare.position()));
    }

    /** The partial derivatives in the arguments, which a kept gradient holds. */
    private List<Expression> partials(
            CompanionCall call, Expression kept, Function<Variable, String> names, List<Statement> out) {
        Callee callee = call.callee();
        List<Expression> partials = new ArrayList<>();
        for (int i = 0; i < callee.parameters().size(); i++) {
            Parameter parameter = callee.parameters().get(i);
            boolean active =
                    parameter.isActive() && activity.isActive(call.arguments().get(i));
            Variable variable = parameter.variable();
            partials.add(active ? partial(callee, variable, kept, names.apply(variable), out) : Algebra.number(0));
        }
        return partials;
    }

    /** The gradient that is kept for calls of the method, at zero and with arrays like the arguments. */
    private Expression cleared(CompanionCall call, String name) {
        List<Expression> arrays = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            if (call.callee().parameters().get(i).isActive() && ArrayTwins.isArray(argument.type())) {
                arrays.add(argument);
            }
        }
        return new Method(Algebra.local(gradient), name, arrays, gradientOf(call.callee()), Position.NONE);
    }

    private Expression kept(Callee callee, String name) {
        return new Field(Algebra.local(gradient), name, gradientOf(callee), Position.NONE);
    }

    private Expression partial(Callee callee, Variable parameter, Expression kept, String name, List<Statement> out) {
        Expression field = kept;
        for (String step : callee.path(parameter).split("\\.")) {
            field = new Field(field, step, parameter.type(), Position.NONE);
        }
        boolean isArray = ArrayTwins.isArray(parameter.type());
        // The next call clears the arrays of the kept gradient.
        Expression partial = isArray
                ? new Method(Algebra.local(gradient), "copyOf", List.of(field), parameter.type(), Position.NONE)
                : field;
        Variable variable = names.create(name, parameter.type(), Origin.TEMPORARY);
        out.add(new Declare(variable, partial, Position.NONE));
        return Algebra.local(variable);
    }

    private static Type gradientOf(Callee callee) {
        return new Type.Reference(callee.gradient());
    }
}
