package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private methods without an annotation that take constants: generated code cannot call them. */
class PrivateHelpersTest {
    private static final String BASE = """
            package demo;
            class Base {
                protected final double slope = 1.5;
                protected final double[] levels = {1, 2};
                final int hidden = 1;
                double level(int i) { return i; }
            }
            """;

    private static final String CLASS = """
            package demo;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            class Private extends Base {
                enum Kind { CALL, PUT }
                final int hidden = 2;
                private final double[] weights = {1, 2, 3};
                private static int index(int i, int j, int n) { return i * n + j; }
                private double weight(int i) { return weights[i %% 3] * slope; }
                private static double sign(Kind kind) { return switch (kind) { case CALL -> 1.5; case PUT -> -0.5; }; }
                private static boolean odd(int i) {
                    if (i < 0) { throw new IllegalArgumentException("negative: " + i); }
                    return i %% 2 == 1;
                }
                private static int sum(int[] a) { int s = 0; for (int each : a) { s += twice(each); } return s; }
                private static int twice(int i) { return visible(i) * 2; }
                static int visible(int i) { return i; }
                private static double[] table(int n) {
                    double[] t = new double[n + 1];
                    for (int i = 0; i <= n; i++) { t[i] = 1.0 / (i + 1); }
                    return t;
                }
                private static double noise(int i) { return Sampler.normal(i, 0.5); }
                private static int self(int i) { return i < 1 ? 0 : 1 + self(i - 1); }
                private static String text(int i) { return "a" + i; }
                private static int counted(int i) { calls++; return i; }
                private static double real(double x) { return x * x; }
                static int calls;
                @SuppressWarnings("pathwise") @Pathwise double f(double x, double y, int n) {
                    %s
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] m = {x, y, x * y, 2}; double s = 0; for (int i = 0; i < 2; i++) { for (int j = 0; j < 2; j++) { "
                        + "s += m[index(i, j, 2)] * m[index(j, i, 2)] * x; } } return s;",
                "double s = y; for (int i = 0; i < n; i++) { s += weight(i) * x * x; } return s * this.weight(1);",
                "return sign(n > 1 ? Kind.CALL : Kind.PUT) * x * x * y;",
                "double s = y; for (int i = 0; i < n; i++) { if (odd(i)) { s *= x; } else { s += sign(Kind.PUT) * x * s; } } return s;",
                "return sum(new int[] {n, 2}) * x * x + y;",
                "double[] t = table(n); double s = 0; for (double each : t) { s += each * x * x; } return s * y + table(2)[1];",
                "double s = x; for (int i = 0; i < n; i++) { s *= y + noise(i); } return s;",
                "int k = (int) (3 * x); return odd(k) ? x * y : y * y;",
                "return super.slope * x * x + super.levels[1] * y;",
            })
    void becomeParts(String body) {
        Subject subject = new Subject(Programs.compile(BASE, CLASS.formatted(body)), "demo.Private", "f", Set.of());
        for (int n = 0; n < 4; n++) {
            Modes.check(subject, Point.at(1.3, 0.7, n).normals(0.3, -0.8, 0.5));
        }
    }

    @Test
    void theyHaveNoMembers() {
        String body = "return weight(n) * x + table(n)[0] * y;";
        Subject subject = new Subject(Programs.compile(BASE, CLASS.formatted(body)), "demo.Private", "f", Set.of());
        assertThat(Stream.of(subject.companion().getDeclaredMethods()).map(each -> each.getName()))
                .containsExactlyInAnyOrder("f", "fForward", "fReverse", "fGradient", "fFunction");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            return self(n) * x;             | UnknownCall 30:20 | give the method package access, or annotate it
            return text(n).length() * x;    | UnknownCall 30:20 | give the method package access
            return counted(n) * x;          | UnknownCall 30:23 | give the method package access, or annotate it
            return real(2) * x;             | UnknownCall 30:20 | give the method package access, or annotate it
            return real(x) * x;             | UnknownCall 30:20 | annotate it with @Pathwise
            return super.hidden * x;        | UnsupportedExpression 30:21 | declare a method of this class
            return super.level(n) * x;      | UnsupportedExpression 30:27 | declare a method of this class
            return super.nothing * x;       | UnsupportedExpression 30:21 | declare a method of this class
            """)
    void refuses(String body, String place, String help) {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(BASE)
                .source(CLASS.formatted(body))
                .compile();
        assertThat(result.places()).containsExactly(place);
        assertThat(result.messages().get(0).text().lines()).last().asString().contains("help: ", help);
    }

    @Test
    void aDefaultMethodIsOverridableWhateverIsFinal() {
        CompilationResult result =
                SourceCompiler.with(new PathwiseProcessor()).source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        interface Discount { @Pathwise default double factor(double r) { return Math.exp(-r); } }
                        final class Flat implements Discount {
                            @Pathwise double f(double r) { return 2 * factor(r); }
                        }
                        """).compile();
        assertThat(result.places()).containsExactly("UnknownCall 5:53");
        assertThat(result.messages().get(0).text())
                .contains("a class may override demo.Discount.factor")
                .contains("help: move its code into a static @Pathwise method");
    }
}
