package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pathwise.processor.testing.CompilationResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same in every iteration is computed once, and nothing else is noticed. */
class InvariantsTest {
    private static final double[] NORMALS = {0.3, -1.1, 0.7, 0.2, -0.4, 1.3, -0.9, 0.1, 0.6, -0.2, 0.8, -1.4};
    private static final double[] UNIFORMS = {0.3, 0.8, 0.1, 0.6, 0.45, 0.9, 0.2, 0.7, 0.35, 0.55, 0.15, 0.65};

    private static CompilationResult compile(String body) {
        return Programs.compile("""
                package demo;
                import io.pathwise.Constant;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class Paths {
                    @SuppressWarnings("pathwise") @Pathwise
                    static double f(double x, double a, double b, @Constant double dt, @Constant double[] w, int n) {
                        %s
                        return x;
                    }
                }
                """.formatted(body));
    }

    private static Point at(double a, double b, double[] w, int n) {
        return Point.at(1.2, a, b, 0.25, w, n).normals(NORMALS).uniforms(UNIFORMS);
    }

    private static Point at(int n) {
        return at(0.4, 0.7, new double[] {0.5, -0.3, 0.9, 0.2}, n);
    }

    private static Subject subject(CompilationResult compiled) {
        return new Subject(compiled, "demo.Paths", "f", Set.of("dt", "w"));
    }

    /** Checks all modes, without iterations and with some. */
    private static void modesAgree(CompilationResult compiled) {
        Subject subject = subject(compiled);
        for (int n = 0; n < 4; n++) {
            Modes.check(subject, at(n));
        }
    }

