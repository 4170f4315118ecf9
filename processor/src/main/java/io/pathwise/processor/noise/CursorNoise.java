package io.pathwise.processor.noise;

import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.NoisePlan.Use;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Noise that a method shares with its calls: every draw takes the next number from a cursor, which the method hands on.
 * The numbers are bound to variables, since a reverse sweep cannot ask for them again.
 */
final class CursorNoise {
    private static final Type CURSOR = new Type.Reference("io.pathwise.runtime.NoiseCursor");
    private static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    private final Names names;
    private final Expression cursor;

    private CursorNoise(Names names, Variable cursor) {
        this.names = names;
        this.cursor = new Local(cursor, Position.NONE);
    }

    static Threaded thread(Program program) {
        Names names = program.names();
        Variable cursor = names.create("noise", CURSOR, Origin.NOISE);
        Block body = new CursorNoise(names, cursor).block(program.body());
        Parameter parameter = new Parameter(cursor, Parameter.Kind.NOISE, Position.NONE);
        NoisePlan plan = new NoisePlan(List.of(parameter), false, Optional.empty(), Optional.empty(), Use.FROM_CURSOR);
        return new Threaded(program.withBody(body, names), plan);
    }

    /** The arrays that the members for everybody take. */
    static NoisePlan arrays(Set<Noise> kinds) {
        Names names = new Names(0);
        List<Parameter> parameters = kinds.stream()
                .map(kind -> names.create(kind == Noise.NORMAL ? "normals" : "uniforms", DOUBLES, Origin.NOISE))
                .map(array -> new Parameter(array, Parameter.Kind.NOISE, Position.NONE))
                .toList();
        return new NoisePlan(parameters, true, Optional.empty(), Optional.empty(), Use.FROM_CURSOR);
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        block.statements().forEach(each -> statement(each, out));
        return new Block(out, block.position());
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof If branch) {
            out.add(new If(branch.condition(), block(branch.then()), block(branch.otherwise()), branch.position()));
        } else if (statement instanceof For loop) {
            out.add(new For(loop.init(), loop.condition(), loop.update(), block(loop.body()), loop.position()));
        } else if (statement instanceof While loop) {
            out.add(new While(loop.condition(), block(loop.body()), loop.position()));
        } else if (statement instanceof Block block) {
            out.add(block(block));
        } else {
            Statement bound = Statements.mapExpressions(
                    statement, each -> Draws.withNoise(each, draw -> next(statement, draw, out)));
            out.add(Statements.mapExpressions(bound, this::handOn));
        }
    }

    private Expression next(Statement statement, Draw draw, List<Statement> out) {
        String method = Draws.kind(draw) == Noise.NORMAL ? "normal" : "uniform";
        Expression taken = new Method(cursor, method, List.of(), Primitive.DOUBLE, draw.position());
        Variable variable = names.create(NoiseNames.of(statement, draw), Primitive.DOUBLE, Origin.TEMPORARY);
        out.add(new Declare(variable, taken, draw.position()));
        return new Local(variable, draw.position());
    }

    private Expression handOn(Expression expression) {
        Expression inner = Expressions.mapChildren(expression, this::handOn);
        if (!(inner instanceof CompanionCall call) || !call.callee().noise().arrays()) {
            return inner;
        }
        List<Expression> noise = call.callee().noise().use() == Use.FROM_CURSOR
                ? List.of(cursor)
                : call.callee().noise().parameters().stream()
                        .map(each -> slice(call, CalleeNoise.kind(each)))
                        .toList();
        return new CompanionCall(call.callee(), call.arguments(), noise, call.position());
    }

    /** As many numbers as the called method reads. */
    private Expression slice(CompanionCall call, Noise kind) {
        NoisePlan plan = call.callee().noise();
        Expression count = (kind == Noise.NORMAL ? plan.normals() : plan.uniforms()).orElseThrow();
        Map<Variable, Expression> arguments = new HashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            arguments.put(
                    call.callee().parameters().get(i).variable(),
                    call.arguments().get(i));
        }
        Expression atCall = Expressions.substitute(count, arguments::get);
        String method = kind == Noise.NORMAL ? "normals" : "uniforms";
        return new Method(cursor, method, List.of(atCall), DOUBLES, call.position());
    }
}
