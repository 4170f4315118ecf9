package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.SiteEstimates.Choice;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.DiscreteStrategy;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Forward mode at draws of whole numbers: tangents of their parameters make tangents of the value. */
final class SiteTangents {
    private final SiteEstimates estimates;
    private final UnaryOperator<Expression> tangent;
    private final Map<DiscreteStrategy, Variable> rates = new EnumMap<>(DiscreteStrategy.class);
    private Variable alternative;
    private Choice choice;
    private Expression unaltered;

    /**
     * Prepares for one program.
     *
     * @param tangent the tangent of a variable or array
     */
    SiteTangents(SiteEstimates estimates, UnaryOperator<Expression> tangent) {
        this.estimates = estimates;
        this.tangent = tangent;
    }

    /** What is known before the path is run. */
    List<Statement> opening() {
        List<Statement> out = new ArrayList<>();
        for (DiscreteStrategy each : DiscreteStrategy.values()) {
            if (estimates.draws().take(each)) {
                open(each, out);
            }
        }
        return out;
    }

    private void open(DiscreteStrategy strategy, List<Statement> out) {
        String name = switch (strategy) {
            case COUPLED -> "weightDot";
            case COUPLED_ALL -> "changeDot";
            case SCORE_FUNCTION -> "scoreDot";
        };
        rates.put(strategy, estimates.variable(name, Primitive.DOUBLE, Origin.GENERATED));
        if (strategy == DiscreteStrategy.COUPLED) {
            alternative = estimates.variable("alternative", Primitive.INT, Origin.GENERATED);
            choice = estimates.choose(out);
            out.add(SiteEstimates.declare(alternative, WholeNumbers.ZERO));
        } else if (strategy == DiscreteStrategy.COUPLED_ALL) {
            Variable value = estimates.variable("unaltered", Primitive.DOUBLE, Origin.GENERATED);
            out.add(SiteEstimates.declare(value, estimates.unaltered()));
            unaltered = Algebra.local(value);
        }
        out.add(SiteEstimates.declare(rates.get(strategy), Algebra.integer(0)));
    }

    /** What a site adds. */
    Statement at(Site site) {
        List<Statement> code = new ArrayList<>();
        Expression rate = Algebra.local(rates.get(site.strategy()));
        Statement whole = switch (site.strategy()) {
            case COUPLED -> {
                Expression other = Algebra.local(alternative);
                code.add(new Assign(other, SiteEstimates.neighbour(site, choice), Position.NONE));
                Expression weighted = weighted(site, "chosenWeight", "chosenTangent", other);
                code.add(new Assign(rate, weighted, Position.NONE));
                yield estimates.ifChosen(site, choice, code);
            }
            case COUPLED_ALL -> {
                Variable each = estimates.variable("alternative", Primitive.INT, Origin.GENERATED);
                Expression change = estimates.change(site.number(), Algebra.local(each), unaltered);
                Expression weighted = weighted(site, "weight", "tangent", Algebra.local(each));
                code.add(ReverseSweep.increase(rate, Algebra.multiply(weighted, change)));
                yield SiteEstimates.forEachAlternative(site, each, code);
            }
            case SCORE_FUNCTION -> {
                code.add(ReverseSweep.increase(rate, score(site)));
                yield Block.of(code);
            }
        };
        return estimates.explained(site, whole);
    }

    /** At the ends of its range, where the score is not a number, a parameter that does not move passes nothing on. */
    private Expression score(Site site) {
        Expression score = weighted(site, "score", "scoreTangent");
        if (site.rule().isVector()) {
            return score;
        }
        Expression dot = tangent.apply(site.parameter());
        Expression isStill = Algebra.compare(BinaryOperator.EQUAL, dot, Algebra.number(0));
        return Algebra.conditional(isStill, Algebra.number(0), score);
    }

    private Expression weighted(Site site, String weight, String vectorTangent, Expression... others) {
        if (!site.rule().isVector()) {
            return Algebra.multiply(SiteEstimates.weight(weight, site, others), tangent.apply(site.parameter()));
        }
        List<Expression> arguments = new ArrayList<>(List.of(others));
        arguments.add(tangent.apply(site.parameter()));
        return SiteEstimates.weight(vectorTangent, site, arguments.toArray(Expression[]::new));
    }

    /** What the draws add to the tangent of the value. */
    Expression tangent(Expression value) {
        Expression sum = Algebra.number(0);
        for (DiscreteStrategy each : rates.keySet()) {
            sum = Algebra.add(sum, tangent(value, each));
        }
        return sum;
    }

    private Expression tangent(Expression value, DiscreteStrategy strategy) {
        Expression dot = Algebra.local(rates.get(strategy));
        return switch (strategy) {
            case COUPLED -> {
                Expression number =
                        choice.draw().<Expression>map(Algebra::local).orElse(WholeNumbers.ZERO);
                Expression change = estimates.change(number, Algebra.local(alternative), value);
                Expression all = Algebra.multiply(Algebra.multiply(estimates.count(), dot), change);
                Expression none = Algebra.compare(BinaryOperator.EQUAL, dot, Algebra.number(0));
                yield Algebra.conditional(none, Algebra.number(0), all);
            }
            case COUPLED_ALL -> dot;
            case SCORE_FUNCTION -> Algebra.multiply(estimates.centred(value), dot);
        };
    }
}