    /** The lines of generated loops, in all modes. */
    private static List<String> looped(CompilationResult compiled) {
        List<String> lines = new ArrayList<>();
        Deque<String> ends = new ArrayDeque<>();
        String source = String.join("\n", compiled.generatedSources().values());
        source.lines().forEach(line -> {
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            if (line.equals(ends.peek())) {
                ends.pop();
            } else if (!ends.isEmpty()) {
                lines.add(line.strip());
            }
            if (line.strip().startsWith("for (") || line.strip().startsWith("while (")) {
                ends.push(indent + "}");
            }
        });
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < n; i++) { double dw = Sampler.normal(0, Math.sqrt(dt)); x += a * x * dt + b * x * dw; }",
                "for (int i = 0; i < n; i++) { x *= Math.cos(Sampler.normal(a * dt, b * Math.sqrt(dt))); }",
                "for (int i = 0; i < n; i++) { for (int j = 0; j < 3; j++) { "
                        + "x += Math.sqrt(1 - a * a) * Math.cos(x) * Sampler.normal(0, 1); } }",
                "int i = 0; while (i < n) { double root = Math.sqrt(dt); x += b * root * Math.cos(x); i++; }",
                "for (int i = 0; i < n; i++) { if (i % 2 == 0) { x += Sampler.normal(a, b * Math.sqrt(dt)); } "
                        + "else { x *= Math.cos(x); } }",
                "for (int i = 0; i < n; i++) { double v = a * dt; double root = Math.sqrt(v); x += root * Math.cos(x); }",
                "for (int i = 0; i < n; i++) { x += x > 0 ? Math.sqrt(dt) * a : b; }",
            })
    void rootIsComputedBeforeTheLoop(String body) {
        CompilationResult compiled = compile(body);
        assertThat(looped(compiled)).isNotEmpty().noneMatch(each -> each.contains("sqrt("));
        modesAgree(compiled);
    }

    @Test
    void partialDerivativesThatDoNotChangeAreComputedBeforeTheLoop() {
        CompilationResult compiled = compile("""
                for (int i = 0; i < n; i++) {
                    double k1 = -a * x;
                    double k2 = -a * (x + 0.5 * dt * k1);
                    double k3 = -a * (x + 0.5 * dt * k2);
                    double k4 = -a * (x + dt * k3);
                    x += dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
                }""");
        assertThat(looped(compiled)).contains("xBar *= xPartial;").noneMatch(each -> each.contains(" / "));
        modesAgree(compiled);
    }

    /** A branch that is not taken must not turn its derivative to NaN, and one that leaves is run only once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < n; i++) { if (x < 0) { x += Math.exp(5000 * a); } else { x += a; } }",
                "for (int i = 0; i < n; i++) { if (x > 2.1) { return x * Math.exp(-dt); } x += a; }",
            })
    void whatABranchComputesStaysThere(String body) {
        CompilationResult compiled = compile(body);
        assertThat(looped(compiled)).anyMatch(each -> each.contains("exp("));
        Modes.check(subject(compiled), at(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < n; i++) { x += Math.cos(x) * Sampler.normal(a, b); }",
                "for (int i = 1; i <= n; i++) { x += Sampler.exponential(b) * Math.cos(x) * Sampler.normal(a, b); }",
                "for (int i = n; i > 0; i--) { for (int j = 0; j < 3; j++) { x += Math.cos(x) * Sampler.normal(a, b); } }",
                "for (int i = 0; i < 3; i++) { x += n * Math.cos(x) * Sampler.logNormal(a, b); }",
            })
    void parametersAreCheckedBeforeTheLoop(String body) {
        CompilationResult compiled = compile(body);
        assertThat(looped(compiled)).isNotEmpty().noneMatch(each -> each.contains("Parameters.check"));
        modesAgree(compiled);
        Subject subject = subject(compiled);
        double[] w = {};
        for (int n = 0; n < 4; n++) {
            failsAsTheSource(subject, at(0.4, -1, w, n));
            failsAsTheSource(subject, at(0.4, Double.NaN, w, n));
            failsAsTheSource(subject, at(Double.NaN, 1, w, n));
        }
    }

    /** Something else may end in an exception before, or the parameters change, or not every iteration draws. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < n; i++) { x += w[i]; x *= Sampler.normal(a, b); }",
                "for (int i = 0; i < n; i++) { x += Sampler.normal(a * x, 1); x *= Sampler.normal(a, b); }",
                "for (int i = 0; i < n; i++) { if (i == 2) { x += Sampler.normal(a, b); } }",
                "for (int i = 0; i < n; i++) { if (x > 1.5) { return x; } x += Sampler.normal(a, b); }",
                "while (x < 2) { x += 0.2 + Sampler.exponential(b); }",
                "for (int i = 0; i < n; i++) { double g = Sampler.gamma(a, 1); x += g + Sampler.normal(a, b); }",
            })
    void otherChecksStay(String body) {
        CompilationResult compiled = compile(body);
        assertThat(looped(compiled)).anyMatch(each -> each.contains("Parameters.check"));
        Subject subject = subject(compiled);
        Modes.valuesAreTheSources(subject, at(3));
        for (int n = 0; n < 4; n++) {
            for (double[] w : new double[][] {{}, {0.5}, {0.5, 0.1, 0.2, 0.3}}) {
                failsAsTheSource(subject, at(0.4, -1, w, n));
                failsAsTheSource(subject, at(-0.4, Double.NaN, w, n));
                failsAsTheSource(subject, at(0.4, 0.7, w, n));
            }
        }
    }

    /** All modes end in the exception in which the user's method ends, or none does. */
    private static void failsAsTheSource(Subject subject, Point point) {
        Throwable expected = catchThrowable(() -> subject.source(point));
        double[] direction = new double[subject.coordinates(point).size()];
        List<ThrowingCallable> modes = List.of(
                () -> subject.value(point),
                () -> subject.forward(point, direction),
                () -> subject.reverse(point, 1, subject.newGradient(point)));
        for (ThrowingCallable each : modes) {
            Throwable actual = catchThrowable(each);
            if (expected == null) {
                assertThat(actual).as("%s", point).isNull();
            } else {
                assertThat(actual).as("%s", point).isExactlyInstanceOf(expected.getClass());
                assertThat(actual).as("%s", point).hasMessage(expected.getMessage());
            }
        }
    }

    /** The record is read where the user's method reads it: a null in it matters only where an iteration reads it. */
    @Test
    void valueReadsRecordsWhereTheSourceDoes() {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                class Paths {
                    record Inner(double a) {}
                    record Outer(Inner inner) {}
                    @Pathwise
                    static double f(Outer outer, double x, int n) {
                        for (int i = 0; i < n; i++) { x += Math.sqrt(outer.inner().a()) * Math.cos(x); }
                        return x;
                    }
                }
                """);
        assertThat(looped(compiled)).anyMatch(each -> each.contains("Math.sqrt(outer.inner().a())"));
        Subject subject = new Subject(compiled, "demo.Paths", "f", Set.of());
        Modes.check(subject, Point.at(RecordArgument.of(RecordArgument.of(0.7)), 1.2, 3));
        Point withoutIterations = Point.at(RecordArgument.of((Object) null), 1.2, 0);
        assertThat(subject.value(withoutIterations)).isEqualTo(subject.source(withoutIterations));
    }
}
