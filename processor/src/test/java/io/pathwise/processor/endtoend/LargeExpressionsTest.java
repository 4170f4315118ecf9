package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Single expressions whose code is larger than what the virtual machine compiles: nothing can split them. */
class LargeExpressionsTest {
    private static final int DOUBLINGS = 8;

    @Test
    void warnsWhereTheMethodStands() {
        CompilationResult result = compile("");

        assertThat(result.succeeded()).isTrue();
        assertThat(result.places()).containsExactly("MethodTooLarge 5:19");
        assertThat(result.messages()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isIn(Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING);
            assertThat(message.text()).contains("'f'", "bytes of code", "  help: ");
        });
    }

    @Test
    void isSilentWhereTheUserAcceptsIt() {
        CompilationResult result = compile("@SuppressWarnings(\"pathwise:size\")");

        assertThat(result.succeeded()).isTrue();
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void acceptedJumpsAreNotAcceptedSizes() {
        assertThat(compile("@SuppressWarnings(\"pathwise:jump\")").places()).containsExactly("MethodTooLarge 5:19");
    }

    /**
     * Reading it exceeds a stack of 1 MB, which Java's own compiler gets along with; a later pass does where the virtual
     * machine has compiled the reader.
     */
    @Test
    void whatExceedsTheStackIsRefusedAtItsStatement() throws InterruptedException {
        String sum = IntStream.range(0, 2500).mapToObj(i -> "a * " + i).collect(Collectors.joining(" + "));
        String source = """
                package demo;
                import io.pathwise.*;
                class Large {
                    @Pathwise
                    static double f(double a) {
                        double b = 2 * a;
                        return b + %s;
                    }
                }
                """.formatted(sum);
        AtomicReference<CompilationResult> result = new AtomicReference<>();
        Runnable compile = () -> result.set(
                SourceCompiler.with(new PathwiseProcessor()).source(source).compile());
        Thread thread = new Thread(null, compile, "compiler", 1 << 20);
        thread.start();
        thread.join();

        assertThat(result.get().places().get(0)).isIn("ExpressionTooLarge 7:9", "MethodTooLarge 5:19");
    }

    private static CompilationResult compile(String annotation) {
        String sum = "Math.sin(a * 1.5 + k * 0.1 + k * 0.2 + k * 0.3 + k * 0.4 + k * 0.5 + k * 0.6)";
        for (int i = 0; i < DOUBLINGS; i++) {
            sum = "(" + sum + " + " + sum + ")";
        }
        return SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source("""
                        package demo;
                        import io.pathwise.*;
                        class Large {
                            @Pathwise %s
                            static double f(double a, @Constant double k) {
                                return %s;
                            }
                        }
                        """.formatted(annotation, sum))
                .compile();
    }
}
