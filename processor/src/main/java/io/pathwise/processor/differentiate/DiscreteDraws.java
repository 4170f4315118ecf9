package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.SiteRewriting.Rewritten;
import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.DiscreteStrategy;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The draws of whole numbers of a method whose distribution depends on an active parameter: derivatives pass through
 * them by weights of alternative outcomes, which {@code io.pathwise.runtime.discrete} derives and proves unbiased.
 */
public final class DiscreteDraws {
    private static final String ALTERED = "With";
    private static final String COUNT = "Draws";
    private static final Type SCRATCH = new Type.Reference("io.pathwise.runtime.Gradient");

    private final Threaded threaded;
    private final Threaded unchecked;
    private final String companion;
    private final Sites sites;

    private DiscreteDraws(Threaded threaded, Threaded unchecked, String companion, Sites sites) {
        this.threaded = threaded;
        this.unchecked = unchecked;
        this.companion = companion;
        this.sites = sites;
    }

    /**
     * Finds such draws.
     *
     * @param unchecked the program without checks of parameters of draws
     * @param standard the strategy of draws that have none of their own
     * @param companion qualified name of the class to be generated
     * @return absent if there are none
     */
    public static Optional<DiscreteDraws> of(
            Threaded threaded, Threaded unchecked, DiscreteStrategy standard, String companion) {
        Sites sites = Sites.of(threaded.program(), standard);
        return sites.isEmpty()
                ? Optional.empty()
                : Optional.of(new DiscreteDraws(threaded, unchecked, companion, sites));
    }

    /** Whether a program has such draws. */
    public static boolean isIn(Program program) {
        return !Sites.of(program, DiscreteStrategy.COUPLED).isEmpty();
    }

    /** Whether some take a strategy. */
    boolean take(DiscreteStrategy strategy) {
        return sites.strategies().contains(strategy);
    }

    /** The program with a mark behind every such draw. */
    Rewritten marked() {
        return SiteRewriting.marked(threaded, sites, threaded.program().names());
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
        if (take(DiscreteStrategy.COUPLED) || take(DiscreteStrategy.COUPLED_ALL)) {
            helpers.add(altered());
            if (makesArrays()) {
                helpers.add(inScratchMemory(altered()));
            }
        }
        if (take(DiscreteStrategy.COUPLED) && Algebra.literal(marked().count()).isEmpty()) {
            helpers.add(counting());
        }
        return helpers;
    }

    /** The value on the path on which one draw has a given outcome; its noise arguments are those of the value. */
    private Program altered() {
        Names names = threaded.program().names();
        Variable draw = names.create("draw", Primitive.INT, Origin.GENERATED);
        Variable outcome = names.create("outcome", Primitive.INT, Origin.GENERATED);
        Threaded rewritten = SiteRewriting.altered(unchecked, sites, names, (site, drawn, original) -> {
            Expression isAltered = Algebra.compare(BinaryOperator.EQUAL, site.number(), Algebra.local(draw));
            Expression value = site.strategy() == DiscreteStrategy.SCORE_FUNCTION
                    ? original
                    : new Conditional(isAltered, Algebra.local(outcome), original, Primitive.INT, Position.NONE);
            return List.of(new Declare(drawn, value, original.position()));
        });
        Program strict = Primal.of(rewritten);
        Program primal =
                strict.withBody(Statements.mapExpressions(strict.body(), DiscreteDraws::bounded), strict.names());
        List<Parameter> parameters = new ArrayList<>(primal.parameters());
        parameters.add(new Parameter(draw, Kind.ADDED, Position.NONE));
        parameters.add(new Parameter(outcome, Kind.ADDED, Position.NONE));
        return named(ALTERED, primal.withParameters(parameters));
    }

    /** Whether the method makes arrays, for which the altered path then takes memory that is used again. */
    boolean makesArrays() {
        Program program = threaded.program();
        return PooledArrays.areIn(ArrayOperations.expand(program.body(), program.names()));
    }

    private static Program inScratchMemory(Program altered) {
        Names names = altered.names();
        Variable scratch = names.create("scratch", SCRATCH, Origin.GENERATED);
        Block expanded = ArrayOperations.expand(altered.body(), names);
        List<Parameter> parameters = new ArrayList<>(altered.parameters());
        parameters.add(new Parameter(scratch, Kind.ADDED, Position.NONE));
        return altered.withParameters(parameters).withBody(new PooledArrays(scratch).in(expanded), names);
    }

    /** The argument that hands the altered path the memory of a gradient, if it needs some. */
    Optional<Expression> scratch(Variable gradient) {
        return makesArrays()
                ? Optional.of(new Method(Algebra.local(gradient), "scratch", List.of(), SCRATCH, Position.NONE))
                : Optional.empty();
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

    /** Calls the altered path, with scratch memory if there is some. */
    Expression altered(List<Expression> path, Expression draw, Expression outcome, Optional<Expression> scratch) {
        List<Expression> arguments = new ArrayList<>(path);
        arguments.add(draw);
        arguments.add(outcome);
        scratch.ifPresent(arguments::add);
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

    /** The uniform number that a derivative takes to choose an alternative. */
    Optional<Parameter> choice(Names names) {
        return take(DiscreteStrategy.COUPLED)
                ? Optional.of(new Parameter(
                        names.create("uAlternative", Primitive.DOUBLE, Origin.NOISE), Kind.NOISE, Position.NONE))
                : Optional.empty();
    }

    /** The number near the mean of the value that a derivative takes. */
    Optional<Parameter> baseline(Names names) {
        return take(DiscreteStrategy.SCORE_FUNCTION)
                ? Optional.of(new Parameter(
                        names.create("baseline", Primitive.DOUBLE, Origin.GENERATED), Kind.ADDED, Position.NONE))
                : Optional.empty();
    }
}
