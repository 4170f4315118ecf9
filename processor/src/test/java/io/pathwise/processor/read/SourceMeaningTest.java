package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.normalize.Lowering;
import io.pathwise.processor.normalize.Structuring;
import io.pathwise.processor.program.Interpreter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.ReflectiveCalls;
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
            assertThat(interpreted(Lowering.lower(Structuring.structure(program)), type, arguments))
                    .as("lowered, " + Arrays.deepToString(arguments))
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
            public Object constant(String owner, String name) {
                return Arrays.stream(kind(type).getEnumConstants())
                        .filter(each -> each.toString().equals(name) && owner.equals("demo.Demo.Kind"))
                        .findFirst()
                        .orElseThrow();
            }
        };
        try {
            return Interpreter.run(program, calls, STEPS, List.of(arguments));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException thrown) {
            return thrown.toString();
        }
    }
}
