package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.ArrayWrites;
import io.pathwise.processor.differentiate.Reverse.Normalized;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds the body of a reverse method from its parts. */
final class ReverseAssembly {
    private final String method;
    private final Normalized normalized;
    private final Set<Variable> arguments = new LinkedHashSet<>();
    private final ParameterAdjoints parameters;
    private final Variable gradient;
    private final ForwardSweep forward;
    private final Sweeps sweeps;
    private final Optional<SiteAdjoints> sites;

    ReverseAssembly(Program program, Normalized normalized, Variable seed, Variable gradient, Names names) {
        this(program, normalized, seed, gradient, names, Optional.empty());
    }

    /** For a program with draws of whole numbers through which derivatives pass. */
    ReverseAssembly(
            Program program,
            Normalized normalized,
            Variable seed,
            Variable gradient,
            Names names,
            Optional<SiteEstimates> estimates) {
        this.method = program.displayName();
        this.normalized = normalized;
        Set<Variable> active = new LinkedHashSet<>();
        program.parameters().forEach(each -> arguments.add(each.variable()));
        program.activeParameters().forEach(each -> active.add(each.variable()));
        List<Parameter> activeParameters = program.activeParameters();
        Adjoints adjoints = new Adjoints(normalized, active, names);
        this.parameters = new ParameterAdjoints(activeParameters, normalized.value(), seed, gradient, adjoints);
        this.gradient = gradient;
        Kept kept = new Kept(new Memory(gradient, names), normalized.snapshots());
        Linearization.Context context =
                new Linearization.Context(normalized.activity()::isActive, normalized.definitions()::of);
        this.forward = new ForwardSweep(kept);
        this.sites = estimates.map(
                each -> new SiteAdjoints(each, adjoints, normalized.pathValue().orElseThrow(), seed));
        ArrayWrites writes = ArrayWrites.of(normalized.block());
        ReverseSweep reverse = new ReverseSweep(adjoints, context, kept, writes, names, sites);
        Optional<Reductions> reductions =
                sites.isPresent() ? Optional.empty() : Optional.of(new Reductions(adjoints, context));
        this.sweeps = new Sweeps(forward, reverse, adjoints, kept, reductions);
    }

    /** The arrays of the last call are free for this one. */
    private Statement recycle() {
        Expression recycle = new Method(Algebra.local(gradient), "recycle", List.of(), null, Position.NONE);
        return new Evaluate(recycle, Position.NONE);
    }

    Block body() {
        List<Statement> body = new ArrayList<>(parameters.checks(method));
        if (ArrayAdjoints.usesPool(normalized.block())) {
            body.add(recycle());
        }
        if (sites.isPresent()
                || normalized.result().filter(normalized.activity()::isActive).isPresent()) {
            List<Statement> opening = new ArrayList<>(parameters.opening());
            sites.ifPresent(each -> opening.addAll(each.opening()));
            body.addAll(sweeps.of(normalized.block(), arguments, opening, parameters.opened()));
            body.addAll(parameters.handOver());
        } else {
            body.addAll(forward.of(normalized.block().statements()));
        }
        normalized.result().ifPresent(value -> body.add(new Return(Algebra.local(value), Position.NONE)));
        return Block.of(GradientFields.direct(body, parameters.fields()));
    }
}
