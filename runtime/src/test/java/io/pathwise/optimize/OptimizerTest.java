package io.pathwise.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.testing.HandWritten;
import io.pathwise.testing.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    /** (x − target − ε)² + 10 (y + 1)², whose mean is least at x = target, y = −1, where it is 1. */
    private static PathwiseFunction bowl(double target) {
        return new HandWritten(
                "Model.bowl", List.of("x", "y"), NoiseCount.of(1, 0), (parameters, normals, uniforms, gradient) -> {
                    double x = parameters[0] - target - normals[0];
                    double y = parameters[1] + 1;
                    gradient[0] += 2 * x;
                    gradient[1] += 20 * y;
                    return x * x + 10 * y * y;
                });
    }

    @Test
    void gradientDescentFindsTheMinimum() {
        Optimum optimum = StochasticGradientDescent.of(bowl(2))
                .learningRate(LearningRate.inverseTime(0.05, 100))
                .batch(32)
                .steps(4_000)
                .averaging(0.5)
                .seed(1)
                .minimize(10, 10);
        // the mean of 64,000 ε has a standard deviation of 0.004
        assertThat(optimum.parameter("x")).isCloseTo(2, within(0.02));
        assertThat(optimum.parameter("y")).isCloseTo(-1, within(1e-6));
        assertThat(optimum.recentValue(1_000)).isCloseTo(1, within(0.05));
        assertThat(optimum.history()).hasSize(4_000);
        assertThat(optimum.isPartial()).isFalse();
    }

    @Test
    void theFirstStepIsTheGradientTimesTheRate() {
        Optimum optimum = StochasticGradientDescent.of(bowl(2))
                .learningRate(0.01)
                .steps(1)
                .minimize(0, 3);
        assertThat(optimum.parameter("y")).isCloseTo(3 - 0.01 * 80, within(1e-14));
        Step step = optimum.history().get(0);
        assertThat(step.number()).isZero();
        assertThat(step.learningRate()).isEqualTo(0.01);
        assertThat(step.gradientNorm()).isCloseTo(Math.hypot(80, optimum.parameter("x") / 0.01), within(1e-9));
    }

    @Test
    void momentumAddsUpGradients() {
        PathwiseFunction slope = new HandWritten(
                "Model.slope", List.of("x"), NoiseCount.of(0, 0), (parameters, normals, uniforms, gradient) -> {
                    gradient[0] += 1;
                    return parameters[0];
                });
        StochasticGradientDescent descent =
                StochasticGradientDescent.of(slope).learningRate(1).steps(3);
        assertThat(descent.minimize(0).parameters()).containsExactly(-3);
        assertThat(descent.maximize(0).parameters()).containsExactly(3);
        // velocities 1, 1.5, 1.75
        assertThat(descent.momentum(0.5).minimize(0).parameters()).containsExactly(-4.25);
        // the mean of −2 and −3
        assertThat(descent.averaging(0.6).minimize(0).parameters()).containsExactly(-2.5);
        assertThat(descent.bounds(new double[] {-1.5}, new double[] {9})
                        .minimize(0)
                        .parameters())
                .containsExactly(-1.5);
    }

    @Test
    void adamFollowsTheAuthorsFormulas() {
        Optimum one = Adam.of(bowl(2)).learningRate(0.1).steps(1).minimize(0, 3);
        // after one step both corrected moments are those of the gradient: the step is the rate, up to ε
        assertThat(one.parameters()[1]).isCloseTo(3 - 0.1, within(1e-9));

        double x = 3;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= 5; t++) {
            double g = 20 * (x + 1);
            m = 0.8 * m + 0.2 * g;
            v = 0.9 * v + 0.1 * g * g;
            x -= 0.1 * (m / (1 - Math.pow(0.8, t))) / (Math.sqrt(v / (1 - Math.pow(0.9, t))) + 1e-4);
        }
        Optimum five = Adam.of(bowl(2))
                .learningRate(0.1)
                .decayRates(0.8, 0.9)
                .epsilon(1e-4)
                .steps(5)
                .minimize(0, 3);
        assertThat(five.parameters()[1]).isCloseTo(x, within(1e-12));
    }

    @Test
    void adamFindsTheMinimum() {
        Optimum optimum = Adam.of(bowl(2))
                .learningRate(LearningRate.cosine(0.1, 1e-4))
                .steps(2_000)
                .seed(3)
                .minimize(10, 10);
        assertThat(optimum.parameter("x")).isCloseTo(2, within(0.05));
        assertThat(optimum.parameter("y")).isCloseTo(-1, within(1e-3));
    }

    @Test
    void theMeanOverDataIsOptimised() {
        List<PathwiseFunction> data =
                DoubleStream.of(1, 2, 3, 6, 8).mapToObj(OptimizerTest::bowl).toList();
        Optimum optimum = Adam.of(Objective.meanOverData(data, 5, 1))
                .learningRate(LearningRate.cosine(0.1, 1e-4))
                .steps(3_000)
                .minimize(0, 0);
        assertThat(optimum.parameter("x")).isCloseTo(4, within(0.1));
    }

    @Test
    void everyFunctionHasItsTurn() {
        Shuffle shuffle = new Shuffle(7, 3);
        List<List<Integer>> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                order.add(shuffle.at(7L * epoch + i));
            }
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
            epochs.add(order);
        }
        assertThat(epochs.get(0)).isNotEqualTo(epochs.get(1));
        assertThat(new Shuffle(7, 3).at(15)).isEqualTo(epochs.get(2).get(1));
    }

    @Test
    void aModelIsCalibratedToPrices() {
        List<PathwiseFunction> calls = new ArrayList<>();
        List<Double> prices = new ArrayList<>();
        for (double strike : new double[] {90, 100, 110}) {
            calls.add(Models.call(strike, 1));
            prices.add(Models.callClosedForm(100, 0.03, 0.25, strike, 1)[0]);
        }
        double[] targets = prices.stream().mapToDouble(Double::doubleValue).toArray();
        Optimum optimum = Adam.of(Objective.leastSquares(calls, targets, 20_000, 1))
                .learningRate(LearningRate.exponential(0.02, 1e-4))
                .steps(400)
                .bounds(new double[] {100, -1, 1e-3}, new double[] {100, 1, 2})
                .minimize(100, 0, 0.1);
        // with 20,000 paths a price has an error of 0.1, a vega is 40
        assertThat(optimum.parameter("volatility")).isCloseTo(0.25, within(0.01));
        assertThat(optimum.parameter("rate")).isCloseTo(0.03, within(0.01));
        assertThat(optimum.parameter("spot")).isEqualTo(100);
        assertThat(optimum.history().get(399).value()).isLessThan(0.02);
    }

    @Test
    void equalSeedsGiveEqualResults() {
        Adam adam = Adam.of(bowl(2)).steps(50);
        assertThat(adam.seed(1).minimize(0, 0).parameters())
                .isEqualTo(adam.seed(1).minimize(0, 0).parameters())
                .isNotEqualTo(adam.seed(2).minimize(0, 0).parameters());
        List<Double> first =
                adam.minimize(0, 0).history().stream().map(Step::value).toList();
        assertThat(first).doesNotHaveDuplicates();
    }

    @Test
    void numbersOfDrawsMayDependOnData() {
        // the mean of θ · draws is 10 θ, so that its least square distance from 20 is at θ = 2
        Optimum optimum = Adam.of(Objective.leastSquares(List.of(Models.waiting(0.1)), new double[] {20}, 2_000, 1))
                .learningRate(LearningRate.exponential(0.1, 1e-3))
                .steps(200)
                .minimize(1);
        assertThat(optimum.parameters()[0]).isCloseTo(2, within(0.2));
    }

    @Test
    void listenersSeeEveryStep() {
        List<Long> numbers = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        Optimum optimum = Adam.of(bowl(2))
                .steps(5)
                .listener((step, parameters) -> {
                    numbers.add(step.number());
                    positions.add(parameters[0]);
                })
                .minimize(0, 0);
        assertThat(numbers).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(positions.get(4)).isEqualTo(optimum.parameter("x"));
    }

    @Test
    void interruptionReturnsWhatIsThere() {
        Optimum optimum = Adam.of(bowl(2))
                .listener((step, parameters) -> {
                    if (step.number() == 9) {
                        Thread.currentThread().interrupt();
                    }
                })
                .averaging(0.5)
                .minimize(0, 0);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(optimum.isPartial()).isTrue();
        assertThat(optimum.history()).hasSize(10);
        assertThat(optimum.parameter("x")).isNotZero();
    }

    @Test
    void ratesFollowTheirSchedules() {
        assertThat(LearningRate.constant(0.3).at(17, 100)).isEqualTo(0.3);
        assertThat(LearningRate.inverseTime(0.4, 50).at(50, 100)).isEqualTo(0.2);
        assertThat(LearningRate.exponential(1, 0.01).at(50, 100)).isCloseTo(0.1, within(1e-15));
        assertThat(LearningRate.cosine(1, 0.5).at(0, 100)).isEqualTo(1);
        assertThat(LearningRate.cosine(1, 0.5).at(50, 100)).isCloseTo(0.75, within(1e-15));
    }

    @Test
    void wrongArgumentsAreRefused() {
        Adam adam = Adam.of(bowl(2));
        assertRefused(() -> adam.steps(0), "steps must be at least 1, but is 0");
        assertRefused(() -> adam.batch(0), "batch must be at least 1, but is 0");
        assertRefused(() -> adam.learningRate(-1), "rate must be positive and finite, but is -1.0");
        assertRefused(() -> adam.averaging(1), "share must be at least 0 and less than 1, but is 1.0");
        assertRefused(() -> adam.decayRates(0.9, 1), "second must be at least 0 and less than 1, but is 1.0");
        assertRefused(() -> adam.epsilon(0), "epsilon must be positive and finite, but is 0.0");
        assertRefused(() -> adam.minimize(1), "Model.bowl has 2 parameters, but the start has 1");
        assertRefused(() -> adam.minimize(1, Double.NaN), "Model.bowl: the start of y must be finite, but is NaN");
        assertRefused(() -> adam.bounds(new double[1], new double[2]), "there are 1 lower bounds, but 2 upper bounds");
        assertRefused(
                () -> adam.bounds(new double[] {1}, new double[] {0}),
                "lower bound 1.0 of parameter 0 is not below upper bound 0.0");
        assertRefused(
                () -> adam.bounds(new double[1], new double[1]).minimize(0, 0),
                "there are bounds for 1 parameters, but there are 2");
        assertRefused(
                () -> adam.bounds(new double[2], new double[2]).minimize(0, 1),
                "parameter 1 starts at 1.0, out of its bounds 0.0 and 0.0");
        assertRefused(() -> Objective.meanOverData(List.of(), 1, 1), "an objective needs at least one function");
        assertRefused(
                () -> Objective.meanOverData(List.of(bowl(1), Models.gaussian()), 1, 1),
                "the functions of an objective need the same parameters, but Model.bowl and Models.gaussian have different"
                        + " ones");
        assertRefused(
                () -> Objective.leastSquares(List.of(bowl(1)), new double[2], 1, 1),
                "there are 1 functions, but 2 targets");
        assertRefused(
                () -> Objective.leastSquares(List.of(bowl(1)), new double[] {Double.NaN}, 1, 1),
                "targets must be finite, but are [NaN]");
        assertRefused(
                () -> Objective.mean(bowl(1), 1, 1).evaluate(0, new double[2], new double[1]),
                "gradient.length is 1, but there are 2 parameters");
        assertRefused(
                () -> Objective.leastSquares(List.of(bowl(1)), new double[1], 1, 1)
                        .evaluate(0, new double[2], new double[3]),
                "gradient.length is 3, but there are 2 parameters");
        assertRefused(() -> adam.steps(1).minimize(0, 0).parameter("z"), "there is no parameter z");
        assertThatThrownBy(() -> Adam.of(Objective.mean(bowl(1), 1, 1)).batch(3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("set the batch where the objective is made, which has one of its own");
    }

    @Test
    void nullsHadNoName() {
        Adam adam = Adam.of(bowl(2));
        List<PathwiseFunction> holed = Arrays.asList(bowl(1), null);
        Objective objective = Objective.mean(bowl(1), 1, 1);
        assertNullNamed("function", () -> Objective.mean(null, 1, 1));
        assertNullNamed("functions", () -> Objective.meanOverData(null, 1, 1));
        assertNullNamed("functions[1]", () -> Objective.meanOverData(holed, 1, 1));
        assertNullNamed("functions", () -> Objective.leastSquares(null, new double[1], 1, 1));
        assertNullNamed("functions[1]", () -> Objective.leastSquares(holed, new double[2], 1, 1));
        assertNullNamed("targets", () -> Objective.leastSquares(List.of(bowl(1)), null, 1, 1));
        assertNullNamed("parameters", () -> objective.evaluate(0, null, new double[2]));
        assertNullNamed("gradient", () -> objective.evaluate(0, new double[2], null));
        assertNullNamed("lower", () -> adam.bounds(null, null));
        assertNullNamed("upper", () -> adam.bounds(new double[1], null));
        assertNullNamed("start", () -> adam.minimize((double[]) null));
    }

    private static void assertNullNamed(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isExactlyInstanceOf(NullPointerException.class).hasMessage(name);
    }

    @Test
    void aNegativeStepWasEvaluated() {
        List<Objective> objectives =
                List.of(Objective.mean(bowl(1), 1, 1), Objective.leastSquares(List.of(bowl(1)), new double[1], 1, 1));
        for (Objective objective : objectives) {
            assertRefused(
                    () -> objective.evaluate(-1, new double[2], new double[2]), "step must be at least 0, but is -1");
        }
    }

    @Test
    void whatDivergesIsNamed() {
        assertThatThrownBy(() -> StochasticGradientDescent.of(bowl(2))
                        .learningRate(1e200)
                        .minimize(0, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageMatching(
                        "step 1 of Model.bowl: the value is Infinity; a smaller learning rate or bounds may help");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
