package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Arrays as arguments of calls that stay calls. */
class ArrayCallsTest {
    private static final String VECTORS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            public final class Vectors {
                @Pathwise static double dot(double[] a, double[] b) {
                    double sum = 0;
                    for (int i = 0; i < a.length; i++) {
                        sum += a[i] * Math.sin(b[i]);
                    }
                    return sum;
                }
                @Pathwise static double norm(double[] a) { return Math.sqrt(dot(a, a)); }
                @Pathwise static double weighted(double[] a, double weight, @Constant double[] scales) {
                    return a[0] * Math.exp(-weight * scales[0]) + a[a.length - 1] * weight;
                }
            }
            """;

    private static final CompilationResult COMPILED = Programs.compile(VECTORS, """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            final class User {
                @Pathwise static double same(double[] x) { return Vectors.dot(x, x) + x[0]; }
                @Pathwise static double twice(double[] x, double[] y) {
                    return Vectors.dot(x, y) * Vectors.dot(y, x) + Vectors.weighted(x, y[0], new double[] {2, 3});
                }
                @Pathwise static double looped(double[] x, double[] y, int n) {
                    double s = 1;
                    for (int i = 0; i < n; i++) {
                        s = Math.sin(s + Vectors.dot(x, y)) * Vectors.weighted(y, s, new double[] {1, i});
                        if (s > 10) {
                            break;
                        }
                    }
                    return s;
                }
                @Pathwise static double summed(double[] x, @Constant double[] y, int n) {
                    double s = y[1];
                    for (int i = 0; i < n; i++) {
                        s += Vectors.weighted(x, s, y) * y[0];
                    }
                    return s;
                }
                @Pathwise static double summedApart(double[] x, double factor, int n) {
                    double s = 0;
                    for (int i = 0; i < n; i++) {
                        s += Vectors.weighted(x, i * factor, new double[] {1}) * factor;
                    }
                    return s;
                }
                @Pathwise static double local(double[] x, double factor) {
                    double[] scaled = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        scaled[i] = x[i] * factor * i;
                    }
                    double first = Vectors.dot(scaled, x);
                    scaled[0] = first * factor;
                    scaled[1] += Vectors.norm(scaled);
                    double second = Vectors.dot(x, scaled);
                    scaled[1] = 0;
                    return second * Vectors.norm(scaled) + first;
                }
                @Pathwise static double rows(double[] x, int n) {
                    double[][] m = new double[n][x.length];
                    double s = 0;
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < x.length; j++) {
                            m[i][j] = x[j] * (i + 1) + s;
                        }
                        s += 0.1 * Vectors.dot(m[i], x);
                    }
                    return s + Vectors.dot(m[0], m[n - 1]);
                }
                @Pathwise static double fresh(double x, double y) {
                    return Vectors.dot(new double[] {x, y, x * y}, new double[] {y, 1, 2}) * Vectors.norm(new double[] {x});
                }
                @Pathwise static double chosen(double[] x, double[] y) {
                    double s = 0;
                    if (x[0] > y[0]) {
                        s = Vectors.dot(x, y) * Vectors.norm(y);
                    }
                    return s * Vectors.dot(y, y);
                }
                @Pathwise static double halves(double[] x, int from, int to) {
                    if (to - from < 1) {
                        return Math.sin(x[from]);
                    }
                    int middle = (from + to) / 2;
                    return halves(x, from, middle) * x[to] + Math.cos(halves(x, middle + 1, to));
                }
                @Pathwise static double sumOfCopies(double[] x, double y) {
                    if (x.length == 1) {
                        return x[0] * y;
                    }
                    double[] rest = java.util.Arrays.copyOfRange(x, 1, x.length);
                    rest[0] = rest[0] * y + x[0];
                    return sumOfCopies(rest, y * y) + Math.exp(x[0]);
                }
            }
            """);

    private static final double[] X = {0.7, -0.3, 0.4};
    private static final double[] Y = {0.2, 0.9, -0.6};

    private static void check(String method, Object... arguments) {
        Modes.check(new Subject(COMPILED, "demo.User", method, Set.of()), Point.at(arguments));
    }

    @Test
    void inLoopsThatAddUp() {
        Modes.check(
                new Subject(COMPILED, "demo.User", "summed", Set.of("y")),
                Point.at(new double[] {0.3, 0.7}, new double[] {0.4, 0.9}, 3));
        Modes.check(
                new Subject(COMPILED, "demo.User", "summedApart", Set.of()), Point.at(new double[] {0.3, 0.7}, 0.6, 3));
    }

    @Test
    void oneArrayForTwoParameters() {
        check("same", (Object) X);
    }

    @Test
    void severalCalls() {
        check("twice", X, Y);
    }

    @Test
    void callsInLoops() {
        check("looped", X, Y, 4);
        check("looped", X, Y, 0);
    }

    @Test
    void localArraysThatAreOverwritten() {
        check("local", X, 1.3);
    }

    @Test
    void rowsOfMatrices() {
        check("rows", X, 3);
    }

    @Test
    void newArrays() {
        check("fresh", 0.7, 1.1);
    }

    @Test
    void callsInBranches() {
        check("chosen", X, Y);
        check("chosen", Y, X);
    }

    @Test
    void recursionOverAParameterArray() {
        check("halves", new double[] {0.3, -0.7, 1.1, 0.4, 0.9}, 0, 4);
    }

    @Test
    void recursionOverLocalArraysOfEveryLength() {
        check("sumOfCopies", new double[] {0.3, -0.7, 1.1, 0.4}, 1.2);
    }

    @Test
    void aCopyOfAnActiveArrayIsActive() {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(VECTORS)
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        final class User {
                            @Pathwise static double f(double[] x) {
                                return Vectors.weighted(x, 2, x.clone());
                            }
                        }
                        """)
                .compile();
        assertThat(result.places()).containsExactly("ConstantArgument 5:32");
    }
}
