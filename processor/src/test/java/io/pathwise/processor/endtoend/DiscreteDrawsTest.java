package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.Discrete;
import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.PathwiseFunction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mean of the derivatives through draws of whole numbers is the derivative of the mean, in closed form. */
class DiscreteDrawsTest {
    private static final int PATHS = 100_000;
    private static final double STANDARD_ERRORS = 4;
    private static final Map<Discrete, CompilationResult> COMPILED = new ConcurrentHashMap<>();

    static PathwiseFunction function(Discrete strategy, String method, double baseline, Object... constants) {
        List<Object> arguments = new ArrayList<>(Arrays.asList(constants));
        if (strategy == Discrete.SCORE_FUNCTION) {
            arguments.add(baseline);
        }
        return function(strategy, method, arguments);
    }

    /** The function that the factory with these arguments makes. */
    static PathwiseFunction function(Discrete strategy, String method, List<Object> arguments) {
        CompilationResult compiled = COMPILED.computeIfAbsent(
                strategy, each -> Programs.compile(DiscretePrograms.SOURCE.replace("STRATEGY", each.name())));
        try {
            for (Method each : compiled.load("demo.ChancesPathwise").getDeclaredMethods()) {
                if (each.getName().equals(method + "Function") && each.getParameterCount() == arguments.size()) {
                    each.setAccessible(true);
                    return (PathwiseFunction) each.invoke(null, arguments.toArray());
                }
            }
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException(failure);
        }
        throw new IllegalArgumentException(method);
    }

    /** The function of a method that takes a baseline whatever its own strategy. */
    private static PathwiseFunction withBaseline(Discrete strategy, String method, double baseline) {
        return strategy == Discrete.SCORE_FUNCTION
                ? function(strategy, method, baseline)
                : function(strategy, method, 0, baseline);
    }

    private static void check(PathwiseFunction function, double[] parameters, double value, double... gradient) {
        Estimate estimate = MonteCarlo.of(function).paths(PATHS).seed(20).estimate(parameters);
        double[] errors = estimate.gradientStandardErrors();
        assertThat(estimate.value())
                .as("value of %s", function.name())
                .isCloseTo(value, within(STANDARD_ERRORS * estimate.standardError() + 1e-12));
        for (int i = 0; i < gradient.length; i++) {
            assertThat(estimate.gradient()[i])
                    .as("partial %d of %s", i, function.name())
                    .isCloseTo(gradient[i], within(STANDARD_ERRORS * errors[i] + 1e-12));
        }
        forwardIsReverse(function, parameters);
    }

