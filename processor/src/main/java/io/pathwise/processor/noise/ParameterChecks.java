package io.pathwise.processor.noise;

import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.SamplerRule.Check;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Puts a check of its parameters before every draw whose transform does not check them itself, so that generated code
 * refuses what the sampler refuses. Draws whose parameters are numbers that are known to be right need none.
 */
public final class ParameterChecks {
    private ParameterChecks() {}

    /** The program with the checks. */
    public static Threaded insert(Threaded threaded) {
        Program program = threaded.program();
        Block checked =
                new Block(checked(program.body().statements()), program.body().position());
        return new Threaded(program.withBody(checked, program.names()), threaded.noise());
    }

    private static List<Statement> checked(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            Draws.of(each).forEach(draw -> check(draw).ifPresent(out::add));
            out.add(Rewriting.lists(each, ParameterChecks::checked));
        }
        return out;
    }

    private static Optional<Statement> check(Draw draw) {
        Optional<Check> check = Rules.sampler(draw.sampler()).orElseThrow().check();
        return check.filter(each -> !isKnownToHold(each, draw.arguments()))
                .map(each -> new Call(each.function(), draw.arguments(), Position.NONE))
                .map(call -> new Evaluate(call, draw.position()));
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
