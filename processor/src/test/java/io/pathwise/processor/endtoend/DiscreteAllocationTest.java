package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pathwise.Discrete;
import io.pathwise.runtime.PathwiseFunction;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In steady state, reverse mode through draws of whole numbers allocates nothing, the altered paths included. */
class DiscreteAllocationTest {
    private static final int PATHS = 100;
    private static final int NOISE = 300;

    /** What measuring itself and a class loaded late may cost; one array a path would be more. */
    private static final long ALLOWED_BYTES = 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final double[][] normals = new double[PATHS][];
    private final double[][] uniforms = new double[PATHS][];

    DiscreteAllocationTest() {
        SplittableRandom random = new SplittableRandom(3);
        Arrays.setAll(normals, path -> random.doubles(NOISE, -2, 2).toArray());
        Arrays.setAll(uniforms, path -> random.doubles(NOISE).toArray());
    }

    @ParameterizedTest
    @EnumSource
    void reverseModeAllocatesNothing(Discrete strategy) {
        check(strategy, "walk", new double[] {0.5}, 100);
        check(strategy, "comparedSteps", new double[] {100}, 50);
        check(strategy, "binomialSquare", new double[] {0.3}, 6);
        check(strategy, "binomialSquare", new double[] {0.3}, 20_000);
        check(strategy, "geometricSquare", new double[] {0.6});
        check(strategy, "negativeBinomialSquare", new double[] {0.6}, 3);
        check(strategy, "claims", new double[] {3, 2});
        check(strategy, "claimsSquared", new double[] {3, 2});
        check(strategy, "mixture", new double[] {0.4, 0.7, 1.5});
        check(strategy, "untilFailure", new double[] {0.6});
        check(strategy, "queue", new double[] {1.3, 0.4, 0.5}, 6);
    }

    @ParameterizedTest
    @EnumSource
    void neitherDoArraysOfWeights(Discrete strategy) {
        check(strategy, "category", new double[] {0.5, 2, 1.5, 1, 3, -2}, 3, 3);
        check(strategy, "chain", new double[] {0.3, 0.6}, 8);
    }

    private void check(Discrete strategy, String method, double[] parameters, Object... constants) {
        PathwiseFunction function = DiscreteDrawsTest.function(strategy, method, 1, constants);
        double[] gradient = new double[parameters.length];
        run(function, parameters, gradient);
        run(function, parameters, gradient);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(function, parameters, gradient);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("%s by %s", method, strategy)
                .isLessThan(ALLOWED_BYTES);
    }

    private void run(PathwiseFunction function, double[] parameters, double[] gradient) {
        for (int path = 0; path < PATHS; path++) {
            function.gradient(parameters, normals[path], uniforms[path], gradient);
        }
    }
}
