package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.program.DiscreteStrategy;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.DiscreteRule;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The draws of whole numbers of a program through which derivatives pass.
 *
 * @param draws those whose distribution depends on an active parameter
 * @param standard the strategy of those that have none of their own
 */
record Sites(Set<Draw> draws, DiscreteStrategy standard) {
    /** What no draw is numbered. */
    static final int NONE = -1;

    /** Finds them. */
    static Sites of(Program program, DiscreteStrategy standard) {
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
        return new Sites(drawn, standard);
    }

    private static Expression parameter(Draw draw) {
        return draw.arguments()
                .get(DiscreteRule.of(draw.sampler()).orElseThrow().differentiated());
    }

    boolean isEmpty() {
        return draws.isEmpty();
    }

    boolean contains(Expression expression) {
        return expression instanceof Draw && draws.contains(expression);
    }

    DiscreteStrategy strategy(Draw draw) {
        return draw.strategy().orElse(standard);
    }

    /** The strategies of all of them. */
    Set<DiscreteStrategy> strategies() {
        return draws.stream()
                .map(this::strategy)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DiscreteStrategy.class)));
    }

    /**
     * How those of a strategy are numbered. A number must say which draw has another outcome, whatever its strategy: so
     * beside draws that are counted from 0 upwards others are counted downwards.
     */
    Numbering numbering(DiscreteStrategy strategy, Program program, Names names) {
        boolean isDownwards =
                strategy == DiscreteStrategy.COUPLED_ALL && strategies().contains(DiscreteStrategy.COUPLED);
        return Numbering.of(
                program,
                each -> contains(each) && strategy((Draw) each) == strategy,
                isDownwards ? NONE - 1 : 0,
                isDownwards ? -1 : 1,
                names);
    }
}
