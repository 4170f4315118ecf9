package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.analyze.Definitions;
import io.pathwise.processor.differentiate.SiteRewriting.Rewritten;
import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.normalize.Elementary;
import io.pathwise.processor.normalize.ExitArms;
import io.pathwise.processor.normalize.LoopBounds;
import io.pathwise.processor.normalize.TailForm;
import io.pathwise.processor.normalize.Versions;
import io.pathwise.processor.normalize.Versions.Versioned;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.LoopInvariants;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reverse mode: a forward sweep computes the value and keeps what is worth keeping, a reverse sweep passes adjoints from
 * the value back to the parameters and adds them to the gradient.
 */
public final class Reverse {
    private Reverse() {}

    /**
     * The program that adds {@code seed} times its derivative to a gradient and returns its value.
     *
     * @param records which of its parameters are components of records
     * @param gradientType qualified name of the class of the gradient
     */
    public static Program of(Threaded threaded, RecordParameters records, String gradientType) {
        return of(threaded, records, gradientType, Optional.empty());
    }

    /**
     * The same for a method with draws of whole numbers through which derivatives pass; takes what their estimates need
     * besides, noise after the noise and anything else last.
     */
    public static Program of(Threaded threaded, RecordParameters records, String gradientType, DiscreteDraws draws) {
        return of(threaded, records, gradientType, Optional.of(draws));
    }

    private static Program of(
            Threaded given, RecordParameters records, String gradientType, Optional<DiscreteDraws> draws) {
        Optional<Rewritten> marked = draws.map(DiscreteDraws::marked);
        Threaded threaded = marked.map(Rewritten::threaded).orElse(given);
        Program program = threaded.program();
        Names names = program.names();
        Variable seed = names.create("seed", Primitive.DOUBLE, Origin.GENERATED);
        Variable gradient = names.create("gradient", new Type.Reference(gradientType), Origin.GENERATED);
        Normalized normalized = normalize(program, records, gradient, names, marked.map(Rewritten::count));
        Optional<Parameter> choice = draws.flatMap(each -> each.choice(names));
        Optional<Parameter> baseline = draws.flatMap(each -> each.baseline(names));
        Optional<SiteEstimates> estimates = draws.map(each -> new SiteEstimates(
                each,
                each.path(),
                normalized.count().orElseThrow(),
                choice.map(Parameter::variable),
                baseline.map(Parameter::variable),
                each.scratch(gradient),
                names));
        ReverseAssembly assembly = new ReverseAssembly(program, normalized, seed, gradient, names, estimates);
        return new Program(
                program.owner(),
                program.name() + "Reverse",
                parameters(threaded, seed, gradient, choice, baseline),
                program.result(),
                assembly.body(),
                names.next(),
                program.position());
    }

    private static List<Parameter> parameters(
            Threaded threaded,
            Variable seed,
            Variable gradient,
            Optional<Parameter> choice,
            Optional<Parameter> baseline) {
        List<Parameter> parameters = new ArrayList<>(threaded.program().parameters());
        parameters.addAll(threaded.noise().parameters());
        choice.ifPresent(parameters::add);
        parameters.add(new Parameter(seed, Parameter.Kind.ADDED, Position.NONE));
        parameters.add(new Parameter(gradient, Parameter.Kind.ADDED, Position.NONE));
        baseline.ifPresent(parameters::add);
        return parameters;
    }

    /**
     * A program in the form that can be run backwards.
     *
     * @param block elementary statements, every exit at the end of its path, every value with a name of its own
     * @param versioned what the names stand for
     * @param activity which of them carry derivatives
     * @param value the variable of the method's value
     * @param result its last version; absent if every path returns a constant
     * @param arrays the adjoints of arrays
     * @param snapshots variables that hold elements which their arrays hold no longer at the end
     * @param pathValue the value once more, as something that is constant; present where derivatives pass through draws
     *     of whole numbers
     * @param count the number of such draws, likewise
     */
    record Normalized(
            Block block,
            Versioned versioned,
            Activity activity,
            Definitions definitions,
            Variable value,
            Optional<Variable> result,
            ArrayAdjoints arrays,
            Set<Variable> snapshots,
            Optional<Variable> pathValue,
            Optional<Expression> count) {}

    private static Normalized normalize(
            Program called, RecordParameters records, Variable gradient, Names names, Optional<Expression> count) {
        Set<Variable> inputs =
                called.activeParameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        Program whole = called.withBody(ArrayOperations.expand(called.body(), names), names);
        Program program = whole.withBody(LoopBounds.settle(whole, names), names);
        Activity rough = Activity.of(program.body(), inputs, DiscreteDraws.wanted(program.body()));
        Block ruled = UserRules.apply(program.body(), rough, names);
        Block body = Preaccumulation.apply(program.withBody(ruled, names), rough, gradient, names);
        // A path that returns a constant has nothing to run backwards: its return stays where it is.
        Predicate<Return> constant =
                exit -> count.isEmpty() && !rough.isActive(exit.value().orElseThrow());
        Variable value = names.create("value", program.result(), Origin.GENERATED);
        Block straightExits = ExitArms.moveOut(body, each -> computes(each, rough, constant), names);
        Block tail = TailForm.apply(straightExits, value, constant, names);
        Optional<Variable> pathValue = count.map(each -> names.create("pathValue", program.result(), Origin.TEMPORARY));
        Optional<Variable> draws = count.map(each -> names.create("draws", Type.Primitive.INT, Origin.TEMPORARY));
        if (count.isPresent()) {
            List<Statement> all = new ArrayList<>(tail.statements());
            all.add(SiteEstimates.declare(pathValue.get(), Algebra.local(value)));
            all.add(SiteEstimates.declare(draws.get(), count.get()));
            tail = Block.of(all);
        }
        Set<Variable> given = new LinkedHashSet<>();
        program.parameters().forEach(each -> given.add(each.variable()));
        Versioned versioned = Versions.split(tail, given, value, names);
        Set<Variable> results = versioned.result().stream().collect(Collectors.toSet());
        results.addAll(DiscreteDraws.wanted(versioned.block()));
        Activity activities = Activity.of(versioned.block(), inputs, results);
        SourceCalls calls = SourceCalls.of(program, records);
        Elementary.Split elementary = Elementary.splitLasting(
                versioned.block(),
                activities::isActive,
                each -> Explanation.of(calls.source(each), versioned::origin),
                names);
        Block hoisted = LoopInvariants.hoist(elementary.block(), versioned::isOnlyVersion);
        Activity activity = Activity.of(hoisted, inputs, results);
        Definitions definitions = new Definitions(hoisted);
        ArrayAdjoints arrays = new ArrayAdjoints(program, activity, gradient, names);
        Block complete = arrays.introduce(program, hoisted);
        Set<Variable> snapshots = arrays.withAdjoints(elementary.snapshots());
        Optional<Expression> number =
                count.map(each -> Algebra.literal(each).isPresent() ? each : Algebra.local(draws.get()));
        return new Normalized(
                complete,
                versioned,
                activity,
                definitions,
                value,
                versioned.result(),
                arrays,
                snapshots,
                pathValue,
                number);
    }

    /** Whether something is computed that the reverse sweep passes. */
    private static boolean computes(Statement statement, Activity activity, Predicate<Return> constant) {
        return Statements.any(
                statement,
                each -> each instanceof Return exit && !constant.test(exit)
                        || each instanceof Assign assign && activity.isActive(assign.value())
                        || each instanceof Declare declare
                                && declare.initializer()
                                        .filter(activity::isActive)
                                        .isPresent());
    }
}
