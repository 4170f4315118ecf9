package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.argument;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.Partial.Condition;
import io.pathwise.processor.simplify.Algebra;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesTest {
    static Stream<Method> functionsOfDoubles() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(library -> Arrays.stream(library.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("random"))
                .filter(RulesTest::concernsDoubles);
    }

    @ParameterizedTest
    @MethodSource("functionsOfDoubles")
    void everyFunctionOfDoublesHasARule(Method method) {
        Function function = function(method);
        FunctionRule rule = Rules.function(function).orElseThrow();
        int arity = method.getParameterCount();
        assertThat(rule.partials().of(RuleFixture.variables(arity), Algebra.local(RuleFixture.RESULT)))
                .hasSize(arity);
    }

    @Test
    void functionsOfWholeNumbersHaveNone() {
        assertThat(Rules.function(new Function("java.lang.Math", "abs", List.of(Primitive.INT), Primitive.INT)))
                .isEmpty();
        List<Type> integers = List.of(Primitive.INT, Primitive.INT);
        assertThat(Rules.function(new Function("java.lang.Math", "floorMod", integers, Primitive.INT)))
                .isEmpty();
        assertThat(Rules.function(new Function("lib.Lib", "sin", List.of(Primitive.DOUBLE), Primitive.DOUBLE)))
                .isEmpty();
    }

    @Test
    void remainderOperator() {
        double[] point = {7.5, -2};
        Map<io.pathwise.processor.program.Variable, Double> values = RuleFixture.values(point);
        values.put(RuleFixture.RESULT, 7.5 % -2);
        List<Partial> partials = Rules.remainder(argument(0), argument(1), Algebra.local(RuleFixture.RESULT));
        Evaluator evaluator = new Evaluator(values);
        assertThat(evaluator.evaluate(partials.get(0).value())).isEqualTo(1);
        assertThat(evaluator.evaluate(partials.get(1).value())).isEqualTo(3);
        assertThat(partials.get(1).regular()).contains(new Condition(argument(1), Condition.Kind.NONZERO));
    }

    @Test
    void partialDerivativesOfRemaindersAreWhole() {
        for (double left = -3.05; left < 3; left += 0.1) {
            Map<io.pathwise.processor.program.Variable, Double> values = RuleFixture.values(new double[] {left, 0.7});
            values.put(RuleFixture.RESULT, left % 0.7);
            List<Partial> partials = Rules.remainder(argument(0), argument(1), Algebra.local(RuleFixture.RESULT));
            double inDivisor = new Evaluator(values).evaluate(partials.get(1).value());
            assertThat(inDivisor).isEqualTo(-(double) (int) (left / 0.7) + 0.0);
        }
    }

    @Test
    void quotientOperator() {
        Map<io.pathwise.processor.program.Variable, Double> values = RuleFixture.values(new double[] {6, 4});
        values.put(RuleFixture.RESULT, 1.5);
        List<Partial> partials = Rules.quotient(argument(0), argument(1), Algebra.local(RuleFixture.RESULT));
        Evaluator evaluator = new Evaluator(values);
        assertThat(evaluator.evaluate(partials.get(0).value())).isEqualTo(0.25);
        assertThat(evaluator.evaluate(partials.get(1).value())).isEqualTo(-0.375);
        assertThat(partials)
                .allSatisfy(partial ->
                        assertThat(partial.regular()).contains(new Condition(argument(1), Condition.Kind.NONZERO)));
    }

    @Test
    void divisionByALiteralIsAlwaysRegular() {
        Expression result = Algebra.local(RuleFixture.RESULT);
        assertThat(Rules.quotient(argument(0), Algebra.integer(2), result)
                        .get(0)
                        .regular())
                .isEmpty();
        assertThat(Rules.quotient(argument(0), Algebra.integer(0), result)
                        .get(0)
                        .regular())
                .isPresent();
    }

    private static boolean concernsDoubles(Method method) {
        return method.getReturnType() == double.class
                || Arrays.asList(method.getParameterTypes()).contains(double.class);
    }

    private static Function function(Method method) {
        List<Type> parameters =
                Arrays.stream(method.getParameterTypes()).map(RulesTest::type).toList();
        return new Function(
                method.getDeclaringClass().getName(), method.getName(), parameters, type(method.getReturnType()));
    }

    private static Type type(Class<?> type) {
        return Primitive.valueOf(type.getName().toUpperCase(Locale.ROOT));
    }
}
