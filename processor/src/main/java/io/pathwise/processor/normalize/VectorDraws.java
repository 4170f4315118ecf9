package io.pathwise.processor.normalize;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
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
import io.pathwise.processor.rules.VectorSampler;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes draws of arrays as loops over draws of numbers, after a check of the parameters as a whole, and gives draws of
 * numbers from arrays declarations of their own. Expects {@link Lowering}, which leaves such draws only where they are
 * the whole value of a statement.
 */
public final class VectorDraws {
    private static final Type.ArrayOf DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    private final Names names;

    private VectorDraws(Names names) {
        this.names = names;
    }

    /** The program without draws of arrays. */
    public static Program expand(Program program) {
        Names names = program.names();
        Block body = program.body();
        return program.withBody(new Block(new VectorDraws(names).all(body.statements()), body.position()), names);
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        statements.forEach(each -> statement(each, out));
        return out;
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Declare declare && drawn(declare.initializer()).isPresent()) {
            draw(declare.variable(), drawn(declare.initializer()).get(), declare.position(), out);
        } else if (statement instanceof Assign assign
                && drawn(Optional.of(assign.value())).isPresent()) {
            out.add(new Assign(assign.target(), named(assign.value(), out), assign.position()));
        } else if (statement instanceof Return exit && drawn(exit.value()).isPresent()) {
            out.add(new Return(named(exit.value().get(), out), exit.position()));
        } else if (statement instanceof Evaluate evaluate
                && drawn(Optional.of(evaluate.expression())).isPresent()) {
            named(evaluate.expression(), out);
        } else {
            out.add(Rewriting.lists(statement, this::all));
        }
    }

    private static Optional<Draw> drawn(Optional<Expression> value) {
        return value.filter(VectorSampler::takesPart).map(Draw.class::cast);
    }

    /** The draw as the value of a variable of its own. */
    private Expression named(Expression value, List<Statement> out) {
        Draw draw = (Draw) value;
        Origin origin = draw.type() == Primitive.DOUBLE ? Origin.TEMPORARY : Origin.GENERATED;
        Variable variable = names.create(draw.sampler().name(), draw.type(), origin);
        draw(variable, draw, draw.position(), out);
        return new Local(variable, draw.position());
    }

    private void draw(Variable variable, Draw draw, Position position, List<Statement> out) {
        Optional<VectorSampler> sampler = VectorSampler.of(draw.sampler());
        if (sampler.isEmpty()) {
            out.add(new Declare(variable, draw, position));
            return;
        }
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < draw.arguments().size(); i++) {
            arguments.add(
                    simple(draw.arguments().get(i), sampler.get().parameters().get(i), out));
        }
        out.add(new Evaluate(new Call(sampler.get().check(), arguments, draw.position()), draw.position()));
        Filling filling = new Filling(variable, arguments, draw.position(), out);
        switch (sampler.get()) {
            case NORMAL -> filling.elements(sampler.get());
            case MULTIVARIATE_NORMAL -> filling.correlated();
            case DIRICHLET, GUMBEL_SOFTMAX -> filling.normalized(sampler.get());
        }
    }

    private Expression simple(Expression argument, String name, List<Statement> out) {
        if (argument instanceof Local || Algebra.literal(argument).isPresent()) {
            return argument;
        }
        Origin origin = argument.type() instanceof Type.ArrayOf ? Origin.GENERATED : Origin.TEMPORARY;
        Variable variable = names.create(name, argument.type(), origin);
        out.add(new Declare(variable, argument, argument.position()));
        return Algebra.local(variable);
    }

    /** The statements that fill the array of one draw. */
    private final class Filling {
        private final Variable drawn;
        private final List<Expression> arguments;
        private final Position position;
        private final List<Statement> out;
        private final Expression size;

        Filling(Variable drawn, List<Expression> arguments, Position position, List<Statement> out) {
            this.drawn = drawn;
            this.arguments = arguments;
            this.position = position;
            this.out = out;
            this.size = new Length(arguments.get(0), Position.NONE);
        }

        /** Every element is a draw of its own. */
        void elements(VectorSampler sampler) {
            fill(drawn, i -> element(sampler, i));
        }

        /** {@code mean + L ε}. */
        void correlated() {
            Variable eps = names.create("eps", DOUBLES, Origin.GENERATED);
            fill(eps, i -> new Draw(VectorSampler.standardNormal(), List.of(), Optional.empty(), position));
            declare(drawn);
            Variable i = index("i");
            Variable j = index("j");
            Variable sum = names.create("sum", Primitive.DOUBLE, Origin.GENERATED);
            Expression row = at(arguments.get(1), i);
            Expression product = binary(BinaryOperator.MULTIPLY, at(row, j), at(Algebra.local(eps), j));
            Statement add = assign(Algebra.local(sum), binary(BinaryOperator.ADD, Algebra.local(sum), product));
            Statement inner = loop(j, BinaryOperator.LESS_OR_EQUAL, Algebra.local(i), List.of(add));
            List<Statement> body = List.of(
                    new Declare(sum, at(arguments.get(0), i), position),
                    inner,
                    assign(at(Algebra.local(drawn), i), Algebra.local(sum)));
            out.add(loop(i, BinaryOperator.LESS, size, body));
        }

        /** Logarithms of weights are drawn, and divided by the sum of the weights. */
        void normalized(VectorSampler sampler) {
            Variable scores = names.create(sampler.scores(), DOUBLES, Origin.GENERATED);
            fill(scores, i -> element(sampler, i));
            Variable logSum = names.create("logSum", Primitive.DOUBLE, Origin.TEMPORARY);
            Callee callee = VectorSampler.logSum();
            Expression sum = new CompanionCall(callee, List.of(Algebra.local(scores)), List.of(), position);
            out.add(new Declare(logSum, sum, position));
            fill(drawn, i -> {
                Expression exponent =
                        binary(BinaryOperator.SUBTRACT, at(Algebra.local(scores), i), Algebra.local(logSum));
                Function exp = new Function("java.lang.Math", "exp", List.of(Primitive.DOUBLE), Primitive.DOUBLE);
                return new Call(exp, List.of(exponent), position);
            });
        }

        private Expression element(VectorSampler sampler, Variable i) {
            List<Expression> parameters = arguments.stream()
                    .map(each -> each.type() instanceof Type.ArrayOf ? at(each, i) : each)
                    .toList();
            return new Draw(sampler.element(), parameters, Optional.empty(), position);
        }

        private void declare(Variable array) {
            out.add(new Declare(array, new New(DOUBLES, List.of(size), position), position));
        }

        private void fill(Variable array, java.util.function.Function<Variable, Expression> value) {
            declare(array);
            Variable i = index("i");
            out.add(loop(i, BinaryOperator.LESS, size, List.of(assign(at(Algebra.local(array), i), value.apply(i)))));
        }

        private Variable index(String name) {
            return names.create(name, Primitive.INT, Origin.GENERATED);
        }

        private Statement assign(Expression target, Expression value) {
            return new Assign(target, value, position);
        }

        private Statement loop(Variable i, BinaryOperator test, Expression bound, List<Statement> body) {
            Expression next = WholeNumbers.add(Algebra.local(i), WholeNumbers.literal(1));
            return new For(
                    List.of(new Declare(i, WholeNumbers.ZERO, Position.NONE)),
                    Algebra.compare(test, Algebra.local(i), bound),
                    List.of(new Assign(Algebra.local(i), next, Position.NONE)),
                    Block.of(body),
                    position);
        }

        private static Expression at(Expression array, Variable i) {
            return new Element(array, Algebra.local(i), Position.NONE);
        }

        private Expression binary(BinaryOperator operator, Expression left, Expression right) {
            return new Binary(operator, left, right, Primitive.DOUBLE, position);
        }
    }
}
