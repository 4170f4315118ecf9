package io.pathwise.processor.noise;

import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.normalize.TemporaryName;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.SamplerRule.Check;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Puts a check of its parameters before every draw whose transform does not check them itself, so that generated code
 * refuses what the sampler refuses. Draws whose parameters are numbers that are known to be right need none.
 */
public final class ParameterChecks {
    private final Optional<Names> names;

    private ParameterChecks(Optional<Names> names) {
        this.names = names;
    }

    /** The program with the checks, to be differentiated: what check and draw both compute is shared afterwards. */
    public static Threaded insert(Threaded threaded) {
        return inserted(
                threaded,
                new ParameterChecks(Optional.empty()),
                threaded.program().names());
    }

    /** The program with the checks, in which no call of a function is written once for the check and once for the draw. */
    public static Threaded insertSharing(Threaded threaded) {
        Names names = threaded.program().names();
        return inserted(threaded, new ParameterChecks(Optional.of(names)), names);
    }

    private static Threaded inserted(Threaded threaded, ParameterChecks checks, Names names) {
        Program program = threaded.program();
        Block checked = new Block(
                LoopChecks.moveOut(checks.checked(program.body().statements())),
                program.body().position());
        return new Threaded(program.withBody(checked, names), threaded.noise());
    }

    private List<Statement> checked(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            Map<Draw, Expression> shared = new IdentityHashMap<>();
            Draws.of(each).forEach(draw -> check(draw, shared, out));
            Statement sharing = shared.isEmpty() ? each : Statements.mapExpressions(each, value -> with(shared, value));
            out.add(Rewriting.lists(sharing, this::checked));
        }
        return out;
    }

    private void check(Draw draw, Map<Draw, Expression> shared, List<Statement> out) {
        Optional<Check> check = Rules.sampler(draw.sampler())
                .orElseThrow()
                .check()
                .filter(each -> !isKnownToHold(each, draw.arguments()));
        if (check.isPresent()) {
            List<Expression> arguments =
                    draw.arguments().stream().map(each -> named(each, out)).toList();
            if (!arguments.equals(draw.arguments())) {
                shared.put(draw, draw.withArguments(arguments));
            }
            Call call = new Call(check.get().function(), arguments, Position.NONE);
            out.add(new Evaluate(call, draw.position()));
        }
    }

    /** The argument under a name of its own, if it calls a function. */
    private Expression named(Expression argument, List<Statement> out) {
        if (names.isEmpty() || !Expressions.any(argument, each -> each instanceof Call)) {
            return argument;
        }
        Variable variable = names.get().create(TemporaryName.of(argument), argument.type(), Origin.GENERATED);
        out.add(new Declare(variable, Optional.of(argument), argument.position()));
        return new Local(variable, argument.position());
    }

    private static Expression with(Map<Draw, Expression> shared, Expression expression) {
        return expression instanceof Draw draw && shared.containsKey(draw)
                ? shared.get(draw)
                : Expressions.mapChildren(expression, child -> with(shared, child));
    }

    private static boolean isKnownToHold(Check check, List<Expression> arguments) {
        List<OptionalDouble> numbers =
                arguments.stream().map(ParameterChecks::number).toList();
        return numbers.stream().allMatch(OptionalDouble::isPresent)
                && check.holds()
                        .test(numbers.stream()
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .toArray());
    }

    private static OptionalDouble number(Expression expression) {
        return expression instanceof Constant constant && constant.value() instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : Algebra.literal(expression);
    }
}
