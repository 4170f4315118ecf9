package io.pathwise.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.runtime.Dual;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.testing.Coins;
import io.pathwise.testing.HandWritten;
import io.pathwise.testing.Models;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
    @Test
    void rightDerivativesPass() {
        GradientReport report = GradientCheck.of(Models.call(100, 1))
                .at(100, 0.05, 0.2)
                .seed(1)
                .paths(200)
                .check();
        assertThat(report.partials()).hasSize(600);
        assertThat(report.count(Verdict.AGREES)).isGreaterThanOrEqualTo(597);
        assertThat(report.hasPassed()).isTrue();
        PartialCheck first = report.partials().stream()
                .filter(each -> each.reverse() != 0)
                .findFirst()
                .orElseThrow();
        assertThat(first.difference()).isCloseTo(first.reverse(), within(1e-8));
        assertThat(first.parameter()).isEqualTo("spot");
    }

    @Test
    void longPathsAndDataDependentOnesPass() {
        GradientCheck.of(Models.asian(100, 50, false)).at(100, 0.3).check();
        GradientCheck.of(Models.waiting(0.05)).at(2).check();
    }

    /** x³ with a derivative that is wrong by a factor. */
    private static PathwiseFunction cube(double factor) {
        return function((x, gradient) -> {
            gradient[0] += factor * 3 * x * x;
            return x * x * x;
        });
    }

    private interface OfOne extends java.io.Serializable {
        double apply(double x, double[] gradient);
    }

    private static PathwiseFunction function(OfOne function) {
        return new HandWritten(
                "Model.f",
                List.of("x"),
                NoiseCount.of(0, 0),
                (parameters, normals, uniforms, gradient) -> function.apply(parameters[0], gradient));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-3, 0.2, 1, -5, 1e6, 1e12})
    void theStepSuitsTheSizeOfTheParameter(double x) {
        GradientReport report = GradientCheck.of(cube(1)).at(x).paths(1).check();
        assertThat(report.partials().get(0).difference()).isCloseTo(3 * x * x, within(1e-9 * 3 * x * x));
        assertThat(GradientCheck.of(cube(1 + 1e-5)).at(x).report().hasPassed()).isFalse();
    }

    /** Rounded values of 10 give equal differences that are wrong in the fifth digit. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.1, -1})
    void aSmallSlopeUnderALargeValueIsNoKinkAndAgrees(double x) {
        PathwiseFunction saturated = function((at, gradient) -> {
            double small = 1e-6 * Math.exp(at);
            gradient[0] += small;
            return 10 + small;
        });
        GradientReport report = GradientCheck.of(saturated).at(x).paths(1).check();
        assertThat(report.count(Verdict.AGREES)).isEqualTo(1);
    }

    /** The value is far smaller than the 1 that it is a rounded difference of. */
    private static PathwiseFunction almostSaturated(double factor) {
        return function((x, gradient) -> {
            double tanh = Math.tanh(x);
            gradient[0] += factor * 0.9 * (1 - tanh * tanh);
            return 0.9 * (1 + tanh);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -5, -6, -7, -7.9, -8, -8.1, -9, -10, -11, -12})
    void roundingInsideTheFunctionIsNoError(double x) {
        GradientReport report =
                GradientCheck.of(almostSaturated(1)).at(x).paths(1).check();
        assertThat(report.count(Verdict.AGREES)).isEqualTo(1);
        assertThat(GradientCheck.of(almostSaturated(1.01)).at(x).report().count(Verdict.DISAGREES))
                .isEqualTo(10);
    }

    /** Where rounding leaves a few different values only, or one, nothing disagrees. */
    @Test
    void whatRoundingHasLeftOfAFunctionNeverDisagrees() {
        for (double x = -20; x < -3; x += 1.0 / 64) {
            assertThat(GradientCheck.of(almostSaturated(1))
                            .at(x)
                            .paths(1)
                            .report()
                            .count(Verdict.DISAGREES))
                    .as("at " + x)
                    .isZero();
        }
    }

    @Test
    void aWrongDerivativeIsShownInATable() {
        assertThatThrownBy(() -> GradientCheck.of(cube(1.1)).at(2).paths(2).check())
                .isInstanceOf(AssertionError.class)
                .message()
                .satisfies(message -> {
                    List<String> lines = message.lines().toList();
                    assertThat(lines).hasSize(4);
                    assertThat(lines.get(0))
                            .isEqualTo("Model.f: 2 of 2 partial derivatives disagree, 0 at kinks, 0 undecided");
                    assertThat(lines.get(1).trim().split(" +"))
                            .containsExactly("path", "parameter", "reverse", "forward", "difference", "±", "verdict");
                    assertThat(lines.get(2).trim())
                            .matches("0 +x +13\\.2000000 +13\\.2000000 +12\\.0000000 +[0-9e.-]+ +DISAGREES");
                });
    }

    @Test
    void aKinkIsReported() {
        PathwiseFunction kink = function((x, gradient) -> {
            gradient[0] += x >= 1 ? 3 : 0;
            return 3 * Math.max(x - 1, 0);
        });
        GradientReport report = GradientCheck.of(kink).at(1).paths(1).check();
        assertThat(report.count(Verdict.KINK)).isEqualTo(1);
        assertThat(report.toString()).contains("kink");
        // beside the kink, even closely, the derivative is determined
        assertThat(GradientCheck.of(kink).at(1.001).paths(1).check().count(Verdict.AGREES))
                .isEqualTo(1);
        assertThat(GradientCheck.of(kink).at(0.9999).paths(1).check().count(Verdict.AGREES))
                .isEqualTo(1);
    }

    @Test
    void aWrongDerivativeAtAKinkIsFound() {
        PathwiseFunction kink = function((x, gradient) -> {
            gradient[0] += 3.5;
            return 3 * Math.max(x - 1, 0);
        });
        assertThat(GradientCheck.of(kink).at(1).report().count(Verdict.DISAGREES))
                .isEqualTo(10);
    }

    @Test
    void theEndOfTheDomainIsJudgedFromOneSide() {
        PathwiseFunction root = function((x, gradient) -> {
            if (x < 0) {
                throw new IllegalArgumentException("negative");
            }
            gradient[0] += 2 * x + 1;
            return x * x + x;
        });
        GradientReport report = GradientCheck.of(root).at(0).paths(1).check();
        assertThat(report.partials().get(0).difference()).isCloseTo(1, within(1e-10));
    }

    @Test
    void whatNobodyCanJudgeDoesNotPass() {
        PathwiseFunction jump = function((x, gradient) -> x < 1 ? 0 : 1);
        assertThatThrownBy(() -> GradientCheck.of(jump).at(1).check()).isInstanceOf(AssertionError.class);
        assertThat(GradientCheck.of(jump).at(2).check().count(Verdict.AGREES)).isEqualTo(10);
    }

    @Test
    void aValueThatIsNotFiniteDoesNotPass() {
        PathwiseFunction logarithm = function((x, gradient) -> {
            gradient[0] += 1 / x;
            return Math.log(x);
        });
        assertThatThrownBy(() -> GradientCheck.of(logarithm).at(-1).paths(1).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("path 0: the value is NaN");
    }

    @Test
    void aDerivativeThatIsNaNDisagrees() {
        PathwiseFunction function = function((x, gradient) -> {
            gradient[0] += Double.NaN;
            return x;
        });
        assertThat(GradientCheck.of(function).at(1).report().count(Verdict.DISAGREES))
                .isEqualTo(10);
    }

    /** Forward mode differs from reverse mode. */
    private record Split(PathwiseFunction function, double valueFactor, double tangentFactor)
            implements PathwiseFunction {
        @Override
        public String name() {
            return function.name();
        }

        @Override
        public List<String> parameterNames() {
            return function.parameterNames();
        }

        @Override
        public NoiseCount noise(double[] parameters) {
            return function.noise(parameters);
        }

        @Override
        public double value(double[] parameters, double[] normals, double[] uniforms) {
            return function.value(parameters, normals, uniforms);
        }

        @Override
        public Dual forward(double[] parameters, double[] direction, double[] normals, double[] uniforms) {
            Dual dual = function.forward(parameters, direction, normals, uniforms);
            return new Dual(valueFactor * dual.value(), tangentFactor * dual.tangent());
        }

        @Override
        public double gradient(double[] parameters, double[] normals, double[] uniforms, double[] gradient) {
            return function.gradient(parameters, normals, uniforms, gradient);
        }

        @Override
        public PathwiseFunction copy() {
            return this;
        }
    }

    @Test
    void forwardAndReverseMustAgree() {
        assertThat(GradientCheck.of(new Split(cube(1), 1, 1 + 1e-7))
                        .at(2)
                        .report()
                        .count(Verdict.DISAGREES))
                .isEqualTo(10);
        assertThatThrownBy(() -> GradientCheck.of(new Split(cube(1), 1.5, 1))
                        .at(2)
                        .paths(1)
                        .check())
                .hasMessageContaining("path 0: the value is 8.0, but by forward mode 12.0");
    }

    @Test
    void ofManyParametersSomeAreChecked() {
        int size = 1_000;
        List<String> names = java.util.stream.IntStream.range(0, size)
                .mapToObj(i -> "w[" + i + "]")
                .toList();
        PathwiseFunction sum =
                new HandWritten("Model.sum", names, NoiseCount.of(0, 0), (parameters, normals, uniforms, gradient) -> {
                    double squares = 0;
                    for (int i = 0; i < parameters.length; i++) {
                        gradient[i] += 2 * parameters[i];
                        squares += parameters[i] * parameters[i];
                    }
                    return squares;
                });
        GradientReport report = GradientCheck.of(sum)
                .at(new double[size])
                .paths(1)
                .maximumParameters(10)
                .check();
        assertThat(report.partials())
                .extracting(PartialCheck::parameter)
                .containsExactly(
                        "w[0]", "w[100]", "w[200]", "w[300]", "w[400]", "w[500]", "w[600]", "w[700]", "w[800]",
                        "w[900]");
    }

    @Test
    void wrongArgumentsAreRefused() {
        GradientCheck check = GradientCheck.of(cube(1));
        assertThatThrownBy(() -> check.at(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Model.f has 1 parameters, but got 2");
        assertThatThrownBy(() -> check.at(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Model.f: x must be finite, but is NaN");
        assertThatThrownBy(() -> check.paths(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("paths must be at least 1, but is 0");
        assertThatThrownBy(() -> check.tolerance(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tolerance must be between 0 and 1, but is 0.0");
        assertThatThrownBy(() -> check.maximumParameters(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maximumParameters must be at least 1, but is 0");
        assertThatThrownBy(() -> check.at((double[]) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("parameters");
        assertThatThrownBy(check::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the check of Model.f has no point; set it by at(…)");
    }

    @Test
    void derivativesThroughDrawsOfWholeNumbersAreRightInTheMean() {
        GradientReport report =
                GradientCheck.of(new Coins(2, 1)).at(0.3, 1.5).seed(3).check();
        assertThat(report.count(Verdict.RANDOM)).isEqualTo(10);
        assertThat(report.partials().stream().filter(PartialCheck::isMean).map(PartialCheck::verdict))
                .containsExactly(Verdict.AGREES, Verdict.AGREES);
        PartialCheck mean = report.partials().stream()
                .filter(PartialCheck::isMean)
                .findFirst()
                .orElseThrow();
        assertThat(mean.difference()).isCloseTo(4.5, within(5 * mean.differenceError()));
        assertThat(report.toString()).contains("10 right in the mean only").contains("  mean  p");
    }

    /** A coin that is worth its parameter, and 0.3 more beyond a threshold: the mean jumps there. */
    private record JumpingCoin(double threshold, double factor) implements PathwiseFunction {
        @Override
        public String name() {
            return "Model.coin";
        }

        @Override
        public List<String> parameterNames() {
            return List.of("x");
        }

        @Override
        public NoiseCount noise(double[] parameters) {
            return NoiseCount.of(0, 1);
        }

        @Override
        public double value(double[] parameters, double[] normals, double[] uniforms) {
            return (uniforms[0] < 0.5 ? parameters[0] : 0) + (parameters[0] > threshold ? 0.3 : 0);
        }

        @Override
        public Dual forward(double[] parameters, double[] direction, double[] normals, double[] uniforms) {
            double[] gradient = new double[1];
            double value = gradient(parameters, normals, uniforms, gradient);
            return new Dual(value, gradient[0] * direction[0]);
        }

        @Override
        public double gradient(double[] parameters, double[] normals, double[] uniforms, double[] gradient) {
            // half of the slope that half of the paths have: right in the mean only
            gradient[0] += factor * 0.5;
            return value(parameters, normals, uniforms);
        }

        @Override
        public boolean drawsWholeNumbers() {
            return true;
        }

        @Override
        public PathwiseFunction copy() {
            return this;
        }
    }

    private static PartialCheck meanAtOne(double threshold, double factor) {
        return GradientCheck.of(new JumpingCoin(threshold, factor)).at(1).seed(3).report().partials().stream()
                .filter(PartialCheck::isMean)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.45, 1.2, 1.05, 0.95, 0.6})
    void aRightDerivativeDisagreedWithTheMeanWhereThatJumpsNearby(double threshold) {
        PartialCheck mean = meanAtOne(threshold, 1);
        assertThat(mean.verdict()).isEqualTo(Verdict.AGREES);
        assertThat(mean.difference()).isCloseTo(0.5, within(5 * mean.differenceError()));
        assertThat(meanAtOne(threshold, 1.1).verdict()).isEqualTo(Verdict.DISAGREES);
        assertThat(meanAtOne(threshold, 0.9).verdict()).isEqualTo(Verdict.DISAGREES);
    }

    @Test
    void aMeanThatJumpsNextToThePointIsUndecided() {
        assertThat(meanAtOne(1.01, 1).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThatThrownBy(
                        () -> GradientCheck.of(new JumpingCoin(1.01, 1)).at(1).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("∂/∂x could not be judged on any path");
    }

    /** Wrong by about nine standard errors, of which chance takes no four away. */
    @Test
    void smallerStepsExcuseNoDerivativeThatIsHardlyWrong() {
        for (long seed = 0; seed < 50; seed++) {
            GradientReport report = GradientCheck.of(new Coins(2, 1.4))
                    .at(0.3, 1.5)
                    .seed(seed)
                    .meanPaths(2_000)
                    .report();
            assertThat(report.count(Verdict.DISAGREES)).as("seed " + seed).isEqualTo(1);
        }
    }

    /** At p = 0.9 a step upwards leads out of the domain. */
    @Test
    void stepsOfMeansStayWithinTheDomain() {
        assertThat(GradientCheck.of(new Coins(2, 1)).at(0.9, 1).check().partials())
                .filteredOn(PartialCheck::isMean)
                .extracting(PartialCheck::verdict)
                .containsExactly(Verdict.AGREES, Verdict.AGREES);
    }

    @Test
    void aWrongMeanIsFound() {
        assertThatThrownBy(() -> GradientCheck.of(new Coins(2, 1.1))
                        .at(0.3, 1.5)
                        .meanPaths(100_000)
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 of 22 partial derivatives disagree");
    }

    @Test
    void theNumberOfPathsOfMeansIsChecked() {
        assertThatThrownBy(() -> GradientCheck.of(new Coins(2, 1)).meanPaths(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("meanPaths must be at least 2, but is 1");
    }
}
