package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adjoints of elements that several statements read, collected in a variable where nothing comes between. */
class ElementSumsTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Pathwise;
            class Elements {
                @SuppressWarnings("pathwise") @Pathwise static double f(double[] w, double x, int n) { double s = x; %s }
            }
            """;

    private static CompilationResult compile(String body) {
        return Programs.compile(CLASS.formatted(body));
    }

    private static void check(CompilationResult compiled) {
        Subject subject = new Subject(compiled, "demo.Elements", "f", Set.of());
        for (int n = 0; n < 4; n++) {
            Modes.check(subject, Point.at(new double[] {0.7, -0.4, 1.1}, 1.3, n));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] v = w.clone(); for (int i = 0; i < n; i++) { double a = Math.sin(v[i]); s = s * a - v[i]; } return s;",
                "double[] v = w.clone(); for (int i = 0; i < n; i++) { s = Math.sin(s) * v[i] + Math.exp(-v[i]) * x; } "
                        + "return s * v[0];",
            })
    void areCollected(String body) {
        CompilationResult compiled = compile(body);
        assertThat(compiled.generatedSources().values()).anyMatch(each -> each.contains("double vIBar"));
        check(compiled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] v = w.clone(); for (int i = 0; i < n; i++) { double a = v[i] * s; v[i] = a * a; s = v[i] + a; } "
                        + "return s * v[0];",
                "double[] v = w.clone(); for (int i = 0; i < n; i++) { int j = 2 - i; s = s * v[i] + v[j] * x + v[i] * v[i]; } "
                        + "return s * v[0];",
                "double[] v = w.clone(); double[] u = v; for (int i = 0; i < n; i++) { s = s * v[i]; u[i] = Math.sin(s); "
                        + "s = s + v[i] * x; } return s * u[0];",
                "double[] v = w.clone(); for (int i = 0; i < n; i++) { s = s * v[i]; if (s > 0) { v[i] = s * x; } "
                        + "s = Math.sin(s + v[i]); } return s * v[1];",
                "double[] v = w.clone(); int j = 0; for (int i = 0; i < n; i++) { s = s * v[j]; j = i; s += Math.sin(v[j] * s); } "
                        + "return s * v[j];",
            })
    void areRightWhateverComesBetween(String body) {
        check(compile(body));
    }
}
