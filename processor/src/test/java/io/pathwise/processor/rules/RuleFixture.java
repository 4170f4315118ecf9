package io.pathwise.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Evaluates the rules of one function of {@code Math} and of its twin in {@code StrictMath}. */
record RuleFixture(List<Function> twins) {
    static final Variable RESULT = new Variable(99, "result", Primitive.DOUBLE, Origin.GENERATED);

    /** A function from doubles to a double. */
    static RuleFixture rule(String name, int arity) {
        return rule(name, Primitive.DOUBLE, Collections.nCopies(arity, Primitive.DOUBLE));
    }

    static RuleFixture rule(String name, Type result, List<? extends Type> parameters) {
        return new RuleFixture(List.of(
                new Function("java.lang.Math", name, List.copyOf(parameters), result),
                new Function("java.lang.StrictMath", name, List.copyOf(parameters), result)));
    }

    /** Asserts that all partial derivatives agree with differences and are finite by their own account. */
    RuleFixture agreesWithDifferencesAt(double... point) {
        for (Function function : twins) {
            double[] partials = partials(function, variables(point.length), point);
            for (int i = 0; i < point.length; i++) {
                double expected = Differences.central(moved -> Evaluator.call(function, moved), point, i);
                assertThat(partials[i])
                        .as("partial %d of %s at %s", i, function.signature(), Arrays.toString(point))
                        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            }
        }
        return this;
    }

    /** Asserts the values of the partial derivatives at a point, to the last but one digit. */
    RuleFixture hasPartials(double[] point, double... expected) {
        return hasPartials(variables(point.length), point, expected);
    }

    /** Asserts the same with arguments that are not all variables. */
    RuleFixture hasPartials(List<Expression> arguments, double[] point, double... expected) {
        for (Function function : twins) {
            double[] partials = partials(function, arguments, point);
            for (int i = 0; i < expected.length; i++) {
                assertThat(partials[i])
                        .as("partial %d of %s at %s", i, function.signature(), Arrays.toString(point))
                        .isCloseTo(expected[i], within(4 * Math.ulp(expected[i])));
            }
        }
        return this;
    }

    /** The condition for a partial derivative to be finite. */
    List<Partial> partials() {
        return partialsOf(twins.get(0), variables(twins.get(0).parameters().size()));
    }

    FunctionRule rule() {
        FunctionRule rule = Rules.function(twins.get(0)).orElseThrow();
        FunctionRule strict = Rules.function(twins.get(1)).orElseThrow();
        assertThat(strict.cost()).isEqualTo(rule.cost());
        assertThat(strict.smoothness()).isEqualTo(rule.smoothness());
        return rule;
    }

    /** The expressions of the arguments that are variables: {@code x0, x1, …}. */
    static List<Expression> variables(int count) {
        return IntStream.range(0, count).mapToObj(RuleFixture::argument).toList();
    }

    static Expression argument(int index) {
        return Algebra.local(variable(index));
    }

    static Map<Variable, Double> values(double[] point) {
        Map<Variable, Double> values = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(variable(i), point[i]);
        }
        return values;
    }

    static List<Partial> partialsOf(Function function, List<Expression> arguments) {
        List<Partial> partials = Rules.function(function)
                .orElseThrow(() -> new AssertionError("no rule for " + function.signature()))
                .partials()
                .of(arguments, Algebra.local(RESULT));
        assertThat(partials).hasSameSizeAs(arguments);
        return partials;
    }

    private static Variable variable(int index) {
        return new Variable(index, "x" + index, Primitive.DOUBLE, Origin.SOURCE);
    }

    private static double[] partials(Function function, List<Expression> arguments, double[] point) {
        Map<Variable, Double> values = values(point);
        Evaluator evaluator = new Evaluator(values);
        double[] given = arguments.stream().mapToDouble(evaluator::evaluate).toArray();
        values.put(RESULT, Evaluator.call(function, given));
        return partialsOf(function, arguments).stream()
                .mapToDouble(partial -> evaluator.evaluate(partial.value()))
                .toArray();
    }
}
