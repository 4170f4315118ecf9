package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much noise a path needs is known beforehand wherever it follows from the arguments. */
class KnownNoiseTest {
    private static final int N = 5;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            for (int i = 0; i < n; i++) { a += normal(0, 1); } return a;                                       => 5
            for (int i = 0, m = n; i < m; i++) { a += normal(0, 1); } return a;                                => 5
            double s = 0; for (int i = 0; i < (int) (4 * a) + n; i++) { s += normal(a, 1); } return s;         => 7
            int m = 2 * n - 1; for (int i = 0; i < m; i++) { a += normal(0, 1); } return a;                    => 9
            double[] x = new double[n + 1]; for (int i = 1; i < x.length; i++) { x[i] = normal(a, 1); } return x[n]; => 5
            double[] x = {a, 1, 2}; for (double v : x) { a += v * normal(0, 1); } return a;                    => 3
            double[] x = c.clone(); double[] y = x; for (double v : y) { a += v * normal(0, 1); } return a;    => 2
            double[] x = java.util.Arrays.copyOf(c, n); for (double v : x) { a += v * normal(0, 1); } return a; => 5
            double[] x = java.util.Arrays.copyOfRange(c, 1, n); for (double v : x) { a += v * normal(0, 1); } return a; => 4
            double[][] m = new double[n][2]; for (double[] row : m) { for (int j = 0; j < 2; j++) { row[j] = normal(a, 1); } } return m[0][0]; => 10
            return normal(c, c)[0];                                                                            => 2
            double[] z = normal(new double[n], new double[n]); return z[0];                                    => 5
            for (int i = 0; i < n; i++) { a += normal(c, c)[1]; } return a;                                    => 10
            for (double v : c) { a += v * normal(0, 1); } a *= normal(0, 1); return normal(c, c)[0] * a;        => 5
            double[] z = new double[3]; for (int i = 0; i < n; i++) { z = normal(c, normal(c, c)); } return z[0] * normal(0, 1) + normal(c, c)[1]; => unknown
            for (int i = 0; i < 3; i++) { a += normal(c, normal(c, c))[1]; } return a * normal(0, 1) + normal(c, c)[1]; => 15
            double[] z = normal(c, c); if (a > 0) { z = new double[n]; } return z[0] * normal(z, z)[0];         => unknown
            if (a > 0) { double[] b = normal(c, c); a += b[0]; } return a * normal(0, 1);                       => unknown
            { double[] b = new double[3]; a += normal(b, b)[0]; } return a * normal(0, 1);                      => 4
            int m = n; if (a > 0) { m = 1; } for (int i = 0; i < m; i++) { a += normal(0, 1); } return a;      => unknown
            if (n == 0) { return a; } for (int i = 0; i < 10 / n; i++) { a += normal(0, 1); } return a;        => unknown
            while (a < 9) { a += exp(normal(0, 1)); } return a;                                                => unknown
            """)
    void isKnown(String body, String count) throws ReflectiveOperationException {
        CompilationResult result = Programs.compile("""
                package demo;
                import static io.pathwise.runtime.Sampler.normal;
                import static java.lang.Math.exp;
                class Noisy {
                    @SuppressWarnings("pathwise:jump")
                    @io.pathwise.Pathwise static double f(double a, @io.pathwise.Constant double[] c, int n) { %s }
                }
                """.formatted(body));
        Class<?> companion = result.load("demo.NoisyPathwise");
        var method = companion.getDeclaredMethod("fFunction", double[].class, int.class);
        method.setAccessible(true);
        PathwiseFunction function = (PathwiseFunction) method.invoke(null, new double[] {1, 2}, N);
        NoiseCount noise = function.noise(new double[] {0.5});
        assertThat(noise)
                .isEqualTo(
                        count.equals("unknown")
                                ? NoiseCount.dataDependent()
                                : NoiseCount.of(Integer.parseInt(count), 0));
    }
}
