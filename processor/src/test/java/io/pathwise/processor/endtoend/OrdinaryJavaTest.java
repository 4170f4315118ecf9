package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What numerical Java contains besides arithmetic: questions to the library, text, guards. */
class OrdinaryJavaTest {
    private static Subject compile(String parameters, String body, String... constants) {
        return compileWith("", parameters, body, constants);
    }

    private static Subject compileWith(String members, String parameters, String body, String... constants) {
        String source = """
                package demo;
                import io.pathwise.Constant;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                import java.util.Arrays;
                import java.util.Objects;
                class Ordinary {
                    %s
                    @Pathwise
                    static double f(%s) { %s }
                }
                """.formatted(members, parameters, body);
        return new Subject(Programs.compile(source), "demo.Ordinary", "f", Set.of(constants));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (Double.isNaN(x)) { return 0; } return x * y;",
                "double z = x * Sampler.normal(y, 1); if (!Double.isFinite(z)) { return -1; } return z * y;",
                "double z = Math.log(x) * Sampler.normal(y, 1); return Double.isInfinite(z) ? 0 : z * z;",
                "double s = 0; for (int i = -1; i < 3; i++) { double r = y / i; s += Double.isFinite(r) ? r * x : x; } return s;",
                "return Double.compare(x, y) < 0 ? x * x : y * x;",
                "double z = x * Sampler.normal(y, 1); return Double.compare(z, y) > 0 ? z - y : 0;",
                "double z = x * Sampler.normal(y, 1); if (Double.compare(z, y) <= 0) { z = y; } return z * x;",
                "return x * Double.compare(y, 0.1);",
                "return switch (Double.compare(x, y)) { case -1 -> x; case 0 -> 0; default -> x * y; };",
                "return Double.sum(x, y) * Double.max(x, 2 * y) - Double.min(x, Double.sum(3, y));",
                "return x * Double.sum(2000000000, 2000000000) / Double.max(1, 2);",
            })
    void numbersAreClassifiedAndCompared(String body) {
        Subject subject = compile("double x, double y", body);
        Modes.check(subject, Point.at(1.3, 0.7).normals(0.4));
        Modes.check(subject, Point.at(0.6, 1.1).normals(-2.4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return a[0] * twice(a.length) + a[1];",
                "return a[0] * half(a.length) * a[Objects.checkIndex(1, a.length)];",
                "Objects.checkIndex(1, m[0].length); return m[0][1] * a[0] * twice(m.length);",
                "double s = 0; for (int i = 0; i < twice(a.length); i++) { s += a[i % a.length] * half(m[i % 2].length - 1); } return s * s;",
            })
    void lengthsOfArraysAreConstants(String body) {
        Subject subject = compileWith(
                "static int twice(int n) { return 2 * n; } static double half(double x) { return 0.5 * x; }",
                "double[] a, double[][] m",
                body);
        Modes.check(subject, Point.at(new double[] {1.3, 0.7, -0.2}, new double[][] {{0.4, 1.1}, {0.2, 0.9}}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return k.equals(\"call\") ? x * x : 2 * x * y;",
                "return x * k.length() * NAME.length() + y * name.length();",
                "if (k.isEmpty() || k.charAt(0) == 'c') { return x * y; } return y;",
                "return \"call\".equals(k) ? x : k.equalsIgnoreCase(\"PUT\") ? x * y : y;",
                "String l = k; l = l + n; l += 'q'; return l.equals(\"call1q\") ? x : x * y * l.length();",
                "String l = n > 1 ? \"call\" : k.toUpperCase().trim(); return x * l.length() + (l.startsWith(\"C\") ? y : x);",
                "Kind l = Kind.PUT; if (n > 0) { l = Kind.CALL; } return l == Kind.PUT ? x : x * y;",
                "Kind l = n > 1 ? Kind.CALL : held; return x * l.ordinal() + y * l.sign() * l.name().length() * x;",
                "var l = Kind.valueOf(k.toUpperCase()); return switch (l) { case CALL -> x * y; case PUT -> y; };",
                "double s = 0; for (Kind l : Kind.values()) { s += l == held ? x : y * l.sign(); } return s * s;",
                "Kind l = held; double s = x; for (int i = 0; i < n; i++) { s = s * s * l.sign() + y; l = l.other(); } return s;",
                "String l = k; double s = x; for (int i = 0; i < n; i++) { s = Math.sin(s) * l.length() + y; l += \"a\"; } return s;",
                "double s = x; for (int i = 0; i < n; i++) { Kind l = Kind.values()[i % 2]; String t = l.name(); "
                        + "s = s * y * l.sign() + t.length(); if (t.equals(k)) { s = s * x; } } return s;",
                "return x * (held.compareTo(Kind.PUT) + 2) * held.other().sign() * Kind.CALL.sign() * y;",
                "return x * rates.get(n).length() * LocalRates.of(n).next().rate(2) * y;",
                "String l; if (n > 0) { l = \"a\" + x; } else { l = k; } if (y < 0) { throw new IllegalStateException(l); } return x * y;",
            })
    void textAndEnumsAreConstants(String body) {
        Subject subject = compileWith("""
                enum Kind { CALL, PUT; int sign() { return this == CALL ? 1 : -1; } Kind other() { return this == CALL ? PUT : CALL; } }
                static final String NAME = "name";
                static String name = "names";
                static final Kind held = Kind.PUT;
                static final Rates rates = new Rates();
                static final class Rates { String get(int n) { return "x".repeat(n + 1); } }
                record LocalRates(int n) {
                    static Next of(int n) { return new Next(n); }
                }
                static final class Next {
                    private final int n;
                    Next(int n) { this.n = n; }
                    Next next() { return new Next(n + 1); }
                    double rate(double t) { return n * t + 0.5; }
                }
                """, "double x, double y, String k, int n", body);
        for (String k : new String[] {"call", "put", "CALL"}) {
            for (int n : new int[] {0, 1, 3}) {
                Modes.check(subject, Point.at(0.6, 0.7, k, n));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Objects.requireNonNull(a); return a[0] * a[1];",
                "double[] b = Objects.requireNonNull(a, \"a\"); return b[0] * Objects.requireNonNull(a)[1] * a.length;",
                "if (a == null || k == null) { throw new IllegalArgumentException(\"missing\"); } return a[0] * a[1] * k.length();",
                "if (null != none && none.length > 0) { return a[0]; } return a[0] * a[1] * (none == null ? 2 : none[0]);",
                "Objects.requireNonNull(m); if (m == null) { return 0; } return a[0] * m.rate() * Objects.requireNonNull(m).rate();",
                "return a[0] * a[1] * Objects.requireNonNull(k.trim()).length();",
                "int[] c = n > 0 ? none : new int[] {3}; if (c == null) { return a[0] * a[0]; } return a[1] * c[0];",
                "if (a[0] < 0) { throw new IllegalStateException(\"a\", new java.io.IOException(\"b\" + a[1], null)); } return a[0] * a[1];",
                "return a[0] * String.format(\"%d of %s\", n, k).length() * a[1];",
            })
    void guardsAgainstNullAreKept(String body) {
        Subject subject =
                compileWith("record Model(double rate) {}", "double[] a, int[] none, String k, int n, Model m", body);
        for (int n : new int[] {0, 1}) {
            Modes.check(subject, Point.at(new double[] {1.3, 0.7}, null, "call", n, RecordArgument.of(0.4)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Objects.requireNonNull(none, "none" + n);                                        | java.lang.NullPointerException: none3
            if (none == null) throw new IllegalArgumentException("no array of " + n);        | java.lang.IllegalArgumentException: no array of 3
            if (x < y) throw new IllegalArgumentException(String.format("%.2f < %s", x, y)); | java.lang.IllegalArgumentException: 0.50 < 1.5
            if (x < y) throw new IllegalStateException(Arrays.toString(new double[] {x, y})); | java.lang.IllegalStateException: [0.5, 1.5]
            double[] w = {x, x * y}; if (x < y) throw new IllegalStateException(Arrays.toString(w)); | java.lang.IllegalStateException: [0.5, 0.75]
            if (x < y) throw new IllegalStateException("x " + Double.toString(x) + shown(y));  | java.lang.IllegalStateException: x 0.5<1.5>
            if (x < y) throw new IllegalStateException("x", new RuntimeException("y" + y));  | java.lang.RuntimeException: y1.5
            String m = "x is " + x; if (n == 3) throw new ArithmeticException(m);            | java.lang.ArithmeticException: x is 0.5
            """)
    void failuresSayWhatTheSourceSays(String statement, String expected) {
        Subject subject = compileWith(
                "static String shown(double x) { return \"<\" + x + \">\"; }",
                "double x, double y, int[] none, int n",
                statement + " return x * y;");
        Point point = Point.at(0.5, 1.5, null, 3);
        List<ThrowingCallable> modes = List.of(
                () -> subject.source(point),
                () -> subject.value(point),
                () -> subject.forward(point, new double[2]),
                () -> subject.partials(point, 1));

        assertThat(modes)
                .allSatisfy(mode -> assertThat(rootOf(catchThrowable(mode))).hasToString(expected));
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    @Test
    void guardsAgainstWhatIsNoNumberHold() {
        Subject subject = compile("double x, double y", "return Double.isNaN(x) ? 3 * y : x * y;");
        Point point = Point.at(Double.NaN, 0.7);

        assertThat(subject.value(point)).isEqualTo(3 * 0.7);
        assertThat(subject.partials(point, 1)).containsExactly(0, 3);
        assertThat(subject.forward(point, new double[] {1, 1}).tangent()).isEqualTo(3);
    }
}
