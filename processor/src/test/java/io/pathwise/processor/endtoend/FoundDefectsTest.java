package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.Gradient;
import io.pathwise.runtime.NoiseExhaustedException;
import io.pathwise.runtime.PathwiseFunction;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects that were found after the fact, each under the name of what it was. */
class FoundDefectsTest {
    private static final String HELPERS = """
            record P(double x, int n) {}
            static final double[] LEVELS = {0.5, 1.5};
            static double weight(int i) { return 1 / (2.0 + i % 5); }
            static double root(double c) { return Math.sqrt(1 + c); }
            static double sum(double[] c) { return c[0] + c[1]; }
            static double level(boolean b) { return b ? 0.3 : 0.7; }
            @Pathwise static double fromLoop(double a, int n) { for (int r = 0; r < n; r++) { return a; } return 1.5 * a; }
            """;

    private static Subject compile(String parameters, String body, String... constants) {
        return compileBeside("", parameters, body, constants);
    }

    private static Subject compileBeside(String helper, String parameters, String body, String... constants) {
        String source = """
                package demo;
                import io.pathwise.Constant;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class Defect {
                    @Pathwise
                    @SuppressWarnings("pathwise:jump")
                    static double f(%s) { %s }
                    %s
                    %s
                }
                """.formatted(parameters, body, HELPERS, helper);
        return new Subject(Programs.compile(source), "demo.Defect", "f", Set.of(constants));
    }

