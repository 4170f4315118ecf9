package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pathwise.processor.testing.ClassFile;
import io.pathwise.processor.testing.CompilationResult;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods with hundreds of statements: their derivatives are split into methods that the virtual machine compiles. */
class LargeProgramsTest {
    private static final int STATEMENTS = 600;
    private static final int HUGE_METHOD_LIMIT = 8000;
    private static final int CALLS = 200;

    /** What measuring itself may cost; the values that one sweep carries would be more. */
    private static final long ALLOWED_BYTES = 2048;

    /** Calls from compiled code, so that no call goes through reflection and boxes. */
    private static final String REPEATED = """
            package demo;
            public final class Repeated {
                private static final LargePathwise.FGradient GRADIENT = new LargePathwise.FGradient();
                private Repeated() {}
                public static double reverse(int count) {
                    double sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum += LargePathwise.fReverse(0.7, 0.4, 2, 1, GRADIENT);
                    }
                    return sum;
                }
            }
            """;

    private static final List<Point> POINTS =
            List.of(Point.at(0.7, 0.4, 2), Point.at(1.9, 0.1, 3), Point.at(0.3, 2.5, 6), Point.at(1.2, 0.8, 1));

    private enum Shape {
        STRAIGHT(LargeSources::straight),
        LOOP(LargeSources::loop),
        BRANCHES(LargeSources::branches),
        EXITS(LargeSources::exits),
        LOOP_EXITS(LargeSources::loopExits);

        private final IntFunction<String> source;

        Shape(IntFunction<String> source) {
            this.source = source;
        }
    }

    private record Large(Shape shape, CompilationResult result) {
        static Large of(Shape shape) {
            return new Large(shape, Programs.compile(shape.source.apply(STATEMENTS), REPEATED));
        }

        Subject subject() {
            return new Subject(result, "demo.Large", "f", Set.of());
        }

        @Override
        public String toString() {
            return shape.name();
        }
    }

    private static final List<Large> ALL =
            List.of(Shape.values()).stream().map(Large::of).toList();

    static List<Large> all() {
        return ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMethodIsCompiledByTheVirtualMachine(Large large) {
        Map<String, Integer> lengths =
                ClassFile.codeLengths(large.result().classes().get("demo.LargePathwise"));

        assertThat(lengths.keySet().stream().filter(name -> name.contains("Part")))
                .isNotEmpty();
        assertThat(lengths).allSatisfy((method, length) -> assertThat(length).isLessThanOrEqualTo(HUGE_METHOD_LIMIT));
    }

    @ParameterizedTest
    @MethodSource("all")
    void valuesAndDerivativesAreThoseOfTheSource(Large large) {
        Subject subject = large.subject();
        for (Point point : POINTS) {
            Modes.check(subject, point);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void reverseModeAllocatesNothing(Large large) throws ReflectiveOperationException {
        Method reverse = large.result().load("demo.Repeated").getMethod("reverse", int.class);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Subject.invoke(reverse, CALLS);
        long before = threads.getCurrentThreadAllocatedBytes();
        Subject.invoke(reverse, CALLS);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ALLOWED_BYTES);
    }
}
