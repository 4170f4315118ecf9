package io.pathwise.processor.noise;

import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.NoisePlan.Use;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
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
import io.pathwise.processor.rules.SamplerRule.Noise;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arrays {@code normals} and {@code uniforms}, read in the order in which the draws execute: at indices that are
 * expressions of the loop counters where there are such, otherwise at a position that moves with every draw.
 */
final class ArrayNoise {
    private final Program program;
    private final Map<Noise, Source> sources = new EnumMap<>(Noise.class);

    private ArrayNoise(Program program) {
        this.program = program;
    }

    static Threaded thread(Program program) {
        Names names = program.names();
        ArrayNoise noise = new ArrayNoise(program);
        for (Noise kind : Noise.values()) {
            if (Draws.anyIn(program.body(), kind)) {
                noise.sources.put(kind, source(program, kind, names));
            }
        }
        List<Statement> body = new ArrayList<>();
        noise.sources.values().forEach(each -> body.add(noise.opening(each)));
        body.addAll(noise.block(program.body()).statements());
        List<Parameter> parameters = noise.sources.values().stream()
                .map(each -> new Parameter(each.array(), Parameter.Kind.NOISE, Position.NONE))
                .toList();
        NoisePlan plan =
                new NoisePlan(parameters, true, noise.count(Noise.NORMAL), noise.count(Noise.UNIFORM), noise.use());
        return new Threaded(program.withBody(Block.of(body), names), plan);
    }

    /**
     * Where draws of one kind read.
     *
     * @param array the noise parameter
     * @param affine the indices, if they are known in advance
     * @param position the moving index otherwise
     */
    private record Source(Noise kind, Variable array, Optional<AffineIndices> affine, Variable position) {}

    private static Source source(Program program, Noise kind, Names names) {
        String name = kind == Noise.NORMAL ? "normals" : "uniforms";
        Variable array = names.create(name, new Type.ArrayOf(Primitive.DOUBLE), Origin.NOISE);
        String positionName = kind == Noise.NORMAL ? "nextNormal" : "nextUniform";
        Variable position = names.create(positionName, Primitive.INT, Origin.GENERATED);
        return new Source(kind, array, AffineIndices.of(program, kind), position);
    }

    private Optional<Expression> count(Noise kind) {
        Source source = sources.get(kind);
        return source == null ? Optional.of(WholeNumbers.ZERO) : source.affine().map(AffineIndices::count);
    }

    private Use use() {
        boolean known = sources.values().stream()
                .allMatch(each -> each.affine().filter(AffineIndices::exact).isPresent());
        return known && !returnsEarly(program.body()) ? Use.ALL : Use.AT_MOST;
    }

    private static boolean returnsEarly(Block body) {
        List<Statement> statements = body.statements();
        return statements.subList(0, statements.size() - 1).stream()
                .anyMatch(each -> Statements.any(each, Return.class::isInstance));
    }

    private Statement opening(Source source) {
        return source.affine()
                .map(affine -> require(source, affine.count()))
                .orElseGet(() -> new Declare(source.position(), WholeNumbers.ZERO, Position.NONE));
    }

    private Statement require(Source source, Expression count) {
        String name = source.kind() == Noise.NORMAL ? "requireNormals" : "requireUniforms";
        Type string = Type.Reference.TEXT;
        Function check = new Function(
                "io.pathwise.runtime.Noise",
                name,
                List.of(string, source.array().type(), Primitive.INT),
                null);
        Expression method = new Literal(program.displayName(), string, Position.NONE);
        Expression array = new Local(source.array(), Position.NONE);
        return new Evaluate(new Call(check, List.of(method, array, count), Position.NONE), Position.NONE);
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
            simple(statement, out);
        }
    }

    private void simple(Statement statement, List<Statement> out) {
        Map<Noise, Integer> taken = new EnumMap<>(Noise.class);
        Statement threaded =
                Statements.mapExpressions(statement, each -> Draws.withNoise(each, draw -> read(draw, taken)));
        taken.forEach((kind, count) -> {
            Source source = sources.get(kind);
            out.add(require(source, position(source, count)));
        });
        out.add(threaded);
        if (!(statement instanceof Return)) {
            taken.forEach((kind, count) -> {
                Source source = sources.get(kind);
                Expression target = new Local(source.position(), Position.NONE);
                out.add(new Assign(target, position(source, count), Position.NONE));
            });
        }
    }

    private Expression read(Draw draw, Map<Noise, Integer> taken) {
        Source source = sources.get(Draws.kind(draw));
        Expression index;
        if (source.affine().isPresent()) {
            index = source.affine().get().indices().get(draw);
        } else {
            int already = taken.merge(source.kind(), 1, Integer::sum) - 1;
            index = position(source, already);
        }
        return new Element(new Local(source.array(), Position.NONE), index, draw.position());
    }

    private static Expression position(Source source, int ahead) {
        return WholeNumbers.add(new Local(source.position(), Position.NONE), WholeNumbers.literal(ahead));
    }
}
