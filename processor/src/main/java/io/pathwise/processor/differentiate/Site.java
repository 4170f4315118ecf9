package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.DiscreteStrategy;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.DiscreteRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A draw of a whole number through which a derivative passes, as a statement of the program: it stands behind the draw,
 * computes nothing, and is what the modes put the derivative in place of.
 *
 * @param rule the distribution
 * @param strategy how the derivative passes
 * @param number which draw of the path it is, among those of its strategy
 * @param outcome the variable with the draw
 * @param arguments the distribution's parameters
 */
record Site(
        DiscreteRule rule,
        DiscreteStrategy strategy,
        Expression number,
        Expression outcome,
        List<Expression> arguments) {
    private static final String MARK = "site:";

    Site {
        arguments = List.copyOf(arguments);
    }

    /** The site as a statement. */
    Statement mark() {
        List<Expression> all = new ArrayList<>(List.of(number, outcome));
        all.addAll(arguments);
        List<Type> types = new ArrayList<>(rule.sampler().parameters());
        Function function = new Function(
                rule.sampler().owner(), mark(strategy) + rule.sampler().name(), types, null);
        return new Evaluate(new Call(function, all, Position.NONE), Position.NONE);
    }

    private static String mark(DiscreteStrategy strategy) {
        return MARK + strategy + ":";
    }

    /** The site for which a statement stands. */
    static Optional<Site> of(Statement statement) {
        return statement instanceof Evaluate evaluate && evaluate.expression() instanceof Call call
                ? Stream.of(DiscreteStrategy.values())
                        .filter(each -> call.function().name().startsWith(mark(each)))
                        .findFirst()
                        .flatMap(each -> of(call, each))
                : Optional.empty();
    }

    private static Optional<Site> of(Call call, DiscreteStrategy strategy) {
        Function marked = call.function();
        String name = marked.name().substring(mark(strategy).length());
        List<Expression> all = call.arguments();
        return DiscreteRule.of(new Function(marked.owner(), name, marked.parameters(), Type.Primitive.INT))
                .map(rule -> new Site(rule, strategy, all.get(0), all.get(1), all.subList(2, all.size())));
    }

    /** The parameter in which the distribution is differentiated. */
    Expression parameter() {
        return arguments.get(rule.differentiated());
    }

    /** {@code n ~ poisson(mean)}. */
    String text() {
        List<String> texts = arguments.stream().map(Printer::mathematical).toList();
        Variable drawn = ((Local) outcome).variable();
        return drawn.name() + " ~ " + rule.sampler().name() + "(" + String.join(", ", texts) + ")";
    }
}
