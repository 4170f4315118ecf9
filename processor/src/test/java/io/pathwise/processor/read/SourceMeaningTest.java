package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.differentiate.Primal;
import io.pathwise.processor.noise.NoiseThreading;
import io.pathwise.processor.normalize.Lowering;
import io.pathwise.processor.normalize.Structuring;
import io.pathwise.processor.program.Interpreter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.ReflectiveCalls;
import io.pathwise.processor.simplify.Simplifier;
import io.pathwise.processor.testing.CompilationResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read computes what the compiler's own code computes, before and after it is brought into simpler form. */
class SourceMeaningTest {
    private static final int STEPS = 100_000;

    /** Statements of a method of x, n and w that returns x in the end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "int i = n; x = i++ + i++ * --i;",
                "int i = n; i = i++ + ++i; x = i;",
                "int i = n; i += i++ * 2 + i; x += i;",
                "int i = n, j; x = (j = i) + (i = j + 1) * j + i;",
                "int i = n; x = i + (i = 5) * i - (i += 2) % 3;",
                "int i = n; x += i > 0 && ++i > 2 || i-- < 0 ? i : -i; x += i;",
                "int i = n; x = Math.max(i++, i) - Math.min(i, i--) + i;",
                "int i = 0; while (i++ < n) x += i; x -= i;",
                "int i = 0; while (i < w.length && w[i++] < 2) x += w[i - 1];",
                "for (int i = 0, j = 9; i < j; i++, j -= 2) x += i * (j = j - 1);",
                "x += x++ + ++x; x *= x-- - 1;",
                "double y = x; x = y++ / --y - (y = 2 * y);",
                "byte b = (byte) n; b += 200; x += b++ + ++b; char c = 'a'; c++; x += c--; x += (int) 2.9 + (byte) 300;",
                "long l = n; l <<= 2; l ^= l++ + 3; x += l;",
                "final int a = 2, b = a + n; { final double c = b; x += c; } { double c = a; x *= c; }",
                "int i = n; do { x += i; if (x > 20) break; if (i % 2 == 0) continue; x += 10; } while (i-- > 0);",
                "int i = n; do x += i; while (--i > 0);",
                "for (double e : w) x += e * e;",
                "for (final var e : w) { if (e > 2) continue; if (e < 0) break; x += e; }",
                "for (int i = 0; i < n; i++) for (double e : w) { if (e > i) break; x += e; }",
                """
                outer:
                for (int i = 0; i < n; i++) {
                    for (int j = 0; ; j++) {
                        if (j == i) continue outer;
                        if (i * j > 3) break outer;
                        x += i * j;
                        for (double e : w) if (e > j) continue outer;
                    }
                }""",
                "a: b: for (int i = 0; i < 5; i++) { if (i == n) continue b; if (i == n + 1) break a; x += i; if (i > 3) continue b; x++; }",
                "block: { if (n > 1) break block; x = 7; { if (n > 0) break block; x = 8; } }",
                "one: if (n > 0) { x++; if (n > 1) break one; x += 5; }",
                "same: for (double e : w) { while (true) { x += e; if (x > n) continue same; x++; } }",
                "switch (n) { case 0: x = 1; break; case 1: x = 2; break; default: x = 3; }",
                "switch (n) { case 0: x += 1; case 1: x += 2; break; case 2: case 3: x += 4; default: x += 8; case 4: x += 16; }",
                "switch (n) { default: x += 1; case 1: x += 2; break; case 2: x += 4; }",
                "switch (n) { case 0: case 1: default: x += 1; break; case 2: }",
                "switch (n) { case 0, 2 -> x = 1; case 1 -> { double y = x; if (y > 1) break; x = y + 3; } default -> { } }",
                "switch (n) { case 0: int y = 1; x += y; case 1: y = 2; x += y++ + y; case 2: y = 3; int z = y; x += z; }",
                "switch (n) { case 1: for (int i = 0; i < 3; i++) { if (i == 1) continue; if (i == 2) break; x += i; } if (x > 1) break; x++; case 2: x *= 3; }",
                "switch (n + 1) { case 1: if (x > 1) { x = 5; break; } else { x = 6; } case 2: x *= 2; }",
                "switch (n) { case 1: { x++; if (x > 1) { break; } } x *= 2; break; case 2: { x += 9; break; } }",
                "int i = n; switch (i++) { case 0: i += 10; case 1: i += i++; } x += i;",
                "int i = n; switch (i) { case 0: i = 1; break; case 1: i = 0; break; case 2: i = 1; } x += i;",
                "switch (n) { }",
                "switch (n) { default: x++; }",
                "switch (n) { case 1: }",
                "char c = (char) ('a' + n); switch (c) { case 'a': x = 1; break; case 98: x = 2; break; case 'b' + 1: x = 3; }",
                "byte b = (byte) -n; switch (b) { case -1: x = 1; break; case (byte) 254: x = 2; }",
                "final int one = 1; switch (n) { case one: x = 5; break; case one + 1: x = 6; break; case LARGE: x = 7; }",
                """
                for (int i = 0; i < 6; i++) {
                    switch ((i + n) % 4) {
                        case 0: continue;
                        case 1: x += 1;
                        case 2: if (x > 4) break; x += 2; continue;
                        default: switch (i) { case 3: x *= 2; break; default: x -= 1; }
                    }
                    x += 100;
                }""",
                """
                loop:
                while (true) {
                    switch (n) {
                        case 0: break loop;
                        case 1: x++; if (x > 5) break loop; break;
                        default: x += n; if (x > 9) { break loop; } continue loop;
                    }
                    x += 3;
                }""",
                "switch (text) { case \"\": x = 1; break; case \"call\", \"put\": x = 2; case WORD + \"s\": x += 3; break; case WORD: x = 4; }",
                "switch (kind) { case CALL: x = 1; break; case PUT: x = 2; default: x += 3; }",
                "switch (kind) { case CALL -> x = 1; case PUT -> x = 2; case DIGITAL -> x = 3; }",
                "x = kind == Kind.CALL ? 1 : kind != Demo.Kind.PUT ? 2 : 3;",
                "switch (n > 0 ? kind : Kind.PUT) { case CALL: x = 1; break; case DIGITAL: x = 2; case PUT: }",
                "x = switch (kind) { case CALL -> 1; case PUT -> x + 0.5; case DIGITAL -> { int y = n; yield y++ + y; } };",
                "x = 1 + switch (n) { case 0 -> 1; case 1 -> 'a'; default -> 2L; } / 2;",
                "var y = switch (n) { case 0 -> (byte) 3; default -> 100; }; y += 100; x = y;",
                "x = switch (n) { case 0: yield 1; case 1: x += 2; case 2: if (x > 3) yield x; x++; default: yield 2 * x; } + n;",
                "x = switch (n) { case 0 -> { for (double e : w) { if (e > 1) yield e; x += e; } yield x; } default -> { { { if (x > 0) yield x; } } yield -x; } };",
                "x = switch (n) { case 0 -> { switch (text) { case \"call\": yield 2; default: x++; break; } yield x; } case 1 -> switch (kind) { case CALL -> 5; default -> 6; }; default -> 7; };",
                "x = Math.max(switch (n) { case 0 -> 1; default -> 2.5; }, (switch (n) { case 1 -> n; default -> 3; }));",
                "int i = n; x = i++ + switch (i++) { case 1 -> i++; case 2 -> { i *= 2; yield i; } default -> i; } * i;",
                "if (switch (n) { case 0 -> true; default -> x > 2; }) x += switch (n) { case 0 -> 1; default -> 2; };",
                "if (n > 1) throw new IllegalArgumentException(\"n = \" + n + ' ' + true + 'c' + 2L + x + kind + text);",
                "if (n == 2) { throw (new ArithmeticException()); }",
                "x = switch (n) { case 1 -> throw new IllegalStateException(WORD + (n > 0 ? text : \"none\")); default -> 1; };",
                "int i = n; if (i > 0) throw new IllegalStateException(\"\" + i++ + i);",
                "double[] a = new double[n + 1]; for (int i = 0; i < a.length; i++) a[i] = i * x; x = a[n] + a.length;",
                "double a[] = {x, 2 * x, n}, b = a[1]; a[0] += b; a[2] -= a[0]; a[1] *= a[2]; a[n % 3] /= 2; for (double e : a) x += e;",
                "int[] a = {n, 1, 2}; int i = 0; a[i++] = i; a[i] += i++; a[i++ - 1] += i * 10; x = a[0] + 100 * a[1] + 1e4 * a[2] + i;",
                "int[] a = {3, 4, 5}; int i = 0; a[i] = i = 2; x = a[0] + 10 * a[1] + 100 * a[2] + i;",
                "int[] a = {3, 4, 5}; int i = n % 3; x = a[i]++ + ++a[i] * 2 - a[i]-- + --a[(i + 1) % 3]; x += a[i] + a[(i + 1) % 3];",
                "double[] a = {1, 2}, b = {3, 4}; x = (a[0] = b[0] = x) + (a[1] += b[1]--) + a[1] + b[1] + (b[0] = 7) * b[0];",
                "double[] a = {1, 2}, b = {5}; double[] c = a; (a = b)[0] += a[0]; x = a[0] + c[0] + a.length;",
                "double[] a = {1, 2}, b = {5}; a[(a = b).length] = a[0]; x = a[0] + a.length;",
                "double[] a = {1, 2}, b = {5, 6}; double[] c = a; a[(a = b).length - 1] += 10; x = a[0] + 10 * a[1] + 100 * c[0] + 1e3 * c[1];",
                "double[] a = {1, 2, 3}; x = a[0] + (a[0] = 5) * a[0] + Math.max(a[1], a[1] = 9) + a[1];",
                "double[] a = {1, 2}; double[] b = a; b[0] = x; a[1] = b[0] + 1; x = a[0] * b[1]; b = new double[] {9, 9}; x += a[0] - b[0];",
                "double[] a = {x, 1}, b = {2, 3}, t; for (int i = 0; i < n; i++) { t = a; a = b; b = t; a[0] += b[1]; } x = a[0] + 10 * b[0];",
                "double[][] m = new double[3][n + 1]; m[1][n] = x; m[2] = m[1]; m[2][n] += 1; for (double[] row : m) for (double e : row) x += e;",
                "double[][] m = {{1, 2}, {x}, {}}; double[] row = m[1]; row[0]++; x = m[1][0] + m[0].length + 10 * m[2].length; m[1] = m[0]; m[1][1]++; x += m[0][1];",
                "double[][] m = new double[2][]; m[0] = new double[] {x, 1}; m[1] = m[0].clone(); m[1][0] = 2; x = m[0][0] + m[1][0] + m[0].clone().length;",
                "double[][] m = {{1, 2}, {3, 4}}; double[][] c = m.clone(); c[0][0] = x; c[1] = new double[] {7, 8}; x = m[0][0] + m[1][1] + c[1][1];",
                "double[][] m = {{1, 2}, {3, 4}}; int i = 0; m[i++][i] += i; m[i][--i]++; x = m[0][1] + 10 * m[1][0] + 100 * i;",
                "int[][] m = new int[n + 1][n + 2]; int c = 0; for (int[] row : m) for (int j = 0; j < row.length; j++) row[j] = c++; x = m[n][n + 1] + m[0][1];",
                "long[] a = {1L << 40, n}; a[1] <<= 3; a[0] >>>= 2; x = a[0] + a[1]; boolean[] b = new boolean[2]; b[1] = x > 2; b[0] |= b[1]; if (b[0]) x++;",
                "byte[] a = {(byte) 200, 1}; a[0] += 100; a[1] = 'a'; char[] c = {'b', 99}; c[0]++; short[] s = {1, 2}; s[0] -= 5; x = a[0] + a[1] + c[0] + c[1] + s[0];",
                "double[] a = new double[4]; java.util.Arrays.fill(a, x); java.util.Arrays.fill(a, 1, 3, n++); x = a[0] + a[1] + a[3] + n;",
                "double[] a = java.util.Arrays.copyOf(w, 6), b = java.util.Arrays.copyOfRange(w, 1, 3); a[0] = 9; b[1] = a[5]; x = a[0] + a[1] + w[0] + b[0] + b[1] + a.length;",
                "double[] a = new double[5]; System.arraycopy(w, 1, a, n % 3, 2); System.arraycopy(a, 0, a, 1, 4); for (double e : a) x = 2 * x + e;",
                "double[][] m = new double[3][2], c = java.util.Arrays.copyOf(m, 2); java.util.Arrays.fill(m, w.clone()); m[0][0] = x; c[1][1] = 2; x = m[2][0] + c[0][0] + c[1][1];",
                "double[] v = w; for (double e : v) { v = new double[] {1}; x += e; } x += v.length;",
                "w = w.clone(); w[0] = x; for (int i = 1; i < w.length; i++) w[i] += w[i - 1]; x = w[3];",
                "double[] a = n > 1 ? w : new double[] {x, 2}; x = a[0] + a[1]; double[] b = (n > 2 ? a : w).clone(); b[0]++; x += b[0] + a[0];",
                "var a = new double[] {x, n}; final var b = a; for (final var e : b) x += e; x += (a.length > 1 ? a : w)[1];",
                "double[] a; if (n > 1) a = w; else { a = new double[n + 2]; a[0] = x; } x += a[0] + a[1];",
                "double[] a = switch (n) { case 0 -> w; case 1 -> new double[] {x, 1}; default -> { double[] b = w.clone(); b[1] = n; yield b; } }; x += a[0] + a[1];",
                "x += new double[] {x, 2, n}[n % 3] + new int[n + 1].length + new int[][] {{1}, {2, 3}}[1][1];",
                "int[] i = {0}; for (i[0] = 0; i[0] < n; i[0]++) x += i[0]; int j = 0; int[] s = {0, 0, 0}; for (; j < 3; s[j++] += j) x += j; x += s[0] + 10 * s[1] + 100 * s[2];",
                "int[] p = {2, 0, 1}; double[] a = {x, 1, 2}; a[p[p[n % 3]]] += a[p[0]]; p[p[0]] = p[0] = 1; x = a[0] + 10 * a[1] + 100 * a[2] + p[0] + p[1] + p[2];",
                "double[] a = {1}; x = a[0] + switch (n) { case 0 -> { a[0] = 5; yield a[0]; } default -> { java.util.Arrays.fill(a, 3); yield 1; } } + a[0];",
                "double[] a = {1, 2}; x = a[0]++ > 0 && (a[1] = n) > 1 ? a[0] : a[1]; x += a[0] + a[1];",
                "double[][][] t = new double[2][3][]; t[1][2] = w; x = t[1][2][1] + t.length + t[0].length; t[1][2] = new double[] {x}; x += t[1][2][0];",
                "double[] a = new double[2]; x += a[n];",
                "Kind[] k = {kind, Kind.PUT}; int i = 0; k[i++] = k[i]; Kind[] o = k; o[i] = Kind.CALL; for (Kind e : k) x = 2 * x + (e == Kind.CALL ? 1 : 0);",
                "Kind[] k = new Kind[n]; x = k.length; for (int i = 0; i < n; i++) { if (k[i] == null) k[n - 1 - i] = kind; else x += 10; }",
                "Kind[][] k = {{kind}, new Kind[n]}; Kind[] o = k[n % 2].clone(); if (o.length > 0) o[0] = Kind.PUT; k[1] = k[0]; x = k[1][0] == kind ? o.length : -1;",
                "Kind[] k = {kind, Kind.CALL}, o = java.util.Arrays.copyOf(k, 3); java.util.Arrays.fill(k, o[1]); System.arraycopy(k, 0, o, 1, 2); x = (k[0] == o[2] ? 1 : 0) + (o[0] == kind ? 2 : 0);",
                "String[] s = {text, \"a\"}; int i = 0; s[i++] += s[i] + n; s[i] += kind; if (n > 1) throw new IllegalStateException(s[0] + s[1] + x);",
                "String[] s = {text, \"a\"}; for (String e : s) switch (e) { case \"call\", \"a\" -> x++; default -> x *= 2; } s = new String[] {WORD}; if (s[0].equals(text)) x += s.length;",
                "String[] s = n > 0 ? new String[] {text} : new String[n]; x += s[0].equals(\"call\") ? 1 : 2;",
                "assert n < 9 : \"n is \" + n; assert x > -1e9;"
            })
    void computesWhatTheCompilerMakesOfIt(String statements) {
        ReadingProcessor processor = new ReadingProcessor();
        CompilationResult result = ReadFixture.compile(processor, """
                package demo;
                import io.pathwise.*;
                public class Demo {
                    public enum Kind { CALL, PUT, DIGITAL }
                    static final int LARGE = 3;
                    static final String WORD = "word";
                    @SuppressWarnings({"fallthrough", "lossy-conversions", "unused"})
                    @Pathwise
                    public static double f(double x, int n, @Constant double[] w, Kind kind, String text) {
                        %s
                        return x;
                    }
                }
                """.formatted(statements));
        assertThat(result.messages()).isEmpty();
        Program program = processor.programs().get(0);
        Class<?> type = result.load("demo.Demo");
        for (Object[] arguments : arguments(type)) {
            Object expected = expected(type, arguments);
            assertThat(interpreted(program, type, arguments))
                    .as("as read, " + Arrays.deepToString(arguments))
                    .isEqualTo(expected);
            Program lowered = Lowering.lower(Structuring.structure(program));
            assertThat(interpreted(lowered, type, arguments))
                    .as("lowered, " + Arrays.deepToString(arguments))
                    .isEqualTo(expected);
            Program value = Simplifier.simplify(Primal.of(NoiseThreading.thread(lowered)));
            assertThat(interpreted(value, type, arguments))
                    .as("in value mode, " + Arrays.deepToString(arguments))
                    .isEqualTo(expected);
        }
    }

    private static List<Object[]> arguments(Class<?> type) {
        Object[] kinds = kind(type).getEnumConstants();
        String[] texts = {"", "call", "put", "word", "words"};
        List<Object[]> all = new ArrayList<>();
        for (int n = 0; n <= 4; n++) {
            double[] w = {0.5, 1.5, -1, 3};
            all.add(new Object[] {0.25 + n, n, w, kinds[n % kinds.length], texts[n]});
            all.add(new Object[] {4.5 - n, n, w, kinds[(n + 1) % kinds.length], texts[(n + 1) % texts.length]});
        }
        return all;
    }

    private static Class<?> kind(Class<?> type) {
        return type.getDeclaredClasses()[0];
    }

    /** The value, or what is thrown. */
    private static Object expected(Class<?> type, Object[] arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals("f"))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            return thrown.getCause().toString();
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Object interpreted(Program program, Class<?> type, Object[] arguments) {
        ReflectiveCalls calls = new ReflectiveCalls() {
            @Override
            protected Class<?> classOf(String name) {
                return name.equals("demo.Demo.Kind") ? kind(type) : super.classOf(name);
            }

            @Override
            public Object constant(String owner, String name) {
                return Arrays.stream(kind(type).getEnumConstants())
                        .filter(each -> each.toString().equals(name) && owner.equals("demo.Demo.Kind"))
                        .findFirst()
                        .orElseThrow();
            }
        };
        try {
            return Interpreter.run(program, calls, STEPS, List.of(arguments));
        } catch (IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | IndexOutOfBoundsException thrown) {
            return thrown.toString();
        }
    }
}
