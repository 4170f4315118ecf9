package io.pathwise.processor.check;

import static io.pathwise.processor.check.CheckFixture.jumps;
import static io.pathwise.processor.check.CheckFixture.jumpsIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which branches are told to jump; {@code s} depends on parameters and on a draw. */
final class BranchJumpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "return s > k ? s - k : 0;",
                "return k < s ? s - k : 0;",
                "return s - k >= 0 ? s - k : 0;",
                "double y; if (s > 0) y = s; else y = 0; return y;",
                "if (s <= k) return 0; return s - k;",
                "double x = z * sigma; if (x < 0) x = -x; return x;",
                "double x = s; if (x > b) x = b; return x;",
                "double x = s; if (x > b) { x = b; } if (x < k) { x = k; } return x * x;",
                "return Math.max(s - k, 0);",
                "return Math.min(Math.abs(s - k), 1);",
                "return s < 0 ? 0 : s > 1 ? 1 : s;",
                "return (s > k ? 1 : 0) * (s - k);",
                "double indicator = s > k ? 1 : 0; return indicator * (s - k);",
                "double d = s - k; return d > 0 ? d * d : -d;",
                "double d = s / k; return d > 1 ? s - k : 0;",
                "double d = Math.log(s / k); return d > 0 ? s - k : 0;",
                "return Math.log(s) > Math.log(k) ? s - k : 0;",
                "return s * s > k * k ? s * s - k * k : 0;",
                "return 2 * s > s + k ? s - k : 0;",
                "return s > k ? Math.sqrt(s - k) : 0;",
                "return s > k ? Math.exp(s) - Math.exp(k) : 0;",
                "double r = s - k; return Math.abs(r) <= b ? 0.5 * r * r : b * (Math.abs(r) - 0.5 * b);",
                "return s > k ? Math.pow(s, 3) : s * s * k;",
                "return s > k ? s / k : 1;",
                "return !(s > k) ? 0 : s - k;",
                "return Double.compare(s, k) > 0 ? s - k : 0;",
                "return Double.compare(s, k) == 0 ? 0 : s;",
                "if (!Double.isFinite(s)) return 0; return s;",
                "return Double.isNaN(s) || Double.isInfinite(s) ? k : s;",
                "return Double.isNaN(s) || s < k ? 0 : s - k;"
            })
    void sidesThatMeetAreQuiet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (s > k) return 1; return 0;",
                "return s > k ? 1 : 0;",
                "return s > k ? s : 0;",
                "double payoff = s - k; return s > k ? payoff : s;",
                "return s > k ? s - b : 0;",
                "double x = 0; if (s > k) { x = 1; } return x;",
                "double x = 0; if (s > k) x = Math.sin(s); else x = Math.cos(s); return x;",
                "return s > k ? Math.exp(s) - Math.exp(b) : 0;",
                "return s > k ? Sampler.normal(0, 1) : 0;",
                "return s > k ? (s - k) / (s - k) : 0;",
                "return s > k ? (s - k) * Math.pow(s - k, -2) : 0;"
            })
    void sidesThatDoNotMeetAreTold(String body) {
        assertThat(jumpsIn(body)).containsExactly("s > k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double x = s - k; return x * z * s0 > 0 ? x : 0;",
                "double x = s - k; double t = s - b; return x * t > x ? t - 1 : 0;",
                "return 1 / (s - k) > 0 ? 1 : 0;",
                "return (s - k) * (s - b) > 0 ? s - k : 0;"
            })
    void everyPartOfABorderCounts(String body) {
        assertThat(jumpsIn(body)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double x = s - k; double t = s - b; return x * t > 0 ? x * t : 0;",
                "double x = s - k; double t = s - b; return x * t > x ? x * (t - 1) : 0;",
                "return s * s0 > k * s0 ? s0 * (s - k) : 0;",
                "return Math.exp(z) * (s - k) > 0 ? s - k : 0;"
            })
    void bordersOfSeveralPartsThatMeet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @Test
    void digitalOfADraw() {
        assertThat(jumps("""
                        @Pathwise
                        static double digital(double mu, double sigma, @Constant double k) {
                            double z = Sampler.normal(mu, sigma);
                            if (z > k) return 1;
                            return 0;
                        }
                        """)).containsExactly("z > k");
    }

    @Test
    void conditionOfADrawItself() {
        String method = "@Pathwise static double f(double p, double x) { return Sampler.uniform(0, 1) < p ? x : 0; }";
        assertThat(jumps(method)).containsExactly("Sampler.uniform(0, 1) < p");
    }

    @Test
    void knockOut() {
        assertThat(jumpsIn("double payoff = Math.max(s - k, 0); return s < b ? payoff : 0;"))
                .containsExactly("s < b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return z > 0 ? s : 2 * s;",
                "return Sampler.normal(0, 1) > 0 ? s : 0;",
                "return s0 > k ? s : 0;",
                "return n > 3 ? s : 0;",
                "if (n == 2) return 0; return s;",
                "return s == k ? 1 : 0;",
                "return s != k ? s : 0;",
                "for (int i = 0; i < n; i++) { s = s * w[i]; } return s;"
            })
    void conditionsThatNoParameterMovesPathByPathAreQuiet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double unused = s > k ? 1 : 0; return s;",
                "int count = 0; if (s > k) { count = 1; } return s;",
                "double x = 1; if (s > k) { x = 2; } x = s; return x;"
            })
    void branchesThatDoNotReachTheResultAreQuiet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return s > 0 && s < k ? s * (k - s) : 0;",
                "return s > 0 && z > 1 ? s : 0;",
                "return s > k && n > 2 ? s - k : 0;",
                "return s <= 0 || s >= k ? 0 : s * (k - s);",
                "return 0 < s && s < 1 ? s : s <= 0 ? 0 : 1;",
                "if (s > k && s0 > b) { return s - k; } return 0;"
            })
    void everyComparisonOfAConditionMeets(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return s > 0 && s < k ? s : 0;",
                "return s > k && s < b ? s - k : 0;",
                "return s <= 0 || s >= k ? 0 : s;",
                "return n > 3 && s > k ? s : 0;"
            })
    void oneComparisonOfAConditionJumps(String body) {
        assertThat(jumpsIn(body)).hasSize(1);
    }

    @Test
    void conditionIsToldAsAWhole() {
        assertThat(jumpsIn("return s > k && n > 2 ? s : 0;")).containsExactly("s > k && n > 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double x = 0; if (s > k) { if (s0 > b) { x = s - k; } else { x = 2 * (s - k); } } return x;",
                "double x = 0; if (s > 0) { if (z * s0 > 0) { x = s * z * s0; } } return x;",
                "double x = 0; if (n > 1) { if (s > k) { x = s - k; } } return x;",
                "if (s > k) { double d = s - k; if (d > 1) { return 1; } return d; } return 0;"
            })
    void nestedBranchesThatMeet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @Test
    void nestedBranchesAreToldOneByOne() {
        assertThat(jumpsIn("double x = 0; if (s > k) { if (s > k + 1) { x = 3; } else { x = s - k; } } return x;"))
                .containsExactly("s > k + 1");
        assertThat(jumpsIn("double x = 0; if (s > k) { if (s > 2 * k) { x = s - k; } else { x = k; } } return x;"))
                .containsExactly("s > k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean in = s > k; return in ? s - k : 0;",
                "boolean out = !(s > k); if (out) return 0; return s - k;",
                "boolean hit = false; double x = 0; if (s > k) { hit = true; x = s - k; } return hit ? x : 0;",
                "boolean in = s > k; boolean late = n > 3; return in && late ? s - k : 0;",
                "boolean in = z > 0; return in ? s : 0;"
            })
    void booleanVariablesCountByWhatTheyHold(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @Test
    void booleanVariablesThatJump() {
        assertThat(jumpsIn("boolean in = s > k; return in ? s : 0;")).containsExactly("in");
        assertThat(jumpsIn("boolean in = s > k; s = s + k; return in ? s - k : 0;"))
                .containsExactly("in");
        assertThat(jumpsIn("boolean hit = false; if (s > k) { hit = true; } return hit ? s : 0;"))
                .containsExactly("s > k");
        assertThat(jumpsIn("boolean hit = false; for (int i = 0; i < n; i++) { hit = hit || s * w[i] > k; }"
                        + " return hit ? s : 0;"))
                .containsExactly("hit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (s > k) { s = k; } for (int i = 0; i < n; i++) { s = s * w[i]; } return s;",
                "double x = 0; boolean in = s > k; for (int i = 0; i < n; i++) { x = x + w[i]; }"
                        + " return in ? x * (s - k) : 0;"
            })
    void branchesBeforeLoopsThatMeet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @Test
    void branchBeforeALoopThatReadsWhatDiffers() {
        assertThat(jumpsIn("double x = 0; if (s > k) { x = 1; } for (int i = 0; i < n; i++) { s = s * x; } return s;"))
                .containsExactly("s > k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double x = 0; for (int i = 0; i < n; i++) { double d = s * w[i] - k; x += d > 0 ? d : 0; } return x;",
                "for (int i = 0; i < n; i++) { s += Sampler.normal(0, sigma); if (s < 0) { s = 0; } } return s;",
                "double x = s; int i = 0; while (i < n) { x = x * w[i]; if (x > b) x = b; i++; } return x;",
                "double x = 0; for (int i = 0; i < n; i++) { boolean up = s > w[i]; if (up) x += s - w[i]; } return x;",
                "double v = s; for (int i = 0; i < n; i++) { double vp = Math.max(v, 0); v += k * (b - vp)"
                        + " + sigma * Math.sqrt(vp) * Sampler.normal(0, 1); } return v;"
            })
    void branchesInLoopsThatMeet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @Test
    void branchesInLoopsThatJump() {
        assertThat(jumpsIn("double x = 0; for (int i = 0; i < n; i++) { if (s * w[i] > k) { x += 1; } } return x;"))
                .containsExactly("s * w[i] > k");
        assertThat(jumpsIn("double x = 0; for (int i = 0; i < n; i++) { if (s > k) { x = s; } s = s * w[i]; }"
                        + " return x;"))
                .containsExactly("s > k");
    }

    @Test
    void earlyReturnInALoop() {
        assertThat(jumpsIn("for (int i = 0; i < n; i++) { s = s * Sampler.logNormal(0, sigma);"
                        + " if (s < b) { return 0; } } return s;"))
                .containsExactly("s < b");
        assertThat(jumpsIn("for (int i = 0; i < n; i++) { s = s * w[i]; if (z > 3) { return 0; } } return s;"))
                .isEmpty();
    }

    @Test
    void earlyReturnInALoopWhoseSidesReturnTheSame() {
        assertThat(jumpsIn("for (int i = 0; i < n; i++) { s = s * w[i];"
                        + " if (s < b) { return 0; } else { return s - b; } } return s;"))
                .isEmpty();
    }

    @Test
    void breakOutOfALoop() {
        assertThat(jumpsIn("for (int i = 0; i < n; i++) { s = s * w[i]; if (s > b) { break; } } return s;"))
                .containsExactly("s > b");
    }

    @Test
    void conditionOfALoop() {
        assertThat(jumpsIn("double x = s; while (x < b) { x = x + k; } return x;"))
                .containsExactly("x < b");
        assertThat(jumpsIn("double x = s; int i = 0; while (i < n && x < b) { x = x + k; i++; } return x;"))
                .containsExactly("i < n && x < b");
        assertThat(jumpsIn("double x = s; for (int i = 0; x < b; i++) { x = x + k; } return x;"))
                .containsExactly("x < b");
        assertThat(jumpsIn("double x = s; while (x < b) { x = x + k; } return s;"))
                .isEmpty();
    }

    @Test
    void drawInTheConditionOfALoop() {
        assertThat(jumpsIn("double x = 0; while (Sampler.exponential(s0) < 1) { x = x + k; } return x;"))
                .containsExactly("Sampler.exponential(s0) < 1");
    }

    @Test
    void randomnessArrivesThroughLoopsAndConditions() {
        assertThat(jumpsIn("double a = 0; double x = 0; for (int i = 0; i < n; i++) {"
                        + " if (a > k) { x = 1; } a = a + Sampler.normal(0, 1); } return x;"))
                .containsExactly("a > k");
        assertThat(jumpsIn("double a = 0; if (z > 0) { a = 1; } return a * s0 > k ? 1 : 0;"))
                .containsExactly("a * s0 > k");
    }

    @Test
    void variableIsNoLongerRandomOnceItIsOverwritten() {
        assertThat(jumpsIn("double a = s; a = s0; return a > k ? s : 0;")).isEmpty();
    }

    @Test
    void helpersAreLookedInto() {
        assertThat(jumps("""
                        @Pathwise
                        static double price(double s0, double sigma, double k) {
                            double s = s0 * Sampler.logNormal(0, sigma);
                            return positive(s - k) + step(s - k) + step(s + k);
                        }
                        @Pathwise
                        static double positive(double x) {
                            if (x > 0) return x;
                            return 0;
                        }
                        @Pathwise
                        static double step(double y) {
                            return y > 0 ? 1 : 0;
                        }
                        """)).containsOnly("y > 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return c && s > k ? s - k : 0;",
                "return !c || s < k ? 0 : s - k;",
                "boolean d = n > 2; if (d && s > k) { return s - k; } return 0;",
                "if (t.equals(\"call\") && s > k) return s - k; return t.isEmpty() || s > k ? 0 : k - s;"
            })
    void whatIsTheSameOnEveryPathTakesNoPart(String body) {
        assertThat(jumpsWithConstants(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            return c && s > k ? s : 0;                                       | c && s > k
            boolean d = s > b; return d && s > k ? s - k : 0;                | d && s > k
            boolean d = c; if (s > b) d = !d; return d ? s : 0;              | s > b
            boolean d = c; if (n > 1) d = s > b; return d && s > k ? s - k : 0; | d && s > k
            """)
    void whatHidesAComparisonDoes(String body, String condition) {
        assertThat(jumpsWithConstants(body)).contains(condition);
    }

    private static List<String> jumpsWithConstants(String body) {
        return jumps("""
                @Pathwise
                static double value(double s0, double sigma, double k, double b, int n, boolean c, String t) {
                    double s = s0 * Math.exp(sigma * Sampler.normal(0, 1));
                """ + body + "}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Double.isFinite(s) && s > k", "Double.compare(s, k) > 0", "Double.compare(s, k) <= 0"})
    void orderingsByTheLibraryAreTold(String condition) {
        assertThat(jumpsIn("return " + condition + " ? s : 0;")).containsExactly(condition);
    }
}
