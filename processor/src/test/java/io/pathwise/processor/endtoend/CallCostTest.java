package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.Gradient;
import java.lang.reflect.Field;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What calls that stay calls cost: every body runs once, however deep the calls are. */
class CallCostTest {
    private static final int LEVELS = 12;

    private static final String COUNTED = """
            package demo;
            import io.pathwise.Derivative;
            public final class Counted {
                static int values;
                static int derivatives;
                static double f(double x) {
                    values++;
                    return Math.sin(x);
                }
                @Derivative(of = "f")
                static double fDerivative(double x) {
                    derivatives++;
                    return Math.cos(x);
                }
            }
            """;

    @Test
    void recursionCostsWhatItsDepthDoes() throws ReflectiveOperationException {
        CompilationResult compiled = Programs.compile(COUNTED, """
                package demo;
                import io.pathwise.Pathwise;
                final class Deep {
                    @Pathwise static double down(double x, int n) {
                        return n == 0 ? x : Counted.f(x) + 0.5 * down(x * 0.9, n - 1);
                    }
                }
                """);
        Subject down = new Subject(compiled, "demo.Deep", "down", Set.of());
        for (int depth : new int[] {1, 10, 100}) {
            assertThat(evaluations(down, Point.at(0.7, depth))).containsExactly(depth, depth);
        }
    }

    @Test
    void aChainOfClassesCostsWhatItsLengthDoes() throws ReflectiveOperationException {
        String[] sources = new String[LEVELS + 1];
        sources[0] = COUNTED;
        for (int i = 0; i < LEVELS; i++) {
            String next = i + 1 < LEVELS ? "Level" + (i + 1) + ".f(x * 0.9)" : "x";
            sources[i + 1] = """
                    package demo;
                    import io.pathwise.Pathwise;
                    final class Level%d {
                        @Pathwise static double f(double x) { return Counted.f(x) * %s; }
                    }
                    """.formatted(i, next);
        }
        Subject first = new Subject(Programs.compile(sources), "demo.Level0", "f", Set.of());
        assertThat(evaluations(first, Point.at(0.7))).containsExactly(LEVELS, LEVELS);
    }

    @Test
    void helpersThatDoubleAtEveryLevelStayCalls() {
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            String next = i + 1 < 20 ? "f" + (i + 1) : "Math.sin";
            methods.append("@Pathwise static double f%d(double x) { return %s(x * 0.9) + 0.3 * %s(x); }%n"
                    .formatted(i, next, next));
        }
        CompilationResult compiled = Programs.compile(
                "package demo;\nimport io.pathwise.Pathwise;\nfinal class Doubling {\n" + methods + "}\n");
        Subject first = new Subject(compiled, "demo.Doubling", "f0", Set.of());
        assertThat(compiled.generatedSources().get("demo.DoublingPathwise")).hasSizeLessThan(2_000_000);
        Modes.valuesAreTheSources(first, Point.at(0.7));
        Modes.reverseIsForwardTransposed(first, Point.at(0.7));
    }

    @Test
    void aRuleRunsOnceForEveryCall() throws ReflectiveOperationException {
        CompilationResult compiled = Programs.compile(COUNTED, """
                package demo;
                import io.pathwise.Pathwise;
                final class Looped {
                    @Pathwise static double sum(double x, int n) {
                        double s = x;
                        for (int i = 0; i < n; i++) {
                            s = s * Counted.f(s) + x;
                        }
                        return s;
                    }
                }
                """);
        Subject sum = new Subject(compiled, "demo.Looped", "sum", Set.of());
        assertThat(evaluations(sum, Point.at(0.7, 30))).containsExactly(30, 30);
    }

    /** How often value and derivative are evaluated in one reverse sweep. */
    private static int[] evaluations(Subject subject, Point point) throws ReflectiveOperationException {
        Class<?> counted = subject.companion().getClassLoader().loadClass("demo.Counted");
        Field values = counted.getDeclaredField("values");
        Field derivatives = counted.getDeclaredField("derivatives");
        values.setAccessible(true);
        derivatives.setAccessible(true);
        values.setInt(null, 0);
        derivatives.setInt(null, 0);
        Gradient gradient = subject.newGradient(point);
        subject.gradient(point, gradient);
        return new int[] {values.getInt(null), derivatives.getInt(null)};
    }
}