    /** Path by path, on the same noise. */
    private static void forwardIsReverse(PathwiseFunction function, double[] parameters) {
        var random = new java.util.SplittableRandom(5);
        for (int path = 0; path < 50; path++) {
            double[] normals = random.doubles(400).map(u -> 3 * u - 1.5).toArray();
            double[] uniforms = random.doubles(400).toArray();
            double[] gradient = new double[parameters.length];
            double value = function.gradient(parameters, normals, uniforms, gradient);
            assertThat(value).isEqualTo(function.value(parameters, normals, uniforms));
            for (int i = 0; i < parameters.length; i++) {
                double[] direction = new double[parameters.length];
                direction[i] = 1;
                var dual = function.forward(parameters, direction, normals, uniforms);
                assertThat(dual.value()).isEqualTo(value);
                assertThat(dual.tangent())
                        .as("tangent %d of %s", i, function.name())
                        .isCloseTo(gradient[i], within(1e-11 * Math.max(1, Math.abs(gradient[i]))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCoin(Discrete strategy) {
        check(function(strategy, "coin", 2), new double[] {0.3, 1}, 1.9, 3, 1.9);
        check(function(strategy, "comparison", 2), new double[] {0.3, 1}, 1.9, 3, 1.9);
    }

    /** From inside, by weights of the impossible outcome; a score cannot see it and says so. */
    @ParameterizedTest
    @EnumSource
    void certainOutcomes(Discrete strategy) {
        double expected = strategy == Discrete.SCORE_FUNCTION ? Double.NaN : 3;
        for (double p : new double[] {0, 1}) {
            double[] both = derivatives(function(strategy, "coin", 2), p, 1);
            assertThat(both).containsExactly(expected, expected);
        }
    }

    /** Below 0 and above 1 the threshold moves no boundary. */
    @ParameterizedTest
    @EnumSource
    void thresholdsBesideTheUniformNumber(Discrete strategy) {
        for (double p : new double[] {-0.5, 1.5}) {
            double[] both = derivatives(function(strategy, "comparison", 2), p, 1);
            assertThat(both).containsExactly(0, 0);
        }
    }

    /** The first partial derivative, by reverse and by forward mode. */
    private static double[] derivatives(PathwiseFunction function, double... parameters) {
        double[] gradient = new double[parameters.length];
        double[] direction = new double[parameters.length];
        direction[0] = 1;
        double[] uniforms = {0.4, 0.6};
        function.gradient(parameters, new double[0], uniforms, gradient);
        return new double[] {
            gradient[0],
            function.forward(parameters, direction, new double[0], uniforms).tangent()
        };
    }

    @ParameterizedTest
    @EnumSource
    void aWalkThatSlowsDown(Discrete strategy) {
        check(function(strategy, "walk", 32.6, 100), new double[] {0.5}, 32.6443332857585, 56.6078706262819);
        check(function(strategy, "walkSquared", 1080, 100), new double[] {0.5}, squareOfWalk(0.5), 3700.00359413853);
        check(function(strategy, "walk", 20, 100), new double[] {0.3}, walk(0.3)[0], 63.3075324292631);
        check(function(strategy, "walk", 44, 100), new double[] {0.7}, walk(0.7)[0], 50.5688523752024);
    }

    private static double squareOfWalk(double p) {
        return walk(p)[1];
    }

    private static double[] walk(double p) {
        double[] probability = new double[102];
        probability[0] = 1;
        for (int i = 1; i <= 100; i++) {
            double[] next = new double[102];
            for (int n = 0; n < i; n++) {
                double up = p * (1 - (n + i) / 200.0);
                next[n] += probability[n] * (1 - up);
                next[n + 1] += probability[n] * up;
            }
            probability = next;
        }
        double mean = 0;
        double square = 0;
        for (int n = 0; n < probability.length; n++) {
            mean += n * probability[n];
            square += (double) n * n * probability[n];
        }
        return new double[] {mean, square};
    }

    @ParameterizedTest
    @EnumSource
    void stepsUpAndDown(Discrete strategy) {
        check(function(strategy, "steps", 0, 50), new double[] {100}, steps(50, 100), 0.113477835790986);
        check(function(strategy, "steps", 0, 100), new double[] {50}, steps(100, 50), 0.477808726850218);
        check(function(strategy, "comparedSteps", 0, 50), new double[] {100}, steps(50, 100), 0.113477835790986);
    }

    private static double steps(int steps, double p) {
        double[] probability = new double[steps + 2];
        probability[0] = 1;
        for (int i = 0; i < steps; i++) {
            double[] next = new double[steps + 2];
            for (int x = 0; x <= i; x++) {
                double up = Math.exp(-x / p);
                next[x + 1] += probability[x] * up;
                if (x > 0) {
                    next[x - 1] += probability[x] * (1 - up);
                }
            }
            probability = next;
        }
        double mean = 0;
        for (int x = 0; x < probability.length; x++) {
            mean += x * probability[x];
        }
        return mean;
    }

    @ParameterizedTest
    @EnumSource
    void everyDistribution(Discrete strategy) {
        check(
                function(strategy, "binomialSquare", 5, 6),
                new double[] {0.3},
                6 * 0.3 * 0.7 + 3.24,
                6 - 12 * 0.3 + 21.6);
        check(function(strategy, "poissonSquare", 5), new double[] {1.7}, 1.7 + 2.89, 1 + 3.4);
        double q = 0.6;
        double geometricSquare = (1 - q) * (2 - q) / (q * q);
        check(
                function(strategy, "geometricSquare", 1),
                new double[] {q},
                geometricSquare,
                3 / (q * q) - 4 / (q * q * q));
        // successes r: E = r (1 − q) / q² + r² (1 − q)² / q²
        check(
                function(strategy, "negativeBinomialSquare", 5, 3),
                new double[] {q},
                (3 * (1 - q) + 9 * (1 - q) * (1 - q)) / (q * q),
                3 * (q - 2) / (q * q * q) + 18 * (q - 1) / (q * q * q));
    }

    @ParameterizedTest
    @EnumSource
    void anArrayIsIndexedByACategory(Discrete strategy) {
        double[] weights = {0.5, 2, 1.5};
        double[] values = {1, 3, -2};
        double mean = (0.5 * 1 + 2 * 9 + 1.5 * 4) / 4;
        check(
                function(strategy, "category", mean, 3, 3),
                new double[] {weights[0], weights[1], weights[2], values[0], values[1], values[2]},
                mean,
                (1 - mean) / 4,
                (9 - mean) / 4,
                (4 - mean) / 4,
                2 * 0.125,
                6 * 0.5,
                -4 * 0.375);
    }

    @ParameterizedTest
    @EnumSource
    void categoriesByComputedWeights(Discrete strategy) {
        // a chain of two states with transition rates a and b, weights overwritten on the way
        double a = 0.3;
        double b = 0.6;
        check(
                function(strategy, "chain", 1, 8),
                new double[] {a, b},
                chain(a, b),
                slope(a, b, 1, 0),
                slope(a, b, 0, 1));
    }

    private static double slope(double a, double b, double da, double db) {
        double h = 1e-5;
        return (chain(a + h * da, b + h * db) - chain(a - h * da, b - h * db)) / (2 * h);
    }

    private static double chain(double a, double b) {
        double one = 0;
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            one = one * (1 - b / (1 + b)) + (1 - one) * a / (1 + a);
            sum += one;
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void aPoissonNumberOfExponentialClaims(Discrete strategy) {
        check(function(strategy, "claims", 6), new double[] {3, 2}, 6, 2, 3);
        // E[S²] = Var + mean² = 2 λ s² + λ² s²
        check(function(strategy, "claimsSquared", 60), new double[] {3, 2}, 24 + 36, 8 + 24, 24 + 36);
    }

    @ParameterizedTest
    @EnumSource
    void aProbabilityThatIsDrawnItselfAndBranchesThatDrawDifferently(Discrete strategy) {
        double mu = 0.4;
        double sigma = 0.7;
        double c = 1.5;
        double v = 1 + 2 * sigma * sigma;
        double p = Math.exp(-mu * mu / v) / Math.sqrt(v);
        double pMu = -2 * mu / v * p;
        double pSigma = p * (mu * mu / (v * v) - 0.5 / v) * 4 * sigma;
        double jump = mu * mu + 1 - c;
        check(
                function(strategy, "mixture", c),
                new double[] {mu, sigma, c},
                p * (mu * mu + 1) + (1 - p) * c,
                pMu * jump + p * 2 * mu,
                pSigma * jump,
                1 - p);
    }

    @ParameterizedTest
    @EnumSource
    void aSumThatPassesDerivativesFromDrawToDraw(Discrete strategy) {
        double start = 1.5;
        double mean = start + 3 * (2 - 0.3);
        check(
                function(strategy, "drift", mean * start),
                new double[] {0.3, start},
                mean * start,
                -3 * start,
                start + mean);
    }

    @ParameterizedTest
    @EnumSource
    void loopsAsLongAsADrawSays(Discrete strategy) {
        check(function(strategy, "untilFailure", 1.5), new double[] {0.6}, 1.5, 1 / 0.16);
    }

    /** Whatever the method says; it is the same method three times. */
    @ParameterizedTest
    @EnumSource
    void drawsOfEveryStrategyInOneMethod(Discrete strategy) {
        // thinned, a Poisson number stays one: E[n²] = μ + μ²
        double mu = 6 * 0.5 * 0.4;
        double slope = 1 + 2 * mu;
        check(
                withBaseline(strategy, "everyStrategy", mu + mu * mu),
                new double[] {6, 0.5, 0.4},
                mu + mu * mu,
                slope * 0.5 * 0.4,
                slope * 6 * 0.4,
                slope * 6 * 0.5);
    }

    @ParameterizedTest
    @EnumSource
    void aDrawWithAStrategyBesideOneWithout(Discrete strategy) {
        check(
                function(strategy, "ownStrategies", 3),
                new double[] {0.3, 0.6},
                1 + 2 * 0.3 + 4 * 0.6 + 8 * 0.18,
                2 + 8 * 0.6,
                4 + 8 * 0.3);
    }

    @ParameterizedTest
    @EnumSource
    void aQueue(Discrete strategy) {
        double h = 1e-5;
        double arrivals = 1.3;
        double service = 0.4;
        double cost = 0.5;
        check(
                function(strategy, "queue", 20, 6),
                new double[] {arrivals, service, cost},
                queue(arrivals, service, cost),
                (queue(arrivals + h, service, cost) - queue(arrivals - h, service, cost)) / (2 * h),
                (queue(arrivals, service + h, cost) - queue(arrivals, service - h, cost)) / (2 * h),
                6 * arrivals);
    }

    /** The mean cost by the distribution of the length. */
    private static double queue(double arrivals, double service, double cost) {
        int longest = 70;
        double[] length = new double[longest];
        length[0] = 1;
        double total = 6 * arrivals * cost;
        for (int t = 0; t < 6; t++) {
            double[] arrived = new double[longest];
            for (int n = 0; n < longest; n++) {
                double q = Math.exp(-arrivals);
                for (int k = 0; n + k < longest; k++) {
                    arrived[n + k] += length[n] * q;
                    q *= arrivals / (k + 1);
                }
            }
            double[] next = new double[longest];
            for (int n = 0; n < longest; n++) {
                double q = Math.pow(1 - service, n);
                for (int k = 0; k <= n; k++) {
                    next[n - k] += arrived[n] * q;
                    q *= (n - k) * service / ((k + 1) * (1 - service));
                }
            }
            length = next;
            for (int n = 0; n < longest; n++) {
                total += n * length[n];
            }
        }
        return total;
    }
}
