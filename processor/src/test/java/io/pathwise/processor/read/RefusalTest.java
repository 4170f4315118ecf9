package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    /** Each statement stands in line 2 from column 5 on, where x is active and the other names are parameters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    for (double e : n) x += e;              | TypeMismatch 2:21
                    for (int e : w) x += e;                 | TypeMismatch 2:14
                    for (var e : missing) x += e;           | UnknownName 2:18
                    switch (x > 0 ? 1L : 2L) { default: }   | TypeMismatch 2:19
                    switch (n) { case "a": x++; }           | UnsupportedExpression 2:23
                    switch (text) { case 1: x++; }          | TypeMismatch 2:26
                    switch (kind) { case NONE: x++; }       | UnknownName 2:26
                    switch (n) { case unknown: x++; }       | UnknownName 2:23
                    switch (n) { case 1: x = n = 1.5; }     | TypeMismatch 2:34
                    break missing;                          | UnknownName 2:5
                    while (x < 1) { x++; continue missing; } | UnknownName 2:26
                    try { x++; } finally { x--; }           | UnsupportedStatement 2:5
                    throw RANDOM_EXCEPTION;                 | UnsupportedStatement 2:11
                    throw new RuntimeException() {};        | UnsupportedStatement 2:11
                    throw new Exception("checked");         | UnsupportedStatement 2:11
                    throw new Missing("no class");          | UnknownName 2:11
                    throw new IllegalStateException(x);     | UnknownName 2:11
                    throw new IllegalStateException(RANDOM_EXCEPTION); | NonConstantField 2:37
                    throw new IllegalStateException(new Object());     | UnsupportedExpression 2:37
                    throw new IllegalStateException("a" - 1); | UnsupportedExpression 2:37
                    throw new IllegalStateException("a" + w); | UnsupportedExpression 2:43
                    throw new Hidden();                     | UnsupportedType 2:11
                    assert x++ > 0;                         | UnsupportedStatement 2:16
                    assert x > 0 : Sampler.normal(0, 1);    | UnsupportedStatement 2:34
                    assert x;                               | TypeMismatch 2:12
                    synchronized (w) { x++; }               | UnsupportedStatement 2:5
                    class Local {}                          | UnsupportedStatement 2:5
                    for (Math.abs(x); x < 1; x++) x++;      | UnsupportedStatement 2:10
                    Object s = "a";                         | UnsupportedType 2:5
                    String s = kind;                        | TypeMismatch 2:16
                    Kind k = "a";                           | UnsupportedExpression 2:14
                    Secret k;                               | UnsupportedType 2:5
                    Secret[] k;                             | UnsupportedType 2:11
                    Object[] o;                             | UnsupportedType 2:11
                    Kind[] k = {kind, text};                | UnsupportedExpression 2:23
                    Kind[] k = {text == null ? kind : 1};   | TypeMismatch 2:30
                    Kind[] k = new String[n];               | TypeMismatch 2:16
                    var o = o();                            | UnsupportedType 2:9
                    var k = Secret.HIDDEN;                  | UnsupportedType 2:19
                    kind = text;                            | UnsupportedExpression 2:12
                    text -= x;                              | TypeMismatch 2:5
                    n += text;                              | UnsupportedExpression 2:10
                    Double d = x;                           | UnsupportedType 2:5
                    float g = 1;                            | FloatType 2:5
                    x = 1.5f;                               | FloatType 2:9
                    x = (float) x;                          | FloatType 2:9
                    x = Float.MAX_VALUE;                    | FloatType 2:14
                    x = Math.abs(Float.MIN_VALUE);          | FloatType 2:23
                    String[] s = {kind};                    | TypeMismatch 2:19
                    String[] s = {text}; s++;               | UnsupportedExpression 2:26
                    float[] g = {1};                        | FloatType 2:10
                    x = new float[1].length;                | FloatType 2:9
                    x = new Object[n].length;               | UnsupportedExpression 2:9
                    x = new Secret[n].length;               | UnsupportedType 2:9
                    x = new String[x].length;               | TypeMismatch 2:20
                    double[] v = {1, text};                 | UnsupportedExpression 2:22
                    double[] v = {x, {x}};                  | TypeMismatch 2:22
                    double v = {x};                         | TypeMismatch 2:16
                    int[] v = {n, x};                       | TypeMismatch 2:19
                    double[] v = new double[x];             | TypeMismatch 2:29
                    double[] v = new int[n];                | TypeMismatch 2:18
                    double[][] v = {w, new double[1][1]};   | TypeMismatch 2:24
                    double[] v = n > 0 ? w : 1;             | TypeMismatch 2:24
                    double[] v = null;                      | UnsupportedExpression 2:18
                    var v = n > 0 ? w : new int[1];         | TypeMismatch 2:19
                    w = x;                                  | TypeMismatch 2:9
                    w++;                                    | UnsupportedExpression 2:5
                    w += x;                                 | UnsupportedExpression 2:5
                    x[0] = 1;                               | TypeMismatch 2:5
                    missing[0] = 1;                         | UnknownName 2:5
                    w[0] = text;                            | UnsupportedExpression 2:12
                    if (w == w) x = 1;                      | UnsupportedExpression 2:11
                    java.util.Arrays.fill(w, text);         | AmbiguousCall 2:26
                    java.util.Arrays.fill(new double[1][1], new int[1]); | TypeMismatch 2:45
                    System.arraycopy(w, 0, new int[1], 0, 1); | TypeMismatch 2:28
                    System.arraycopy(x, 0, w, 0, 1);        | TypeMismatch 2:22
                    x = java.util.Arrays.fill(w, x);        | TypeMismatch 2:30
                    java.util.Arrays.copyOf(w, 1);          | UnsupportedExpression 2:28
                    w.clone();                              | UnsupportedExpression 2:12
                    w.hashCode();                           | UnknownCall 2:15
                    field = 1;                              | UnsupportedStatement 2:5
                    Runnable r = () -> {};                  | UnsupportedType 2:5
                    java.util.function.DoubleUnaryOperator g = y -> y * y; | UnsupportedType 2:23
                    java.util.function.DoubleUnaryOperator g = Math::sin;  | UnsupportedType 2:23
                    x = f((double y) -> y);                 | UnsupportedExpression 2:11
                    x = f(Math::sin);                       | UnsupportedExpression 2:11
                    x = new Object().hashCode();            | UnsupportedExpression 2:9
                    x = o() instanceof String ? 1 : 2;      | UnsupportedExpression 2:13
                    x = 1 + (n = 1.5);                      | TypeMismatch 2:18
                    x = switch (n) { case 1 -> 2; default -> true; }; | TypeMismatch 2:46
                    x = 1 + switch (n) { case 1 -> 2; default -> true; }; | TypeMismatch 2:13
                    x = switch (n) { case 1 -> unknown; default -> 1; }; | UnknownName 2:32
                    x = "a" + 1;                            | UnsupportedExpression 2:13
                    x = true ? "a" : 1;                     | TypeMismatch 2:14
                    x = text == "a" ? 1 : 2;                | UnsupportedExpression 2:9, UnsupportedExpression 2:17
                    x = kind;                               | TypeMismatch 2:9
                    x = (int) kind;                         | TypeMismatch 2:15
                    x = kind.name();                        | UnsupportedExpression 2:18
                    x = ("a" + x).length();                 | UnknownCall 2:25
                    x = text.indexOf("a" + x);              | UnknownCall 2:21
                    x = kind < Kind.CALL ? 1 : 2;           | TypeMismatch 2:14
                    x = (Double) x;                         | UnsupportedExpression 2:9
                    x = null;                               | UnsupportedExpression 2:9
                    x = w;                                  | UnsupportedExpression 2:9
                    x = TEXT;                               | UnsupportedExpression 2:9
                    x = unknown;                            | UnknownName 2:9
                    x = Math.GAMMA;                         | UnknownName 2:13
                    x = lib.Missing.f(x);                   | UnknownName 2:22
                    x = missing(x);                         | UnknownName 2:16
                    x = Math.sin(x, x);                     | UnknownName 2:17
                    x = Math.sine(x);                       | UnknownName 2:18
                    x = helper(x);                          | UnknownCall 2:15
                    x = other(x);                           | UnknownCall 2:14
                    x = boxed(x);                           | AmbiguousCall 2:14
                    x = several(x);                         | AmbiguousCall 2:16
                    x = twice(n, n);                        | AmbiguousCall 2:14
                    x = Demo.<Object>generic();             | UnsupportedExpression 2:29
                    x = Math.random();                      | RandomSource 2:20
                    x = StrictMath.random();                | RandomSource 2:26
                    x = new java.util.Random(1).nextDouble(); | RandomSource 2:43
                    x = RANDOM.nextGaussian();              | RandomSource 2:28
                    x = java.util.concurrent.ThreadLocalRandom.current().nextDouble(); | RandomSource 2:55
                    x = Sampler.withGenerator(null, () -> 1.0); | UnknownCall 2:30
                    x = n && true ? 1 : 2;                  | TypeMismatch 2:11
                    x = -true;                              | TypeMismatch 2:9
                    n = x;                                  | TypeMismatch 2:9
                    if (x) x++;                             | TypeMismatch 2:9
                    x = w[x];                               | TypeMismatch 2:11
                    x = n.length;                           | UnsupportedExpression 2:10
                    """)
    void refusesWithCodeLineAndColumn(String statement, String places) {
        assertThat(ReadFixture.refusals("""
                        @Pathwise static double f(double x, double[] w, int n, Kind kind, String text) {
                            %s
                            return x;
                        }
                        enum Kind { CALL, PUT }
                        private enum Secret { HIDDEN }
                        private static class Hidden extends RuntimeException { private static final long serialVersionUID = 1; }
                        static final RuntimeException RANDOM_EXCEPTION = new RuntimeException();
                        static double field;
                        static final String TEXT = "text";
                        static final java.util.Random RANDOM = new java.util.Random();
                        static Object o() { return null; }
                        static double f(java.util.function.DoubleUnaryOperator f) { return 1; }
                        static double helper(double x) { return x; }
                        double other(double x) { return x; }
                        static double boxed(Double x) { return x; }
                        static double several(double... x) { return 0; }
                        static double twice(long a, int b) { return a; }
                        static double twice(int a, long b) { return a; }
                        static <T> double generic() { return 0; }
                        """.formatted(statement))).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @Pathwise static <T> double f(double x) { return x; }           | UnsupportedMethod 1:29
                    @Pathwise static double f(double... x) { return x[0]; }         | UnsupportedMethod 1:25
                    @Pathwise static native double f(double x);                     | UnsupportedMethod 1:32
                    @Pathwise static String f(double x) { return "a"; }             | UnsupportedType 1:18
                    @Pathwise static Double f(double x) { return x; }               | UnsupportedType 1:18
                    @Pathwise static String[] f(double x) { return null; }          | UnsupportedType 1:24, UnsupportedExpression 1:48
                    @Pathwise static float f(double x) { return 1; }                | FloatType 1:18
                    @Pathwise static double f(float x) { return x; }                | FloatType 1:27
                    @Pathwise static double f(double[][][] x) { return x[0][0][0]; } | UnsupportedType 1:33
                    @Pathwise static double f(Object[] s) { return 1; }             | UnsupportedType 1:33
                    @Pathwise static double f(Secret s) { return 1; } private enum Secret { A } | UnsupportedType 1:27
                    @Pathwise static double f(Object s) { return 1; }               | UnsupportedType 1:27
                    @Pathwise static double f(java.util.Random r) { return r.nextDouble(); } | UnsupportedType 1:36, RandomSource 1:68
                    """)
    void refusesMethodsAndParameters(String method, String places) {
        assertThat(ReadFixture.refusals(method + "\n")).isEqualTo(places);
    }

    @Test
    void reportsEverythingThatIsWrongInOneGo() {
        assertThat(ReadFixture.refusals("""
                        @Pathwise static double f(Object s, double x) {
                            double y = Math.random() + missing;
                            var z = y + 1;
                            if (x > 0) { try { x++; } finally { x--; } }
                            return z + Math.random();
                        }
                        """))
                .isEqualTo("UnsupportedType 1:27, RandomSource 2:27, UnknownName 2:32, UnsupportedStatement 4:18,"
                        + " RandomSource 5:27");
    }

    @Test
    void saysWhatWhyAndWhatInstead() {
        CompilationResult result = ReadFixture.compile(new ReadingProcessor(), """
                package lib;
                public class Lib { public static double f(double a, double b) { return a * b; } }
                """, """
                package demo;
                import io.pathwise.Pathwise;
                import lib.Lib;
                class Option {
                    @Pathwise static double call(double spot, double vol) { return Lib.f(spot, vol); }
                }
                """);
        assertThat(result.places()).containsExactly("UnknownCall 5:73");
        assertThat(result.messages().get(0).text().lines())
                .hasSize(2)
                .contains("[Pathwise.UnknownCall] cannot differentiate 'Lib.f(spot, vol)': lib.Lib.f is not @Pathwise")
                .anyMatch(line -> line.strip().startsWith("help: annotate it with @Pathwise, or give its derivative"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    double[][][] x => return x[0][0][0];                => two dimensions at most => use double[][] with a row
                    double x => Runnable r = () -> {}; return x;        => the lambda or method => write a @Pathwise method
                    double x => Runnable r = System::gc; return x;      => 'System::gc' => write a @Pathwise method
                    Point[] x => return x[0].a();                       => an array of records => use one array for each component
                    Line x => return x.length();                        => 'ends' is an array of records => use one array for each component
                    double x => var p = new Point[2]; return x;         => an array of 'Point' => use one array for each component
                    double x => return x * 2f;                          => '2f' is of type float => use double
                    """)
    void helpsWithWhatMattersFirst(String parameter, String body, String why, String help) {
        String message = ReadFixture.message("""
                        @Pathwise static double f(%s) { %s }
                        record Point(double a, double b) {}
                        record Line(Point[] ends, double length) {}
                        """.formatted(parameter, body));
        assertThat(message).contains(why).contains("help: " + help);
    }

    @Test
    void refusesNamesThatTwoSupertypesDeclare() {
        CompilationResult result = ReadFixture.compile(new ReadingProcessor(), """
                package demo;
                import io.pathwise.Pathwise;
                interface A { double K = 1; }
                interface B { double K = 2; }
                class Option implements A, B {
                    @Pathwise static double f(double x) { return x * K; }
                }
                """);
        assertThat(result.places()).containsExactly("UnknownName 6:54");
    }
}
