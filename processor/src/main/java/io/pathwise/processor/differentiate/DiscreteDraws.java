package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.differentiate.SiteRewriting.Rewritten;
import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.DiscreteStrategy;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.DiscreteRule;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The draws of whole numbers of a method whose distribution depends on an active parameter: derivatives pass through
 * them by weights of alternative outcomes, which {@code io.pathwise.runtime.discrete} derives and proves unbiased.
 */
public final class DiscreteDraws {
    private static final String ALTERED = "With";
    private static final String COUNT = "Draws";

    private final Threaded threaded;
    private final Threaded unchecked;
    private final DiscreteStrategy strategy;
    private final String companion;
    private final Set<Draw> sites;

    private DiscreteDraws(
            Threaded threaded, Threaded unchecked, DiscreteStrategy strategy, String companion, Set<Draw> sites) {
        this.threaded = threaded;
        this.unchecked = unchecked;
        this.strategy = strategy;
        this.companion = companion;
        this.sites = sites;
    }

    /**
     * Finds such draws.
     *
     * @param unchecked the program without checks of parameters of draws
     * @param companion qualified name of the class to be generated
     * @return absent if there are none
     */
    public static Optional<DiscreteDraws> of(
            Threaded threaded, Threaded unchecked, DiscreteStrategy strategy, String companion) {
        Set<Draw> sites = sites(threaded.program());
        return sites.isEmpty()
                ? Optional.empty()
                : Optional.of(new DiscreteDraws(threaded, unchecked, strategy, companion, sites));
    }

    /** Whether a program has such draws. */
    public static boolean isIn(Program program) {
        return !sites(program).isEmpty();
    }

    private static Set<Draw> sites(Program program) {
        Set<Draw> drawn = new LinkedHashSet<>();
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof Draw draw && DiscreteRule.of(draw.sampler()).isPresent()) {
                drawn.add(draw);
            }
        });
        Set<Variable> wanted = new HashSet<>();
        drawn.forEach(each -> wanted.addAll(Expressions.variables(parameter(each))));
        Set<Variable> inputs =
                program.activeParameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        Statement body = ArrayOperations.expand(program.body(), program.names());
        Activity activity = Activity.of(body, inputs, wanted);
        drawn.removeIf(each -> !activity.isActive(parameter(each)));
        return drawn;
    }

    private static Expression parameter(Draw draw) {
        return draw.arguments()
                .get(DiscreteRule.of(draw.sampler()).orElseThrow().differentiated());
    }

    DiscreteStrategy strategy() {
        return strategy;
    }

    /** Whether one alternative is chosen by a uniform number. */
    boolean chooses() {
        return strategy == DiscreteStrategy.COUPLED;
    }

    /** Whether a derivative takes more than the path: a uniform number that chooses, or a baseline. */
    boolean takesMore() {
        return strategy != DiscreteStrategy.COUPLED_ALL;
    }

    /** The program with a mark behind every such draw. */
    Rewritten marked() {
        return SiteRewriting.apply(threaded, sites, threaded.program().names(), (site, drawn, draw) -> {
            return List.of(new Declare(drawn, draw, draw.position()), site.mark());
        });
    }

    /** The variables on which the marks depend. */
    static Set<Variable> wanted(Statement marked) {
        Set<Variable> wanted = new HashSet<>();
        Statements.walk(
                marked,
                each -> Site.of(each).ifPresent(site -> wanted.addAll(Expressions.variables(site.parameter()))));
        return wanted;
    }

    /** The methods on which the modes rely: the altered path, and the number of draws where it must be known before. */
    public List<Program> helpers() {
        List<Program> helpers = new ArrayList<>();
        if (strategy != DiscreteStrategy.SCORE_FUNCTION) {
            helpers.add(altered());
        }
        if (chooses() && Algebra.literal(marked().count()).isEmpty()) {
            helpers.add(counting());
        }
        return helpers;
    }

    /** The value on the path on which one draw has a given outcome; its noise arguments are those of the value. */
    private Program altered() {
        Names names = threaded.program().names();
        Variable draw = names.create("draw", Primitive.INT, Origin.GENERATED);
        Variable outcome = names.create("outcome", Primitive.INT, Origin.GENERATED);
        Threaded rewritten = SiteRewriting.apply(unchecked, sites, names, (site, drawn, original) -> {
                    Expression isAltered = Algebra.compare(BinaryOperator.EQUAL, site.number(), Algebra.local(draw));
                    Expression value =
                            new Conditional(isAltered, Algebra.local(outcome), original, Primitive.INT, Position.NONE);
                    return List.of(new Declare(drawn, value, original.position()));
                })
                .threaded();
        Program strict = Primal.of(rewritten);
        Program primal =
                strict.withBody(Statements.mapExpressions(strict.body(), DiscreteDraws::bounded), strict.names());
        List<Parameter> parameters = new ArrayList<>(primal.parameters());
        parameters.add(new Parameter(draw, Kind.ADDED, Position.NONE));
        parameters.add(new Parameter(outcome, Kind.ADDED, Position.NONE));
        return named(ALTERED, primal.withParameters(parameters));
    }

    /** An outcome that the path cannot have by itself may lead to parameters that it cannot have either. */
    private static Expression bounded(Expression expression) {
        return DiscreteRule.bounded(Expressions.mapChildren(expression, DiscreteDraws::bounded));
    }

    private Program counting() {
        Program program = SiteRewriting.counting(threaded, sites);
        return named(COUNT, Primal.of(new Threaded(program, threaded.noise())));
    }

    private static Program named(String suffix, Program program) {
        return new Program(
                program.owner(),
                program.name() + suffix,
                program.parameters(),
                program.result(),
                program.body(),
                program.variables(),
                program.position());
    }

    /** Calls the altered path. */
    Expression altered(List<Expression> path, Expression draw, Expression outcome) {
        List<Expression> arguments = new ArrayList<>(path);
        arguments.add(draw);
        arguments.add(outcome);
        return call(ALTERED, arguments, Primitive.DOUBLE);
    }

    /** Calls what counts the draws of a path. */
    Expression count(List<Expression> path) {
        return call(COUNT, path, Primitive.INT);
    }

    private Expression call(String suffix, List<Expression> arguments, Type result) {
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Function function = new Function(companion, threaded.program().name() + suffix, types, result);
        return new Call(function, arguments, Position.NONE);
    }

    /** Parameters and noise of the method, which fix a path. */
    List<Expression> path() {
        List<Expression> path = new ArrayList<>();
        threaded.program().parameters().forEach(each -> path.add(Algebra.local(each.variable())));
        threaded.noise().parameters().forEach(each -> path.add(Algebra.local(each.variable())));
        return path;
    }

    /** What a derivative takes beyond the path: a uniform number that chooses, or a baseline. */
    Parameter extra(Names names) {
        return chooses()
                ? new Parameter(names.create("uAlternative", Primitive.DOUBLE, Origin.NOISE), Kind.NOISE, Position.NONE)
                : new Parameter(
                        names.create("baseline", Primitive.DOUBLE, Origin.GENERATED), Kind.ADDED, Position.NONE);
    }
}
