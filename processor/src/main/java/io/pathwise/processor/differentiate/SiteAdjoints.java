package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.SiteEstimates.Choice;
import io.pathwise.processor.program.DiscreteStrategy;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The reverse sweep at draws of whole numbers: what their alternatives do to the value goes to their parameters. */
final class SiteAdjoints {
    private final SiteEstimates estimates;
    private final Adjoints adjoints;
    private final Variable value;
    private final Variable seed;
    private final Map<DiscreteStrategy, Variable> jumps = new EnumMap<>(DiscreteStrategy.class);
    private Choice choice;

    /**
     * Prepares for one program.
     *
     * @param value holds the path's value when the reverse sweep begins
     */
    SiteAdjoints(SiteEstimates estimates, Adjoints adjoints, Variable value, Variable seed) {
        this.estimates = estimates;
        this.adjoints = adjoints;
        this.value = value;
        this.seed = seed;
    }

    /** What is computed between the sweeps. */
    List<Statement> opening() {
        List<Statement> out = new ArrayList<>();
        for (DiscreteStrategy each : DiscreteStrategy.values()) {
            if (estimates.draws().take(each)) {
                open(each, out);
            }
        }
        for (Statement each : out) {
            adjoints.note(((Statement.Declare) each).variable());
        }
        adjoints.note(value);
        return out;
    }

    private void open(DiscreteStrategy strategy, List<Statement> out) {
        if (strategy == DiscreteStrategy.COUPLED) {
            choice = estimates.choose(out);
        }
        Expression start = Algebra.local(seed);
        Expression scaled = switch (strategy) {
            case COUPLED -> Algebra.multiply(estimates.count(), start);
            case COUPLED_ALL -> start;
            case SCORE_FUNCTION -> Algebra.multiply(estimates.centred(Algebra.local(value)), start);
        };
        String name = strategy == DiscreteStrategy.SCORE_FUNCTION ? "scoreBar" : "changeBar";
        Variable jump = estimates.variable(name, Primitive.DOUBLE, Origin.TEMPORARY);
        out.add(SiteEstimates.declare(jump, Algebra.asInitializer(scaled)));
        jumps.put(strategy, jump);
    }

    /** The reverse of a site. */
    Statement reverse(Site site) {
        List<Statement> code = new ArrayList<>();
        Statement whole = switch (site.strategy()) {
            case COUPLED -> {
                Expression alternative =
                        name("alternative", Primitive.INT, SiteEstimates.neighbour(site, choice), code);
                Expression bar = changeBar(site, alternative, code);
                pass(site, "chosenWeight", "addChosen", bar, code, alternative);
                yield estimates.ifChosen(site, choice, code);
            }
            case COUPLED_ALL -> {
                Variable alternative = estimates.variable("alternative", Primitive.INT, Origin.GENERATED);
                Expression other = Algebra.local(alternative);
                Expression bar = changeBar(site, other, code);
                pass(site, "weight", "add", bar, code, other);
                yield SiteEstimates.forEachAlternative(site, alternative, code);
            }
            case SCORE_FUNCTION -> {
                adjoints.markUnbounded(site.parameter());
                pass(site, "score", "addScore", jump(site), code);
                yield Block.of(code);
            }
        };
        return estimates.explained(site, whole);
    }

    private Expression changeBar(Site site, Expression alternative, List<Statement> code) {
        Expression change = name(
                "change", Primitive.DOUBLE, estimates.change(site.number(), alternative, Algebra.local(value)), code);
        return Algebra.multiply(change, jump(site));
    }

    private Expression jump(Site site) {
        return Algebra.local(jumps.get(site.strategy()));
    }

    private Expression name(String name, Primitive type, Expression expression, List<Statement> code) {
        Variable variable = estimates.variable(name, type, Origin.GENERATED);
        code.add(SiteEstimates.declare(variable, expression));
        return Algebra.local(variable);
    }

    /** Adds to the adjoint of the parameter: by a weight, or for an array by a method that knows the weights. */
    private void pass(
            Site site, String weight, String add, Expression bar, List<Statement> code, Expression... others) {
        Expression parameter = site.parameter();
        if (!site.rule().isVector()) {
            Expression amount = Algebra.multiply(SiteEstimates.weight(weight, site, others), bar);
            code.add(ReverseSweep.increase(adjoints.ofLeaf(parameter), amount));
            return;
        }
        List<Expression> arguments = new ArrayList<>(List.of(site.outcome()));
        arguments.addAll(List.of(others));
        arguments.add(bar);
        arguments.add(adjoints.ofArray(parameter));
        Expression call = site.rule().call(add, null, site.arguments(), arguments.toArray(Expression[]::new));
        code.add(new Evaluate(call, Position.NONE));
    }
}