    private static void check(String body) {
        Subject subject = compile("double x, double y, int n, boolean b", body);
        for (boolean b : new boolean[] {true, false}) {
            for (int n = 0; n < 4; n++) {
                Modes.check(subject, Point.at(1.3, 0.7, n, b));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = x; for (int c = 0; c < n; c++) { s -= s * s; x = 0; } return Math.max(s - 2, 0) + x * y;",
                "double s = x; double[] p = {x, y}; for (int c = 0; c < n; c++) { s -= s * s; p[c % 2] = 1; } return Math.max(s - 2, 0) + p[0] * p[1];",
                "double s = x; double m = 0; for (int c = 0; c < n; c++) { s *= s; if (b) { m = 2; } else { m = y * c; y = 1; } } return Math.max(1 - s, 0) + x * y * m;",
            })
    void aReverseLoopWasLeftOutThoughItReplacedAnAdjointThatWasNotZero(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double z = y; if (x > 1) { double[] c = {1, n}; z *= sum(c); } return z * x;",
                "double z = y; if (x > 1) { z *= sum(LEVELS); } return z * x;",
                "double z = y; int t = 0; while (t < 3) { t++; double c = n * 0.5; z *= root(c); if (z < x) { break; } } return z;",
            })
    void aCallWithConstantsInABranchOfActiveOnesWasRefused(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sampler.uniform(0.0, weight(n)); return x * y;",
                "Sampler.normal(level(b), b ? 1 : weight(n)); return x * y;",
            })
    void aCallOfADrawsParameterWasNoStatement(String body) {
        Subject subject = compile("double x, double y, int n, boolean b", body);
        Modes.check(subject, Point.at(1.3, 0.7, 2, true).normals(0.3).uniforms(0.6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch (n) { case 0 -> { } default -> { if (0.6 < LEVELS[1]) return x * y; } } return x;",
                "switch (n) { case 0: double t = x * LEVELS[0]; x = t * t; break; default: t = y * LEVELS[1]; x *= t; } return x * y;",
                "double z = switch (n) { case 0 -> x; case 1 -> x * LEVELS[1]; default -> LEVELS[0]; }; return z * z;",
            })
    void aFieldReadInACaseHadNoValueThere(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return weight((int) (2 * x)) * x;",
                "return weight(x > y ? 1 : n) * x * y;",
                "double[] v = {x, y}; return level(v[0] > 1) * v[1];",
                "P p = new P(x, n); return weight(p.n()) * p.x();",
            })
    void aCallWithAWholeNumberThatDependsOnActiveOnesWasRefused(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (b) { if (n > 1) { return x; } } return x * x;",
                "if (b) { y = y * x; } else { if (n == 2) return y; } return x * y;",
                "if (n == 1) { do { x *= x + 1; if (x > 9) return x; } while (x < 100); } return x;",
            })
    void aReturnTwoBranchesDeepLostTheReverseMethodsBody(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] row = w[(int) Sampler.uniform(0, 2)]; return row[0] * row[1];",
                "double[] row; row = w[(int) Sampler.uniform(0, 2)]; return row[0] * row[1];",
                "double[] row = new double[2 + (int) Sampler.uniform(0, 2)]; row[1] = w[0][0]; return row[1] * row[1];",
            })
    void aDrawThatChoosesARowWasNoTransformOfItsNoiseInForwardMode(String body) {
        Subject subject = compile("double[][] w", body);
        Modes.check(
                subject,
                Point.at((Object) new double[][] {{1.3, 0.7}, {-0.4, 2.1}}).uniforms(0.7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y -= Math.abs(x); return y;", "y -= Math.abs(x); return y * y;"})
    void aReassignedParameterLostItsAdjoint(String body) {
        check(body);
    }

    @Test
    void aReassignedConstantParameterLostItsTangent() {
        Modes.check(compile("double x, @Constant double v", "v *= x; return v * v;", "v"), Point.at(1.3, 0.7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (y > 0) { double t; if (b) { t = 0; } else { t = Math.cos(x) * x; } y = t * t; } return y;",
                "for (int s = 0; s < 3; s++) { double t; if (b) { t = 0; } else { t = 0 - Math.tanh(x); } x = x * t; } return x;",
            })
    void aValueRecomputedInABranchWasDeclaredInAnother(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = fromLoop(x, n); if (n > 1) { return x; } return 0;",
                "double z; block: { for (int i = 0; i < n; i++) { if (i > 1) { z = x * i; break block; } } z = x; } return z * y;",
                "double z; a: { if (n > 1) { if (b) { z = 1; break a; } x++; } z = x; } return z * x;",
            })
    void aVariableAssignedOnEveryPathWasNotInitialised(String body) {
        check(body);
    }

    @Test
    void aMessageShowedTheValueBeforeTheLastAssignment() {
        Subject subject = compile(
                "double x, int n",
                "int i = n; if (i > 0) { i++; throw new IllegalStateException(\"i is \" + i); } return x;");
        Point point = Point.at(1.3, 4);

        assertThat(catchThrowable(() -> subject.reverse(point, 1, subject.newGradient(point))))
                .hasStackTraceContaining("i is 5");
    }

    @Test
    void aDivisorThatIsConstantAndZeroTurnedAZeroAdjointIntoNaN() {
        Subject subject = compile(
                "double x, @Constant double zero", "double ratio = x / zero; return zero == 0 ? x : ratio;", "zero");

        assertThat(subject.partials(Point.at(1.3, 0.0), 1)).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Math.sqrt(Math.max(x, 0) * y);",
                "double product = Math.max(x, 0) * y; return Math.log(1 + Math.sqrt(product));",
                "return y * Math.sqrt(x * x + Math.max(x, 0) * y);",
            })
    void anInfiniteAdjointUnderARootTurnedAZeroDerivativeIntoNaN(String body) {
        Subject subject = compile("double x, double y", body);

        assertThat(subject.partials(Point.at(0.0, 2.0), 1)[1]).isEqualTo(0);
        assertThat(subject.forward(Point.at(0.0, 2.0), new double[] {0, 1}).tangent())
                .isEqualTo(0);
        Modes.check(subject, Point.at(1.3, 0.7));
    }

    @Test
    void negativeLoopBoundsAskedForNoise() {
        Subject subject = compile(
                "double x, int n, int m",
                "double s = x; for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) s += x * Sampler.normal(0, x); return s;");

        Modes.valuesAreTheSources(subject, Point.at(1.3, -2, -3));
    }

    @Test
    void anInnerLoopThatBreaksOffMisplacedTheDrawsAfterIt() {
        Subject subject = compile(
                "double x, int n",
                "double s = 0; for (int i = 0; i < n; i++) { for (int j = 0; j < 3; j++) { s += x * Sampler.normal(0, 1);"
                        + " if (s > 0.1) break; } s = s * x; } return s;");

        Modes.check(subject, Point.at(0.9, 4).normals(0.3, -0.8, 0.9, -0.2, 1.1, -0.4, 0.5, 0.6, -0.7, 0.8, 0.1, -0.6));
    }

    @Test
    void aNumberWithItsOwnSignHadNoDerivativeAtZero() {
        Subject subject = compile("double x", "return Math.copySign(x, x) + 2 * Math.copySign(x * x, x * x);");
        for (double x : new double[] {-1.5, 0.0, 2.0}) {
            Point point = Point.at(x);
            assertThat(subject.forward(point, new double[] {1}).tangent()).isEqualTo(1 + 4 * x);
            assertThat(subject.partials(point, 1)).containsExactly(1 + 4 * x);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = 0; for (int i = 0; i < n; i++) { s += x * i; } double t = 0; for (int i = 0; i < n; i++) "
                        + "{ t += Math.sin(y * i); } double u = 0; for (int i = 0; i < n; i++) { u += x * y; } "
                        + "return s * t + u;",
                "double m = 0; for (int i = 0; i < n; i++) { m += x * i; } double v = 0; for (int i = 0; i < n; i++) "
                        + "{ v += m * y + Math.sin(x * i); } return v + 2 * m;",
                "for (int i = n; i > 4; i--) { x = 0.0; } return x * y;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * i; } x = x * s; return x + y;",
                "double s = x; for (int i = 0; i < n; i++) { s += x * i * y; } double t = 3 * s; s = 2 * y; "
                        + "for (int i = 0; i < n; i++) { s += Math.sin(x * i) * y; } return s + t;",
                "double z = x * y; double s = 0; for (int i = 0; i < n; i++) { s += z * i; } z = z * s; return s + z;",
                "double z = x * y; double s = 0; for (int i = 0; i < n; i++) { s += z * i; } z = z * 3; double t = 0; "
                        + "for (int i = 0; i < n; i++) { t += z * y; } return s + t;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * i; } for (int i = 0; i < n; i++) { s += y * y; } "
                        + "return 2 * s;",
                "double s = 0; for (int i = 0; i < n; i++) { if (i % 2 == 0) { s += x * y; } else { s -= x; } } "
                        + "double t = 0; for (int i = 0; i < n; i++) { for (int j = 0; j <= i; j++) { t += x * j * y; } } "
                        + "return s / 3 + t;",
            })
    void aSumBehindAnotherSumLostItsAdjoint(String body) {
        check(body);
    }

    @Test
    void aSharedPartialDerivativeThatIsComputedAgainWasNotDeclared() {
        check("double s = 0; for (int i = 0; i < n; i++) { s += Math.max(x + i * y - 1.1, 0) * 3; } return s * y;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int p = n; while (p > 4) { x = 0.0; p--; } return x * y;",
                "int p = n; do { if (p++ > 2) break; if (true) break; x = 0; } while (false); return x + y;",
                "for (int i = 2; i > 1; --i) { if (i < 0) { x = 0.0; } else { return x * y; } } return 0.0;",
                "int p = n; while (true) { if (p++ > 5) { break; } x = 0; if (p > 100) { x = 2; } } return x * y;",
            })
    void aConstantThatALoopNeverReachedTookTheAdjointAway(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] s = {0.0, 2, 1.0}; s[Math.floorMod((int) s[0], 3)] = (b ? 1.0 : s[1]) * x; return s[1] * y + s[0];",
                "double[] s = {0.2, x, 1.0}; s[(int) s[0]] = Math.exp(x * 1.6); return s[1] * y + s[0] * s[2];",
                "double[][] s = {{0.2, x}, {x, y}}; s[(int) s[0][0]][(int) s[1][0]] *= Math.exp(y); "
                        + "return s[1][1] * y + s[0][0] * s[0][1] * s[1][0];",
            })
    void anElementWhoseIndexItOverwritesGotTheTangentOfAnother(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s = Other.curved(s, y) + %s;", "s = Other.bent(s, y + %s).x() * 0.9 + Other.bent(y, s).y();"})
    void partsOfALargeMethodMissedTheGradientsOfWhatTheyCall(String statement) {
        StringBuilder body = new StringBuilder("double s = x;\n");
        for (int i = 0; i < 150; i++) {
            body.append(statement.formatted("0.00" + i)).append('\n');
        }
        String source = """
                package demo;
                import io.pathwise.Pathwise;
                class Large {
                    @Pathwise static double f(double x, double y) { %s return s * x; }
                }
                """.formatted(body);
        String other = """
                package demo;
                import io.pathwise.Pathwise;
                class Other {
                    record Pair(double x, double y) {}
                    @Pathwise static double curved(double x, double y) { return 0.9 * Math.sin(x) + y * Math.exp(-x * x); }
                    @Pathwise static Pair bent(double x, double y) { return new Pair(0.3 * Math.sin(x + y), y * Math.cos(x)); }
                }
                """;
        Subject subject = new Subject(Programs.compile(source, other), "demo.Large", "f", Set.of());
        assertThat(subject.companion().getDeclaredMethods())
                .anyMatch(each -> each.getName().startsWith("fReversePart"));
        Modes.check(subject, Point.at(0.4, 0.7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = 1, e = x; for (int i = 0; i < n; i++, e = x * i) { s += y; } return s + e;",
                "double z = x; for (; z < 100; z *= 2) { } return z * y;",
                "double p = 0, z = x; for (int k = 0; k < n; k++, p = z) { z = Math.cos(z) * y + p * 0.1; } return z + p;",
                "double p, z = x; for (p = 0; Math.abs(z - p) > 1e-13; p = z, z = 0.5 * (z + y / z)) ; return z;",
                "double s = y; for (int i = 0; i < n; s += x * x, i++) { s *= 1.1; } return s;",
                "double[] w = {y, 2, 3}; for (int i = 0; i < n; w[i] *= x, i++) { } return w[0] * w[1] * w[2];",
                "double z = 1; for (z = x * x; z > 0.1;) { z *= 0.5; y += z; } return y;",
                "double s = 0, t = 1; for (int k = 1; k < n; k++, t *= x / k) { if (k == 2) continue; s += t; } return s * y;",
                "double s = 0; for (double z = x; z < 9; z *= 1.5) { s += Math.sin(z) * y; } return s;",
                "double z; int i; for (i = 0, z = x * x; i < n; i++) { y += z * y + z; } return y;",
                "double s = 0; outer: for (double z = x; z < 9; z += 0.5) { for (double v = z; ; v *= y) { s += v; "
                        + "if (v < 0.2) continue outer; if (s > 40) break outer; } } return s;",
            })
    void aNumberInTheHeadOfALoopHadNoTangent(String body) {
        check(body);
    }

    @Test
    void theGradientOfARecordThatACallReturnsHadNoTangentEither() {
        Subject subject = new Subject(Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                class Powers {
                    static final class Other {
                        record State(double x, double v) {}
                        @Pathwise static State power(double a, int n) {
                            double e = 1;
                            for (int i = 0; i < n; i++, e *= a) { }
                            return new State(e, a);
                        }
                    }
                    @Pathwise static double f(double a, int n) {
                        Other.State s = Other.power(a, n);
                        return s.x() * s.v();
                    }
                }
                """), "demo.Powers", "f", Set.of());
        Modes.check(subject, Point.at(1.245, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] r = {x}; double z = r[0] > 0 ? -x : 3 * y; r[0] = -1; return z * z;",
                "double[] r = {x, 2, 3}; double z = x * (r[0] > 0.5 ? r[1] : r[2]); r[0] = 0.2; r[1] = 7; return z * z;",
                "double[] r = {x, y, 1}; double s = 0; for (int k = 0; k < n; k++) { double p = r[k]; "
                        + "double q = r[k] > 0.8 ? -p : p * y; r[k] -= 2 * p; s += q; } return s;",
                "double[] r = {x, y, 1}; double s = 0; for (int k = 0; k < n; k++) { "
                        + "s += y * (r[k] < 1.1 && r[0] > 0 ? (r[1] > 0.5 ? x : 3) : 2 * x); r[k] = s; r[1] = -s; } return s;",
                "double[] r = {x, y}; double z = x * Math.floor(r[0] > 0.7 ? 4 * r[1] * x : x); r[0] = 0; r[1] = 3; return z * z;",
                "double[] r = {0.3, 1.2, y}; for (int w = 0; w < n; w++) { "
                        + "r[Math.floorMod((int) (x > r[1] ? r[0] : r[2]), 3)] -= y * r[w]; } return r[0] + r[1] * x;",
                "double[] r = {x}; double z = (r[0] > 1 ? x : y) * (r[0] > 2 ? x : -y) + (r[0] > 1 ? y : n); r[0] = 5; return z;",
            })
    void aChoiceReadItsConditionAgainFromAnElementThatHadChanged(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double m = Double.NEGATIVE_INFINITY; for (double v : a) m = Math.max(m, v); return Math.sqrt(m);",
                "double m = a[1]; m = a[0] * m; m = m * a[1]; return Math.sqrt(m + a[1]);",
                "double[] m = {a[1]}; m[0] = a[0] * m[0]; return Math.sqrt(a[1] - m[0]);",
            })
    void anInfiniteAdjointThatAVariablePassesToItselfBecameNaN(String body) {
        Subject subject = compile("double[] a", body);
        Point point = Point.at(new double[] {-0.29, 0});
        assertThat(subject.forward(point, new double[] {1, 0}).tangent()).isZero();
        assertThat(subject.partials(point, 1)).containsExactly(0, Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int[] c = {2, 3}; double s = x * sum(c); c[0] = n; s *= sum(c) + y; c[1] = 7; return s * s;",
                "double[] c = {2, 3}; double s = x * at(c, n); c[0] = n; s *= at(c, n) * y; c[1] = 7; return s * s;",
                "int[] c = {2, 3}; double s = sum(c) > 4 ? x : y; c[0] = n; if (sum(c) > 5) s *= x; c[1] = 1; return s * s;",
                "int[] c = {2, 3}; double s = x; for (int i = 0; i < sum(c); i++) { s *= y + sum(c); c[0]--; } return s;",
                "int[] c = {2, 3}; double s = x; for (int i = 0; i < n; i++) { c[0] += i; int k = sum(c); "
                        + "s = Math.sin(s) * k + y * at(new double[] {1, 2}, sum(c)); c[1]++; } return s;",
                "int[] c = {1, 1}; double s = 0; for (int i = 0; i < n; i++) { c[i % 2] += i; "
                        + "for (int j = 0; j < sum(c); j++) s += Math.sin(x * s + y * j); c[1]--; } return s;",
            })
    void aCallOfAMethodOfTheUserWasRepeatedAfterWhatItReadsHadChanged(String body) {
        String source = """
                package demo;
                import io.pathwise.Pathwise;
                class F {
                    static int sum(int[] a) { int s = 0; for (int v : a) s += v; return s; }
                    static double at(double[] a, int i) { return a[i %% a.length]; }
                    @Pathwise static double f(double x, double y, int n) { %s }
                }
                """.formatted(body);
        Subject subject = new Subject(Programs.compile(source), "demo.F", "f", Set.of());
        Modes.check(subject, Point.at(1.3, 0.7, 3));
    }

    @Test
    void aCallThatGivesAnotherNumberEachTimeWasRepeated() throws ReflectiveOperationException {
        CompilationResult result = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                public final class F {
                    static int count;
                    static int next() { return ++count; }
                    @Pathwise static double f(double x) { return next() * x * x; }
                    public static double derivative(double x) {
                        count = 1;
                        FPathwise.FGradient gradient = new FPathwise.FGradient();
                        FPathwise.fGradient(x, gradient);
                        return gradient.x;
                    }
                }
                """);
        Object derivative =
                result.load("demo.F").getMethod("derivative", double.class).invoke(null, 1.5);
        assertThat(derivative).isEqualTo(2 * 2 * 1.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (m.length == 0) return 0; double[] s = m[0].clone(); s[0] *= 2; return s[0] * s[0];",
                "if (n < 1) return 0; double[] s = new double[n - 1]; for (int i = 0; i < n - 1; i++) s[i] = x * i; return s.length;",
                "double s = x; for (int i = 0; i < n; i++) { if (m.length > 0) for (int j = 0; j < 12 / m.length; j++) "
                        + "s += 0.1 * x * s; } return s;",
                "double s = x; for (int i = 0; i < m.length; i++) { for (int j = 0; j < m[0].length; j++) s *= x * m[i][j]; } return s;",
                "double s = x; if (m.length > 0) for (int i = 0; i < n; i++) { for (int j = 0; j < n % m.length; j++) s *= x; } return s;",
            })
    void memoryWasMeasuredByWhatOnlyAGuardMakesSafe(String body) {
        Subject subject = compile("double x, double[][] m, int n", body);
        for (int n = 0; n < 4; n++) {
            Modes.check(subject, Point.at(1.1, new double[][] {{0.5, 2}, {3, 1.2}}, n));
            Modes.check(subject, Point.at(1.1, new double[0][], n));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[][] m = {{x}, {y}}; double e = m[1][0]; double[] q = m[1]; m[1] = m[0]; m[0] = q; return e * x;",
                "double[][] m = {{x}, {y}}; double a = 0, e = 0; for (int i = 0; i < n; i++) { a += x * e; "
                        + "double[] q = m[1]; m[1] = m[0]; m[0] = q; e = m[1][0]; } return a;",
                "int[] k = {1, 0}; double[] m = {x, y}; double e = m[k[0]]; k[0] = 0; return e * x;",
                "int[] k = {1, 0}; double[] m = {x, y}; double a = 0; for (int i = 0; i < n; i++) { double e = m[k[0]]; "
                        + "k[0] = 1 - k[0]; a += e * y; } return a;",
                "double[][] m = {{x, 1}, {y, x}}; for (int i = 0; i < n; i++) { double p = m[i % 2][0]; "
                        + "if (p < y) { double[] q = m[1]; m[1] = m[0]; m[0] = q; } m[0][1] += p * m[1][0]; } return m[0][1];",
                "double[][] m = {{x}, {y}}; double[] r = m[1]; double e = r[0]; r = m[0]; double c = r[0]; m[0] = m[1]; return e * x + c;",
            })
    void anElementWasLookedUpInTheRowsAsTheyWereLater(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] p = {x, y}; for (int i = 0; i < 2; i++) { p[i] += 0.05 * x; p[i] += Math.sin(y) / 3; p[i] -= y / 7; } "
                        + "return p[0] * p[1];",
                "double[] p = {x, y}; double[] v = {y, x}; for (int k = 0; k < n; k++) { for (int i = 0; i < 2; i++) { "
                        + "v[i] -= 0.05 * p[i]; p[i] += 0.05 * v[i]; v[i] *= 0.9; p[i] += 0.05 * v[i]; } } return p[0] * p[1];",
            })
    void theValueOfASweepHadOtherRoundingThanTheSource(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] q = {1.5, 0.1, 0}; double t = Math.max(x - 2, 0); java.util.Arrays.fill(q, t); return q[1] + y;",
                "double t = Math.max(x - 2, 0); double s = y; for (int i = 0; i < n; i++) { s = 2 + t * i; } return s;",
                "double t = b ? x : 0; double[] q = {1, y}; for (int i = 0; i < 2; i++) { q[i] = t * y; } return q[0] + q[1] * x;",
            })
    void forwardModeLeftOutALoopOfValuesWhereItsTangentWasZero(String body) {
        check(body);
        Subject subject = compile("double x, double y, int n, boolean b", body);
        Modes.check(subject, Point.at(2.5, 0.7, 2, true));
    }

    @Test
    void tooLittleNoiseWasReadBeforeItWasCounted() {
        Subject subject = compile(
                "double x, int n",
                "double s = x; for (int i = 0; i < n; n--) { s += Sampler.uniform(0, x * x + 1); } return s;");
        Point point = Point.at(0.8, 3).uniforms(0.3, 0.6);
        assertThatThrownBy(() -> subject.partials(point, 1)).isInstanceOf(NoiseExhaustedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n += 0.5; return x * n;",
                "long m = n; m *= 1.5; byte k = 3; k += n; short s = 2; s -= m; return x * m * k * s;",
                "int m = 7; m /= y; m <<= 2L; char c = 'a'; c += 1; return x * m * c;",
            })
    void aNarrowingAssignmentMadeNewerCompilersWarnOfTheCompanion(String body) {
        Subject subject = new Subject(Programs.compile("""
                package demo;
                import io.pathwise.Constant;
                import io.pathwise.Pathwise;
                @SuppressWarnings("lossy-conversions")
                class Defect { @Pathwise static double f(double x, @Constant double y, int n) { %s } }
                """.formatted(body)), "demo.Defect", "f", Set.of("y"));
        Modes.check(subject, Point.at(1.3, 0.7, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean up = Sampler.uniform(0, 1) < x; return up ? y * 2 : y * y;",
                "return Sampler.uniform(0, 1) <= x / 2 ? y * 2 : y * y;",
                "double u = Sampler.uniform(-1, 1); if (u > x) { return 2 * y; } return y * y;",
                "return x >= Sampler.uniform(0, 1) ? y * 2 : y * y;",
                "double s = y; for (int i = 0; i < 3; i++) { if (x * i < Sampler.uniform(0, 1)) { s += y; } else { s *= y; } } return s;",
                "double s = y; for (int i = 0; i < 3; i++) { if (!(Sampler.uniform(0, 1) >= x)) { s *= y; } } return s;",
            })
    void aUniformNumberBesideNaNWasRefusedWhereTheComparisonIsFalse(String body) {
        for (String strategy : List.of("COUPLED", "COUPLED_ALL", "SCORE_FUNCTION")) {
            Subject subject =
                    new Subject(Programs.compile("""
                            package demo;
                            import io.pathwise.Discrete;
                            import io.pathwise.Pathwise;
                            import io.pathwise.runtime.Sampler;
                            class Defect {
                                @Pathwise(discrete = Discrete.%s)
                                static double f(double x, double y) { %s }
                            }
                            """.formatted(strategy, body)), "demo.Defect", "f", Set.of());
            PathwiseFunction function = function(subject);
            double[] uniforms = {0.3, 0.6, 0.9, 0.2};
            for (double x : new double[] {Double.NaN, 0.4, -1, 2}) {
                double[] parameters = {x, 1.3};
                double[] gradient = new double[2];
                double value = function.gradient(parameters, new double[0], uniforms, gradient);
                Dual dual = function.forward(parameters, new double[] {0, 1}, new double[0], uniforms);
                assertThat(value).isEqualTo(subject.source(Point.at(x, 1.3).uniforms(uniforms)));
                assertThat(function.value(parameters, new double[0], uniforms)).isEqualTo(value);
                assertThat(dual.value()).isEqualTo(value);
                assertThat(dual.tangent()).isCloseTo(gradient[1], within(1e-12 * Math.abs(gradient[1])));
                if (Double.isNaN(x)) {
                    assertThat(gradient[0]).isZero();
                }
            }
        }
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static void fill(double[] a, double x) { for (int i = 0; i < a.length; i++) { a[i] = x * i; } }",
                "static void first(Q q) { q.w()[0] = q.y(); } record Q(double[] w, double y) {}",
            })
    void aHelperThatFillsWhatItIsHandedWasRefusedUntilSomethingCalledIt(String helper) {
        Subject subject = compileBeside("@Pathwise " + helper, "double x, double y", "return x * y;");
        Modes.check(subject, Point.at(1.3, 0.7));
    }

    private static Subject quadratic() {
        return compile("double[] w, double[][] m", "return w[0] * w[1] + m[0][0] * m[1][0];");
    }

    private static void quadraticForward(double[] weightsDot, double[][] matrixDot) {
        Subject.invoke(
                quadratic().member("Forward"), new double[] {1, 2}, new double[][] {{3}, {4}}, weightsDot, matrixDot);
    }

    @Test
    void tangentsOfAnotherLengthWereReadOrLeftUnread() {
        double[][] column = {{0}, {0}};
        assertThatThrownBy(() -> quadraticForward(new double[1], column))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Defect.f: wDot has length 1, but the argument has length 2");
        assertThatThrownBy(() -> quadraticForward(new double[3], column))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Defect.f: wDot has length 3, but the argument has length 2");
        assertThatThrownBy(() -> quadraticForward(new double[2], new double[1][1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Defect.f: mDot has length 1, but the argument has length 2");
        assertThatThrownBy(() -> quadraticForward(new double[2], new double[][] {{0}, {0, 0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Defect.f: mDot[1] has length 2, but the argument has length 1");
    }

    @Test
    void aGradientOfAnotherShapeWasAddedInPart() throws ReflectiveOperationException {
        Subject subject = quadratic();
        Gradient gradient = subject.newGradient(Point.at(new double[2], new double[2][1]));
        Method add = accessible(gradient.getClass().getDeclaredMethod("add", gradient.getClass()));
        for (Point shape : List.of(
                Point.at(new double[3], new double[2][1]),
                Point.at(new double[1], new double[2][1]),
                Point.at(new double[2], new double[1][1]),
                Point.at(new double[2], new double[2][2]))) {
            Gradient other = subject.newGradient(shape);
            subject.gradient(Point.at(new double[] {1, 2}, new double[][] {{3}, {4}}), gradient);
            double[] before = gradient.toArray();
            assertThatThrownBy(() -> add.invoke(gradient, other))
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("FGradient.add: the gradient's ");
            assertThat(gradient.toArray()).isEqualTo(before);
        }
        double[] before = gradient.toArray();
        add.invoke(gradient, gradient);
        assertThat(gradient.toArray())
                .containsExactly(Arrays.stream(before).map(each -> 2 * each).toArray());
    }

    private static PathwiseFunction function(Subject subject, Object... constants) {
        var factories = Stream.of(subject.companion().getDeclaredMethods())
                .filter(each -> each.getName().equals("fFunction") && each.getParameterCount() == constants.length);
        return (PathwiseFunction)
                Subject.invoke(accessible(factories.findFirst().orElseThrow()), constants);
    }

    @Test
    void aFunctionOfNegativeSizesWasMade() {
        Subject subject = quadratic();
        assertThat(function(subject, 2, 2, 1).parameterNames()).hasSize(4);
        assertThat(function(subject, 0, 0, 0).parameterNames()).isEmpty();
        assertRefused("Defect.f: wLength must not be negative, but is -1", () -> function(subject, -1, 2, 1));
        assertRefused("Defect.f: mRows must not be negative, but is -2", () -> function(subject, 2, -2, 1));
        assertRefused("Defect.f: mColumns must not be negative, but is -3", () -> function(subject, 2, 2, -3));
    }

    @Test
    void aFunctionOfAnArrayThatIsNullSaidNotWhich() {
        Subject subject = compile(
                "double x, @Constant double[] v, @Constant double[][] m, int[] k",
                "return x * v[0] * m[0][k[0]];",
                "v",
                "m");
        double[] v = {2};
        double[][] m = {{3}};
        int[] k = {0};
        assertThat(function(subject, v, m, k).value(new double[] {5}, v, v)).isEqualTo(30);
        for (Object[] constants : new Object[][] {{null, m, k}, {v, null, k}, {v, m, null}}) {
            assertThatThrownBy(() -> function(subject, constants))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(constants[0] == null ? "v" : constants[1] == null ? "m" : "k");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aBaselineThatIsNotFiniteWasTaken(double baseline) {
        Subject subject = new Subject(Programs.compile("""
                        package demo;
                        import io.pathwise.Discrete;
                        import io.pathwise.Pathwise;
                        import io.pathwise.runtime.Sampler;
                        class Defect {
                            @Pathwise(discrete = Discrete.SCORE_FUNCTION)
                            static double f(double p) { return 3 * Sampler.bernoulli(p); }
                        }
                        """), "demo.Defect", "f", Set.of());
        String message = "Defect.f: baseline must be finite, but is " + baseline;
        assertRefused(message, () -> function(subject, baseline));
        PathwiseFunction function = function(subject);
        assertRefused(message, () -> function.withBaseline(baseline));
        assertThat(function.copy().wantsBaseline()).isTrue();
        assertThat(function.withBaseline(1.5).copy().wantsBaseline()).isFalse();
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double z; if (x > 0.5 && (z = x * y) > n * 0.4) { return z * x; } return x;",
                "double z; if (x < 0.5 || (z = x * y) < n * 0.4) { return x; } return z * z * x;",
                "double z; if (!(b && (z = x * y) > n * 0.4)) { return y; } return z * x;",
                "int k; if (n > 0 && (k = n % 3) > 0) { return k * x * y; } return x;",
                "int k; double s = x; int i = 0; int[] next = {2, 1, 0}; while (i < 3 && (k = next[i]) > 0) { s *= x * k; i++; } return s * y;",
                "int k; double s = x; int i = 0; int[] next = {2, 1, 0}; do { s *= y; } while (i < 3 && (k = next[i++]) > 0 && k > n); return s;",
                "int k; double s = x; for (int i = 0; i < n && (k = 3 - i) > 1; i++) { s *= k * y; } return s * s;",
                "double z; return b && (z = Math.sin(x)) > 0 ? z * y : x * y;",
                "double z; boolean c = n > 1 && (z = x * n) > y || (z = y * y) > 0; return c ? x * z : y;",
                "double[] z; if (b && (z = new double[] {x, y}).length > n) { return z[0] * z[1]; } return x;",
                "final double z; if (n > 0 && b) { z = x * y; } else { z = y; } return z * z;",
            })
    void aVariableAssignedInTheRightOperandOfAndOrOrHadNoValueForTheCompiler(String body) {
        check(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double v = switch (n) { case 0 -> x; default -> { for (int j = 0; j < n; j++) { if (j * x > 2) { yield j * x; } } yield x * y; } }; "
                        + "return v * v;",
                "return switch (n) { case 0 -> x; default -> { for (int j = 0; j < n; j++) { if (j * x > 2) { yield j * x; } } yield x * y; } };",
                "int k = switch (n) { case 0 -> 2; default -> { for (int j = 0; j < n; j++) { if (j == 2) { yield j; } } yield n; } }; return k * x * y;",
                "double v = switch (n) { case 1: for (int j = 0; j < n; j++) { if (b) { yield y; } } default: yield x * y; }; return v * x;",
                "double v = 1 + switch (n) { case 1: while (true) { if (b) { yield y; } x *= 1.5; if (x > 3) { break; } } default: yield x * y; }; return v * x;",
            })
    void aValueYieldedInALoopWasNoneToTheCompiler(String body) {
        check(body);
    }

    @Test
    void forwardModeLookedUpTheTangentOfARowAfterTheRowHadChangedTheIndex() {
        check(
                "double[][] m = {{0, 0, 0}, {0, 0, 0}, {0, 1, 3}}; double s = x; double t = y; for (int q = 0; q < 4; q++) "
                        + "{ s -= t; m[Math.abs((int) m[0][2] % 3)] = new double[] {0, t, 1.0}; t = m[1][1]; } return s * s;");
        check("double[][] m = {{1, x}, {0, y}, {2, 3}}; double[] r = m[1]; for (int q = 0; q < 3; q++) "
                + "{ r = m[(int) r[0]]; } return r[1] * r[1] * x;");
    }

    /** The adjoint of a row was fetched from memory, and nothing said that it is a row of the adjoints of the matrix. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[][] m = {{x, y}, {y, x * y}}; double[] r = m[1]; for (int i = 3; i >= n; i--) { m[1][i % 2] = Math.sin(m[1][i % 2] * r[0]); } "
                        + "double[] t = m[0]; m[0] = m[1]; m[1] = t; return m[0][0] * m[0][1] + m[1][0];",
                "double[][] m = {{x, y}, {y, x * y}}; for (int i = n; i < 5; i++) { m[i % 2][1] *= Math.tanh(m[1][i / 3] + y); } "
                        + "double[] t = m[0]; m[0] = m[1]; m[1] = t; return m[0][0] * m[0][1] + m[1][1] * x;",
            })
    void anAdjointWasKeptInAVariableWhileItsRowChangedUnderAnotherName(String body) {
        check(body);
    }

    @Test
    void aHelperInTheTextOfAnExceptionWasAnInternalError() {
        Subject subject = compileBeside(
                """
                @Pathwise static double bounded(double x) { if (x > 5) { return 1; } return Math.sqrt(x); }
                @Pathwise static double power(double x, int n) { return n < 1 ? 1 : x * power(x, n - 1); }
                private static int twice(int i) { return 2 * i; }
                """,
                "double x, int n",
                "if (x < 1) { throw new IllegalStateException(\"at \" + bounded(x) + (n > 1 ? power(x, n) : 0) + twice(n)); } return x * x;");
        Modes.check(subject, Point.at(1.3, 2));
        Point failing = Point.at(0.25, 2);
        assertThatThrownBy(() -> subject.value(failing)).hasMessage("at 0.50.06254");
        assertThatThrownBy(() -> subject.partials(failing, 1)).hasMessage("at 0.50.06254");
    }

    @Test
    void memoryWasReservedForAllIterationsUpToABoundThatIsOnlyAGuard() {
        check(
                "double s = x; for (int i = 0; i < Integer.MAX_VALUE; i++) { s = Math.cos(s * y); if (i > 4) { break; } } return s * y;");
        check(
                "double s = x; for (int i = 2000000000; i > 0; i -= 2) { for (int j = 0; j < 2; j++) { s = Math.cos(s * y); } "
                        + "if (i < 1999999996) { return s * x; } } return s;");
    }

    /** Each condition holds where whole numbers without bounds would say that it never does. */
    @Test
    void elementsWereTakenForUnchangedWhereWholeNumbersOverflow() {
        String body = "double[] a = {x, y}; double s = 0; for (int i = 0; i < 6; i++) { s += a[0] * a[0] * 0.1 * y; %s "
                + "if (%s) { a[0] = Math.sin(s) + 0.1 * i; } } return s;";
        check(body.formatted("int h = i * 1103515245 + 12345;", "h < 0"));
        check(body.formatted("int next = i + 2147483645;", "next < i"));
        check(body.formatted("", "i + 2147483646 < 0"));
        check(body.formatted("", "i * 2000000000 < 0"));
        check(body.formatted(
                "int h = i * 1103515245 + 12345; int g = h * 1103515245 + 12345; int k = g * 1103515245 + 12345;",
                "k < 0"));
        check(
                "double[] a = {x, y, x, y}; for (int i = 1; i < 4; i++) { a[i * 65536 * 65536] = a[0] * a[0] * 0.3 + i; } return a[0];");
    }

    @Test
    void theLengthOfAnArrayThatIsNullWasReadInFrontOfTheLoop() {
        Subject subject = compileBeside(
                "",
                "double x, int n, @Constant double[] w",
                "double s = x; for (int i = 0; i < n; i++) { s = Math.sin(s) + (w != null ? Math.sqrt(w.length) : 1); } return s;",
                "w");
        Modes.check(subject, Point.at(0.5, 3, null));
        Modes.check(subject, Point.at(0.5, 3, new double[2]));
    }

    /** The values that a variable takes one after the other share its adjoint, so their definitions keep their order. */
    @Test
    void valuesOfAVariableThatNoIterationChangesLeftTheLoop() {
        check("double c = y; for (int k = 3; k >= 0; k -= 1, c *= 0.5) { c = Math.sin(x); } return c;");
        check("double c = y; for (int k = 1; k < 0; k += 3, c -= c * c) { c = Math.abs(0.5); } return c + x;");
        check(
                "double c = y; for (int k = 0; k < 3; k++) { c *= x; if (k == 1) { continue; } c = Math.exp(x); c = c * y; } return c;");
    }

    @Test
    void anArrayThatNobodyReadsWasAStatementOfItsOwn() {
        Subject subject = compileBeside(
                "static int size(int n) { return n + 1; }",
                "double x, int n",
                "double[] a = new double[Math.max(3, size(n))]; if (n > 7) { a = new double[size(n)]; } return x * x;");
        Modes.check(subject, Point.at(1.3, 2));
        Modes.check(subject, Point.at(1.3, 9));
    }

    private static final String TABLE = """
            static class Table {
                double memory() { return 2; }
                double[] zeros(int n) { throw new IllegalStateException("no zeros"); }
            }
            static final Table TABLE = new Table();
            """;

    @Test
    void aMethodOfAnObjectWasTakenForTheGradientsOfThatName() {
        String body = "double s = TABLE.memory(); double[] e = new double[n]; "
                + "for (int i = 0; i < n; i++) { e[i] = s * x * i; } "
                + "double t = 0; for (int i = 0; i < n; i++) { t += e[i] * e[i]; } return t;";
        Modes.check(compileBeside(TABLE, "double x, int n", body), Point.at(1.3, 3));
    }

    @Test
    void aCallThatThrowsWasDroppedForItsName() {
        Subject subject = compileBeside(TABLE, "double x, int n", "double[] unused = TABLE.zeros(n); return x * x;");
        Point point = Point.at(1.3, 3);
        List<ThrowingCallable> modes = List.of(
                () -> subject.value(point),
                () -> subject.forward(point, new double[] {1}),
                () -> subject.reverse(point, 1, subject.newGradient(point)));
        modes.forEach(each -> assertThatThrownBy(each).hasMessage("no zeros"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n % ZERO",
                "n / 0L",
                "n / (2 - 2)",
                "n / (int) 0.4",
                "n % '\\0'",
                "n / -0",
                "n / (1 > 2 ? 1 : 0)"
            })
    void aZeroThatTheUserAcceptsMadeTheCompanionWarn(String quotient) {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                @SuppressWarnings({"divzero", "cast"})
                class Defect {
                    static final int ZERO = 0;
                    @Pathwise static double f(double x, int n) { return n > 0 ? x * n : x * (%s); }
                }
                """.formatted(quotient));
        Subject subject = new Subject(compiled, "demo.Defect", "f", Set.of());
        Modes.check(subject, Point.at(1.3, 2));
        failsInAllModes(subject, Point.at(1.3, 0), ArithmeticException.class);
    }

    @Test
    void aDivisorThatIsZeroAtOnePlaceOfManyMadeTheCompanionWarn() {
        Subject subject = compileBeside(
                "@Pathwise static double share(double x, int parts) { return x * (6 / parts); }",
                "double x, int n",
                "return n > 1 ? share(x, 2) * x : share(x, 0);");
        Modes.check(subject, Point.at(1.3, 2));
        assertThatThrownBy(() -> subject.value(Point.at(1.3, 1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> subject.partials(Point.at(1.3, 1), 1)).isInstanceOf(ArithmeticException.class);
    }

    /** What the method returns repeats after as many calls as the source makes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | double y = COUNTER.next(n) * x; return y * y;
            2 | return COUNTER.next(n) * x + COUNTER.next(n) * Math.sin(x);
            2 | return Math.sin(COUNTER.next(n) * x) / (1 + COUNTER.next(1));
            3 | x *= COUNTER.next(1); double y = x * COUNTER.next(n) + COUNTER.next(1); return y * x;
            5 | double s = 0; for (int i = 0; i < n; i++) { s += COUNTER.next(i) > 3 ? COUNTER.next(i) * x : x * x; } return s;
            """)
    void aMethodOfTheUsersWasCalledAgainForItsFactorInATangent(int calls, String body) {
        String counter = """
                static class Counter {
                    int calls;
                    double next(int n) { return n + 0.1 * (calls++ %% %d); }
                }
                static final Counter COUNTER = new Counter();
                """.formatted(calls);
        Modes.check(compileBeside(counter, "double x, int n", body), Point.at(1.3, 4));
    }

    private static String terms(String factor, int count, String separator) {
        return IntStream.range(0, count).mapToObj(i -> factor + i).collect(Collectors.joining(separator));
    }

    @Test
    void anAssertionOfALargeExpressionWasCut() {
        String sum = terms("n * ", 60, " + ");
        String body = "assert n == 4 || %s > 0 : \"n\" + (%s); return x * n;".formatted(sum, sum);
        Modes.check(compileBeside("", "double x, int n", body), Point.at(1.3, 4));
    }

    @Test
    void partsOfALargeExpressionOvertookWhatThrowsBeforeThem() {
        String sum = terms("n * ", 60, " + ");
        Subject subject = compileBeside(
                "static double positive(int n) { if (n < 0) { throw new IllegalStateException(); } return n; }",
                "double x, double[] a, int n",
                "return n > 3 ? a[n] * x + (%s + n / (n - 4)) : positive(n - 2) * x + (%s + 1 / n * a[0]);"
                        .formatted(sum, sum));
        double[] a = {1, 2, 3, 4, 5, 6};
        Modes.check(subject, Point.at(1.3, a, 5));
        Modes.check(subject, Point.at(1.3, a, 3));
        failsInAllModes(subject, Point.at(1.3, new double[4], 4), ArrayIndexOutOfBoundsException.class);
        failsInAllModes(subject, Point.at(1.3, a, 4), ArithmeticException.class);
        failsInAllModes(subject, Point.at(1.3, a, 0), IllegalStateException.class);
    }

    private static void failsInAllModes(Subject subject, Point point, Class<? extends Exception> failure) {
        List<ThrowingCallable> modes = List.of(
                () -> subject.source(point),
                () -> subject.value(point),
                () -> subject.forward(
                        point, new double[subject.coordinates(point).size()]),
                () -> subject.partials(point, 1));
        modes.forEach(each -> assertThatThrownBy(each).isInstanceOf(failure));
    }

    @Test
    void theLibrarysRangeChecksWereLostWhereInitialisersAreLarge() {
        String values = terms("x * ", 900, ", ");
        Subject subject = compileBeside(
                "",
                "double x, int n",
                "double[] w = {%s}; java.util.Arrays.fill(w, n, 3, x * x); return w[0] + w[1] + w[3];"
                        .formatted(values));
        Modes.check(subject, Point.at(1.3, 2));
        assertThatThrownBy(() -> subject.value(Point.at(1.3, 6))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Loops over a range that ends before it begins do nothing. */
    @Test
    void reversedRangesWereSilentInDerivativeModes() {
        Subject fill = compile("double x, int n", """
                double[] w = {x, 2 * x, x * x, 1};
                java.util.Arrays.fill(w, n, 3, x * x);
                return w[0] * w[2] + w[1];""");
        Modes.check(fill, Point.at(1.3, 1));
        Modes.check(fill, Point.at(1.3, 3));
        failsInAllModes(fill, Point.at(1.3, 4), IllegalArgumentException.class);
        assertThatThrownBy(() -> fill.partials(Point.at(1.3, 4), 1)).hasMessage("fromIndex(4) > toIndex(3)");

        Subject copy = compile("double x, int n", """
                double[] w = {x, 2 * x, x * x, 1};
                double s = 0;
                for (int i = 0; i < 2; i++) {
                    System.arraycopy(w, i, w, 1, n - i);
                    s += w[1] * w[2];
                }
                return s;""");
        Modes.check(copy, Point.at(1.3, 1));
        Modes.check(copy, Point.at(1.3, 3));
        failsInAllModes(copy, Point.at(1.3, 0), IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> copy.partials(Point.at(1.3, 0), 1)).hasMessage("arraycopy: length -1 is negative");
    }
}
