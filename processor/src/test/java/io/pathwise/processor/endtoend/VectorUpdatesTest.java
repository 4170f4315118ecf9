package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Multiples of vectors that the reverse sweep adds to vectors, which the runtime does in loops of their own. */
class VectorUpdatesTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            class Update {
                @SuppressWarnings("pathwise") @Pathwise static double f(double[] w, double[] b, @Constant double[] x) {
                    %s
                }
            }
            """;

    private static CompilationResult compile(String body) {
        return Programs.compile(CLASS.formatted(body));
    }

    private static void check(CompilationResult compiled) {
        Subject subject = new Subject(compiled, "demo.Update", "f", Set.of("x"));
        Modes.check(
                subject,
                Point.at(new double[] {0.7, -0.4, 1.1}, new double[] {0.1, 0.2, -0.3}, new double[] {1.5, -2, 0.3}));
    }

    private static boolean isCall(CompilationResult compiled) {
        return compiled.generatedSources().values().stream().anyMatch(each -> each.contains("Vectors.addMultiple("));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] v = new double[3]; for (int i = 0; i < 3; i++) { v[i] = w[i] * b[i]; } double s = 0; "
                        + "for (int i = 0; i < 3; i++) { s += v[i] * x[i]; } return s * s;",
                "double[] v = w.clone(); double s = b[0]; for (int i = 2; i >= 0; i--) { s -= v[i] * x[i]; } return s * s;",
                "double[] v = w.clone(); double s = 0; for (int i = 0; i < v.length; i++) { s += v[i] * x[i]; } "
                        + "for (int i = 0; i < v.length; i++) { v[i] = Math.sin(v[i] * s); } return v[0] * v[1] * v[2];",
            })
    void areCalls(String body) {
        CompilationResult compiled = compile(body);
        assertThat(isCall(compiled)).isTrue();
        check(compiled);
    }

    /** Where a vector is also what is added to, the factor changes or the elements are not those of one index. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] v = w.clone(); double s = 0; for (int i = 0; i < 3; i++) { s += v[i] * v[2 - i] * b[i]; } return s;",
                "double[] v = w.clone(); for (int i = 0; i < 2; i++) { v[i + 1] += v[i] * 0.5; } return v[2] * b[0];",
                "double[] v = w.clone(); double s = 1; for (int i = 0; i < 3; i++) { s = s * x[i] + v[i]; } return s * b[1];",
                "double[] v = w.clone(); double s = 0; for (int i = 1; i < 3; i++) { s += v[i] * x[i]; } return s * s;",
            })
    void stayLoops(String body) {
        CompilationResult compiled = compile(body);
        assertThat(isCall(compiled)).isFalse();
        check(compiled);
    }

    /** Behind a root, whose derivative may be infinite, nothing is added where the vector is zero. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] v = w.clone(); double s = 0; for (int i = 0; i < 3; i++) { s += v[i] * x[i]; } "
                        + "return Math.sqrt(s) + b[0];",
                "double[] v = w.clone(); double s = 0; for (int i = 2; i >= 0; i--) { s += x[i] * v[i]; } "
                        + "return Math.sqrt(s) + b[0];",
            })
    void behindRootsAreCallsToo(String body) {
        CompilationResult compiled = compile(body);
        assertThat(compiled.generatedSources().values())
                .singleElement()
                .asString()
                .contains("Vectors.addUnboundedMultiple(")
                .doesNotContain("== 0 ? 0 : x[i]");
        Subject subject = new Subject(compiled, "demo.Update", "f", Set.of("x"));
        double[] b = {0.1, 0.2, -0.3};
        double[] w = {0.7, -0.4, 1.1};
        Modes.check(subject, Point.at(w, b, new double[] {1.5, -2, 0.3}));
        assertThat(subject.partials(Point.at(w, b, new double[] {1.1, 0, -0.7}), 1))
                .containsExactly(Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, 1, 0, 0);
    }
}
