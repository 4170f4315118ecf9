package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.ClassFile;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Single expressions of hundreds and thousands of operations: parts of them get names, so that methods can be split. */
class LargeExpressionsTest {
    private static final int HUGE_METHOD_LIMIT = 8000;
    private static final int DRAWS = 200;

    private enum Large {
        SUM("return " + joined(" + ", 900, i -> "a * " + i + "e-5") + ";"),
        CALLS("return " + joined(" + ", 300, i -> "Math.sin(a * 0.0" + i + " + b) * c") + ";"),
        PRODUCT("return " + joined(" * ", 400, i -> "(1 + a * 0.0001" + i + ")") + ";"),
        NESTED("return " + nested(200, "a", inner -> "Math.sin(" + inner + " + b) * c") + ";"),
        DOUBLED("return " + nested(8, "Math.sin(a * c + b)", inner -> "(" + inner + " - 0.5 * " + inner + ")") + ";"),
        CHOICES("return " + nested(200, "c", inner -> "(a < " + inner.length() % 7 + " ? a * b : " + inner + " + a)")
                + ";"),
        DRAWN("return " + joined(" + ", DRAWS, i -> "Sampler.normal(a, 1 + b * b) * c / " + (i + 1)) + ";"),
        CONDITION("if (" + joined(" && ", 300, i -> "a * 0.1" + i + " + b > -9") + ") { return a * b; } return c;"),
        REPEATED("while (" + joined(" || ", 300, i -> "c + a * 0.1" + i + " < 2.05")
                + ") { c += 0.5 + a * b; } return c * a;"),
        ARRAY("double[] w = {" + joined(", ", 700, i -> "a * 0.1" + i + " + b") + "};"
                + "double s = 0; for (double each : w) { s += each * each; } return Math.log(s);"),
        ROWS("double[][] w = {" + joined(", ", 300, i -> "{a * 0.1" + i + " + b, c * " + i + "}") + "};"
                + "double s = 0; for (double[] row : w) { s += row[0] * row[1]; } return Math.log(s);"),
        SIDE_EFFECTS("double[] x = {a, b, c}; int i = 0; double s = 0; while ("
                + joined(" + ", 100, k -> "x[0] * 0.00" + k)
                + " < 100 + i && i < 3) { s += x[i++] + (x[1] = x[1] * 0.5) + "
                + joined(" + ", 100, k -> "Math.sin(x[1] * 0.01" + k + ")")
                + " * x[i - 1] + (x[2] *= 0.7); } return s;"),
        ARGUMENTS("return part("
                + joined(", ", 4, i -> "b + " + joined(" + ", 50, k -> "Math.cos(a * 0.0" + k + i + ")")) + ");");

        private final String body;

        Large(String body) {
            this.body = body;
        }

        private static String joined(String operator, int count, IntFunction<String> term) {
            return IntStream.range(0, count).mapToObj(term).collect(Collectors.joining(operator));
        }

        private static String nested(int depth, String innermost, java.util.function.UnaryOperator<String> around) {
            String expression = innermost;
            for (int i = 0; i < depth; i++) {
                expression = around.apply(expression);
            }
            return expression;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noMethodIsTooLargeForTheVirtualMachine(Large large) {
        CompilationResult result = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class Large {
                    @SuppressWarnings("pathwise:jump") @Pathwise
                    static double f(double a, double b, double c) {
                        %s
                    }
                    @Pathwise
                    static double part(double first, double second, double third, double fourth) {
                        return first * second - third / fourth;
                    }
                }
                """.formatted(large.body));

        byte[] companion = result.classes().get("demo.LargePathwise");
        assertThat(ClassFile.codeLengths(companion))
                .isNotEmpty()
                .allSatisfy((method, length) -> assertThat(length).isBetween(1, HUGE_METHOD_LIMIT));
        Subject subject = new Subject(result, "demo.Large", "f", Set.of());
        double[] normals =
                IntStream.range(0, DRAWS).mapToDouble(i -> Math.sin(i)).toArray();
        for (double a : new double[] {0.7, 1.3, 0.2}) {
            Modes.check(subject, Point.at(a, 0.9, 0.8).normals(normals));
        }
    }

    @Test
    void messagesShowWhatTheUserWrote() {
        String sum = Large.joined(" + ", 80, i -> "z * " + i + ".5");
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source("""
                        package demo;
                        import io.pathwise.*;
                        import io.pathwise.runtime.Sampler;
                        class Large {
                            @Pathwise static double f(double a) {
                                double z = Sampler.normal(a, 1);
                                return %s > a ? 1 : 0;
                            }
                            @Pathwise static double g(double a) {
                                double z = Sampler.normal(a, 1);
                                return %s > a ? %s : a;
                            }
                        }
                        """.formatted(sum, sum, sum))
                .compile();

        assertThat(result.places()).hasSize(1).first().asString().startsWith("Jump 7:");
        assertThat(result.messages().get(0).text())
                .contains("'z * 0.5 + z * 1.5 + z * 2.5", " ... ", "z * 79.5 > a'")
                .doesNotContain("part");
    }

    /** What an exception says is not cut: its text is made once. */
    @Test
    void warnsWhereTheMethodStands() {
        CompilationResult result = compileText("");

        assertThat(result.succeeded()).isTrue();
        assertThat(result.places()).containsExactly("MethodTooLarge 5:19");
        assertThat(result.messages()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isIn(Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING);
            assertThat(message.text()).contains("'fForward'", "bytes of code", "  help: ");
        });
    }

    @Test
    void isSilentWhereTheUserAcceptsIt() {
        CompilationResult result = compileText("@SuppressWarnings(\"pathwise:size\")");

        assertThat(result.succeeded()).isTrue();
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void acceptedJumpsAreNotAcceptedSizes() {
        assertThat(compileText("@SuppressWarnings(\"pathwise:jump\")").places()).containsExactly("MethodTooLarge 5:19");
    }

    /** A choice within a choice is taken apart by recursion, which Java's own compiler does with less stack. */
    @Test
    void whatExceedsTheStackIsRefusedAtItsStatement() throws InterruptedException {
        String nested = Large.nested(3000, "a", inner -> "a < 0 ? 1 : " + inner);
        String source = """
                package demo;
                import io.pathwise.*;
                class Large {
                    @Pathwise
                    static double f(double a) {
                        double b = 2 * a;
                        return b * (%s);
                    }
                }
                """.formatted(nested);
        AtomicReference<CompilationResult> result = new AtomicReference<>();
        Runnable compile = () -> result.set(
                SourceCompiler.with(new PathwiseProcessor()).source(source).compile());
        Thread thread = new Thread(null, compile, "compiler", 1 << 20);
        thread.start();
        thread.join();

        assertThat(result.get().places()).first().isEqualTo("ExpressionTooLarge 7:9");
    }

    private static CompilationResult compileText(String annotation) {
        String[] terms = new String[300];
        Arrays.fill(terms, "a");
        return SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source("""
                        package demo;
                        import io.pathwise.*;
                        class Large {
                            @Pathwise %s
                            static double f(double a) {
                                if (a < 0) {
                                    throw new IllegalArgumentException("negative: " + %s);
                                }
                                return a * a;
                            }
                        }
                        """.formatted(annotation, String.join(" + \" \" + ", terms)))
                .compile();
    }
}
