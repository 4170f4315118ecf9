package io.pathwise.processor.differentiate;

import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
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
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gradients of all numbers in the record that a method returns: forward mode in the direction of each parameter in
 * turn. Where such methods call each other, or themselves, forward mode does so once, so that the cost does not multiply.
 */
public final class RecordGradients {
    private static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);
    private static final Type CURSOR = new Type.Reference("io.pathwise.runtime.NoiseCursor");

    private final Program program;
    private final List<Parameter> noise;
    private final Callee callee;
    private final Names names;
    private final List<Variable> gradients = new ArrayList<>();
    private final List<Expression> directions = new ArrayList<>();
    private final Variable tangents;
    private final Optional<Variable> start;

    private RecordGradients(Threaded threaded, Callee callee) {
        this.program = threaded.program();
        this.noise = threaded.noise().parameters();
        this.callee = callee;
        this.names = program.names();
        for (Leaf result : callee.results()) {
            String name = RecordParameters.word(
                    result.path().get(0), result.path().subList(1, result.path().size()));
            gradients.add(names.create(name + "Gradient", new Type.Reference(callee.gradient()), Origin.GENERATED));
        }
        tangents = names.create("tangents", DOUBLES, Origin.GENERATED);
        start = cursor().map(each -> names.create("noiseStart", Primitive.LONG, Origin.GENERATED));
    }

    /** The program that adds the gradient of each number to an object of its own and returns the record. */
    public static Program of(Threaded threaded, Callee callee) {
        return new RecordGradients(threaded, callee).program();
    }

    private Program program() {
        List<Parameter> parameters = new ArrayList<>(program.parameters());
        parameters.addAll(noise);
        gradients.forEach(each -> parameters.add(new Parameter(each, Kind.ADDED, Position.NONE)));
        return new Program(
                program.owner(),
                program.name() + "Gradient",
                parameters,
                program.result(),
                Block.of(body()),
                names.next(),
                program.position());
    }

    private Optional<Variable> cursor() {
        return noise.stream()
                .map(Parameter::variable)
                .filter(each -> each.type().equals(CURSOR))
                .findFirst();
    }

    private List<Statement> body() {
        List<Statement> body = new ArrayList<>();
        start.ifPresent(each -> body.add(new Declare(each, onCursor("position", List.of()), Position.NONE)));
        Variable result = names.create("result", program.result(), Origin.GENERATED);
        body.add(new Declare(result, member("", List.of()), Position.NONE));
        List<Parameter> active = program.activeParameters();
        if (!gradients.isEmpty() && !active.isEmpty()) {
            Expression length = Algebra.integer(gradients.size());
            body.add(new Declare(tangents, new New(DOUBLES, List.of(length), Position.NONE), Position.NONE));
            active.forEach(each -> directions.add(still(each.variable(), body)));
            for (int i = 0; i < active.size(); i++) {
                move(active.get(i).variable(), i, body);
            }
        }
        body.add(new Return(Algebra.local(result), Position.NONE));
        return body;
    }

    /** The direction in which a parameter stays as it is: for an array zeros, which are changed in their turn. */
    private Expression still(Variable parameter, List<Statement> out) {
        if (!ArrayTwins.isArray(parameter.type())) {
            return Algebra.integer(0);
        }
        Variable zeros = names.create(parameter.name() + "Dot", parameter.type(), Origin.GENERATED);
        out.add(new Declare(zeros, ArrayTwins.zeros(Algebra.local(parameter)), Position.NONE));
        return Algebra.local(zeros);
    }

    /** Runs once for each number that the parameter is made of. */
    private void move(Variable parameter, int index, List<Statement> out) {
        Expression direction = directions.get(index);
        if (ArrayTwins.isArray(parameter.type())) {
            out.add(elements(direction, "i", each -> run(directions, each, parameter)));
        } else {
            List<Expression> once = new ArrayList<>(directions);
            once.set(index, Algebra.integer(1));
            out.addAll(run(once, List.of(), parameter));
        }
    }

    /** What runs for each element of an array or matrix, given the indices that lead to it. */
    private interface Step {
        List<Statement> at(List<Expression> indices);
    }

    private Statement elements(Expression array, String name, Step step) {
        return loop(array, name, index -> {
            Expression element = new Element(array, index, Position.NONE);
            if (ArrayTwins.isArray(element.type())) {
                return List.of(elements(element, "j", inner -> step.at(concat(index, inner))));
            }
            List<Statement> body = new ArrayList<>();
            body.add(new Assign(element, Algebra.integer(1), Position.NONE));
            body.addAll(step.at(List.of(index)));
            body.add(new Assign(element, Algebra.integer(0), Position.NONE));
            return body;
        });
    }

    private For loop(Expression array, String name, java.util.function.Function<Expression, List<Statement>> body) {
        Variable counter = names.create(name, Primitive.INT, Origin.GENERATED);
        Expression index = Algebra.local(counter);
        Expression more = new Binary(
                BinaryOperator.LESS, index, new Length(array, Position.NONE), Primitive.BOOLEAN, Position.NONE);
        Expression next = new Binary(BinaryOperator.ADD, index, Algebra.integer(1), Primitive.INT, Position.NONE);
        return new For(
                List.of(new Declare(counter, Algebra.integer(0), Position.NONE)),
                more,
                List.of(new Assign(index, next, Position.NONE)),
                Block.of(body.apply(index)),
                Position.NONE);
    }

    private static List<Expression> concat(Expression first, List<Expression> others) {
        List<Expression> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    /** One run in a direction; its tangents are partial derivatives in the parameter, or an element of it. */
    private List<Statement> run(List<Expression> along, List<Expression> indices, Variable parameter) {
        List<Statement> run = new ArrayList<>();
        start.ifPresent(each -> run.add(new Evaluate(onCursor("moveTo", List.of(Algebra.local(each))), Position.NONE)));
        run.add(new Evaluate(member("Forward", concatTangents(along)), Position.NONE));
        for (int i = 0; i < gradients.size(); i++) {
            Expression place = field(Algebra.local(gradients.get(i)), parameter);
            for (Expression index : indices) {
                place = new Element(place, index, Position.NONE);
            }
            Expression tangent = new Element(Algebra.local(tangents), Algebra.integer(i), Position.NONE);
            run.add(ReverseSweep.increase(place, tangent));
        }
        return run;
    }

    private List<Expression> concatTangents(List<Expression> along) {
        List<Expression> added = new ArrayList<>(along);
        added.add(Algebra.local(tangents));
        return added;
    }

    private Expression field(Expression gradient, Variable parameter) {
        Expression field = gradient;
        for (String name : callee.path(parameter).split("\\.")) {
            field = new Field(field, name, parameter.type(), Position.NONE);
        }
        return field;
    }

    private Expression onCursor(String method, List<Expression> arguments) {
        Type result = arguments.isEmpty() ? Primitive.LONG : null;
        return new Method(Algebra.local(cursor().orElseThrow()), method, arguments, result, Position.NONE);
    }

    private Expression member(String suffix, List<Expression> added) {
        List<Expression> flat = new ArrayList<>();
        program.parameters().forEach(each -> flat.add(Algebra.local(each.variable())));
        List<Expression> arguments =
                new ArrayList<>(RecordArguments.assemble(callee.function().parameters(), flat));
        noise.forEach(each -> arguments.add(Algebra.local(each.variable())));
        arguments.addAll(added);
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Function member = new Function(callee.companion(), program.name() + suffix, types, program.result());
        return new Call(member, arguments, Position.NONE);
    }
}
