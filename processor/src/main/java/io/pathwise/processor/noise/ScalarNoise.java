package io.pathwise.processor.noise;

import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.NoisePlan.Use;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.SamplerRule.Noise;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One scalar argument for each draw, named after the variable that the draw initialises. */
final class ScalarNoise {
    private final Names names;
    private final List<Variable> normals = new ArrayList<>();
    private final List<Variable> uniforms = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Count> atReturns = new ArrayList<>();
    private int unnamed;

    private ScalarNoise(Names names) {
        this.names = names;
    }

    /** How many normals and uniforms the path has drawn. */
    private record Count(int normals, int uniforms) {}

    /** The number of draws depends on data. */
    private static final class DataDependent extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static Optional<Threaded> thread(Program program) {
        Names names = program.names();
        ScalarNoise noise = new ScalarNoise(names);
        try {
            noise.block(program.body(), new Count(0, 0));
        } catch (DataDependent e) {
            return Optional.empty();
        }
        Program threaded = program.withBody(noise.replaced, names);
        NoisePlan plan = new NoisePlan(
                noise.parameters,
                false,
                Optional.of(Algebra.integer(noise.normals.size())),
                Optional.of(Algebra.integer(noise.uniforms.size())),
                noise.isReadWhole() ? Use.ALL : Use.AT_MOST);
        return Optional.of(new Threaded(threaded, plan));
    }

    private Block replaced = Block.EMPTY;

    private Count block(Block block, Count before) throws DataDependent {
        Count count = before;
        List<Statement> out = new ArrayList<>();
        for (Statement each : block.statements()) {
            count = statement(each, count, out);
        }
        replaced = new Block(out, block.position());
        return count;
    }

    private Count statement(Statement statement, Count before, List<Statement> out) throws DataDependent {
        if (statement instanceof If branch) {
            Count afterThen = block(branch.then(), before);
            Block then = replaced;
            Count afterOtherwise = block(branch.otherwise(), before);
            out.add(new If(branch.condition(), then, replaced, branch.position()));
            return join(branch, afterThen, afterOtherwise);
        }
        if (statement instanceof Block block) {
            Count after = block(block, before);
            out.add(replaced);
            return after;
        }
        if (Statements.isLoop(statement)) {
            if (Draws.anyIn(statement, Noise.NORMAL) || Draws.anyIn(statement, Noise.UNIFORM)) {
                throw new DataDependent();
            }
            if (Statements.any(statement, Return.class::isInstance)) {
                atReturns.add(before);
            }
            out.add(statement);
            return before;
        }
        Cursor cursor = new Cursor(before, statement);
        out.add(Statements.mapExpressions(statement, each -> Draws.withNoise(each, cursor::next)));
        if (statement instanceof Return) {
            atReturns.add(cursor.count);
        }
        return cursor.count;
    }

    /** Whether every path that returns has read all there is. */
    private boolean isReadWhole() {
        Count all = new Count(normals.size(), uniforms.size());
        return atReturns.stream().allMatch(all::equals);
    }

    private static Count join(If branch, Count afterThen, Count afterOtherwise) throws DataDependent {
        if (!Completion.completes(branch.then())) {
            return afterOtherwise;
        }
        if (!Completion.completes(branch.otherwise()) || afterThen.equals(afterOtherwise)) {
            return afterThen;
        }
        throw new DataDependent();
    }

    /** Hands out the arguments of the draws of one statement. */
    private final class Cursor {
        private final Statement statement;
        private Count count;

        Cursor(Count count, Statement statement) {
            this.count = count;
            this.statement = statement;
        }

        Expression next(Draw draw) {
            boolean normal = Draws.kind(draw) == Noise.NORMAL;
            int index = normal ? count.normals() : count.uniforms();
            count = normal
                    ? new Count(count.normals() + 1, count.uniforms())
                    : new Count(count.normals(), count.uniforms() + 1);
            List<Variable> taken = normal ? normals : uniforms;
            if (index == taken.size()) {
                taken.add(argument(draw));
            }
            return new Local(taken.get(index), draw.position());
        }

        private Variable argument(Draw draw) {
            String name = NoiseNames.find(statement, draw).orElseGet(() -> NoiseNames.prefix(draw) + ++unnamed);
            Variable variable = names.create(name, Primitive.DOUBLE, Origin.NOISE);
            parameters.add(new Parameter(variable, Parameter.Kind.NOISE, Position.NONE));
            return variable;
        }
    }
}
