package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of which both modes make their estimates.
 *
 * @param draws the method's draws
 * @param path the arguments that fix the path
 * @param count the number of draws of the path among which one is chosen
 * @param uniform the uniform number that chooses, where one is chosen
 * @param baseline a number near the mean of the value, where scores are taken
 * @param scratch memory for the altered path, where it makes arrays and there is a gradient that has some
 */
record SiteEstimates(
        DiscreteDraws draws,
        List<Expression> path,
        Expression count,
        Optional<Variable> uniform,
        Optional<Variable> baseline,
        Optional<Expression> scratch,
        Names names) {
    /**
     * The alternative that one path takes.
     *
     * @param draw which draw; absent where there is one only
     * @param side what of the uniform number is left for the choice between neighbours
     */
    record Choice(Optional<Variable> draw, Expression side) {}

    /** Chooses a draw by the uniform number, and adds the statements that do so. */
    Choice choose(List<Statement> out) {
        Expression u = Algebra.local(uniform.orElseThrow());
        if (Algebra.is(count, 1)) {
            return new Choice(Optional.empty(), u);
        }
        Variable scaled = variable("scaled", Primitive.DOUBLE, Origin.TEMPORARY);
        Variable chosen = variable("chosen", Primitive.INT, Origin.GENERATED);
        Variable side = variable("side", Primitive.DOUBLE, Origin.GENERATED);
        out.add(declare(scaled, Algebra.multiply(u, count)));
        out.add(declare(chosen, new Cast(Algebra.local(scaled), Primitive.INT, Position.NONE)));
        out.add(declare(side, Algebra.subtract(Algebra.local(scaled), Algebra.local(chosen))));
        return new Choice(Optional.of(chosen), Algebra.local(side));
    }

    /** The statements for the chosen draw only. */
    Statement ifChosen(Site site, Choice choice, List<Statement> code) {
        return choice.draw()
                .<Statement>map(chosen -> new If(
                        new Binary(
                                BinaryOperator.EQUAL,
                                site.number(),
                                Algebra.local(chosen),
                                Primitive.BOOLEAN,
                                Position.NONE),
                        Block.of(code),
                        Block.EMPTY,
                        Position.NONE))
                .orElseGet(() -> Block.of(code));
    }

    /** The statements for each alternative of a draw in turn. */
    static Statement forEachAlternative(Site site, Variable alternative, List<Statement> code) {
        Expression other = Algebra.local(alternative);
        Expression first = site.rule().call("next", Primitive.INT, site.arguments(), site.outcome(), site.outcome());
        Expression next = site.rule().call("next", Primitive.INT, site.arguments(), site.outcome(), other);
        Expression condition =
                new Binary(BinaryOperator.NOT_EQUAL, other, site.outcome(), Primitive.BOOLEAN, Position.NONE);
        return new For(
                List.of(declare(alternative, first)),
                condition,
                List.of(new Assign(other, next, Position.NONE)),
                Block.of(code),
                Position.NONE);
    }

    /** The outcome beside the drawn one that the path takes instead. */
    static Expression neighbour(Site site, Choice choice) {
        return site.rule().call("neighbour", Primitive.INT, site.arguments(), site.outcome(), choice.side());
    }

    /** A weight of a scalar parameter. */
    static Expression weight(String name, Site site, Expression... others) {
        List<Expression> all = new ArrayList<>(List.of(site.outcome()));
        all.addAll(List.of(others));
        return site.rule().call(name, Primitive.DOUBLE, site.arguments(), all.toArray(Expression[]::new));
    }

    /** The value, run for itself. */
    Expression unaltered() {
        return draws.altered(path, WholeNumbers.literal(Sites.NONE), WholeNumbers.ZERO, scratch);
    }

    /** How much the value changes when a draw has another outcome. */
    Expression change(Expression number, Expression alternative, Expression value) {
        return Algebra.subtract(draws.altered(path, number, alternative, scratch), value);
    }

    /** The value less the baseline. */
    Expression centred(Expression value) {
        return Algebra.subtract(value, Algebra.local(baseline.orElseThrow()));
    }

    Variable variable(String name, Primitive type, Origin origin) {
        return names.create(name, type, origin);
    }

    static Statement declare(Variable variable, Expression value) {
        return new Declare(variable, value, Position.NONE);
    }

    /** The code of a site under a comment. */
    Statement explained(Site site, Statement code) {
        String parameter = site.rule().parameters().get(site.rule().differentiated());
        String how = switch (site.strategy()) {
            case COUPLED, COUPLED_ALL ->
                "the value jumps where the boundary to another outcome moves with " + parameter;
            case SCORE_FUNCTION -> "∂ log probability/∂" + parameter + " times the value";
        };
        List<Statement> statements = code instanceof Block block ? block.statements() : List.of(code);
        return new Explained(site.text() + ": " + how, statements, Position.NONE);
    }
}
