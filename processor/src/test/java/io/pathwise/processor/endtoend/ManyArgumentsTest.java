package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Methods whose derivatives would take more arguments than the virtual machine allows: 255 slots, two for a double. */
class ManyArgumentsTest {
    private static final int MOST_PARAMETERS = 63;

    private static String each(int count, String separator, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(separator));
    }

    private static String sumOfSquares(int parameters) {
        return """
                package demo;
                import io.pathwise.Pathwise;
                class Many {
                    @Pathwise static double f(%s) { return %s; }
                }
                """.formatted(
                each(parameters, ", ", i -> "double x" + i), each(parameters, " + ", i -> "x" + i + " * x" + i));
    }

    @Test
    void asManyParametersAsForwardModeCanTake() {
        Subject subject = new Subject(Programs.compile(sumOfSquares(MOST_PARAMETERS)), "demo.Many", "f", Set.of());
        Object[] arguments = IntStream.range(0, MOST_PARAMETERS)
                .mapToObj(i -> (Object) (0.1 * i + 1))
                .toArray();
        Modes.check(subject, Point.at(arguments));
    }

    @Test
    void moreAreRefused() {
        var result = SourceCompiler.with(new PathwiseProcessor())
                .source(sumOfSquares(MOST_PARAMETERS + 1))
                .compile();
        assertThat(result.places()).containsExactly("TooManyParameters 4:29");
    }

    @Test
    void drawsThatAreTooManyForArgumentsReadArrays() {
        int draws = 130;
        Subject subject = new Subject(
                Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class Many {
                    @Pathwise static double f(double x, double y) { double z = x; %s return z; }
                }
                """.formatted(each(draws, " ", i -> "z = 0.9 * z + Sampler.normal(z * y, 1);"))),
                "demo.Many",
                "f",
                Set.of());
        double[] normals = new double[draws];
        Arrays.setAll(normals, i -> Math.sin(i + 1));
        Modes.check(subject, Point.at(0.8, 0.05).normals(normals));
    }
}
