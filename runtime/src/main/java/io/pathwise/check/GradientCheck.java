package io.pathwise.check;

import io.pathwise.montecarlo.noise.IndependentNoise;
import io.pathwise.montecarlo.noise.PathNoise;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Compares the derivatives of a function on some paths: forward mode with reverse mode, and both with differences of the
 * value at the same noise.
 *
 * <pre>{@code
 * GradientCheck.of(OptionPathwise.callFunction(100)).at(100, 0.2).seed(1).check();
 * }</pre>
 *
 * <p>The step of the differences is chosen for each parameter, by its size and by how the differences behave. Where the
 * slopes on the two sides of the point differ, the point lies at a kink, which is reported and is no error as long as the
 * derivative is one of the two slopes or lies between them.
 *
 * <p>Through draws of whole numbers, the derivative of a path is a random estimate that is right in the mean only. There the
 * modes are compared path by path, and besides, on 20,000 paths, the mean derivative around the point with the difference of
 * the means on its two sides. Where they are more than five standard errors apart, which chance makes them once in a million
 * comparisons, and stay apart at smaller steps with up to 16 times as many paths, the derivative is wrong. A mean that jumps
 * next to the point cannot be judged.
 *
 * <p>Instances are immutable: each setting returns a new one.
 */
public final class GradientCheck {
    private static final int DEFAULT_PATHS = 10;
    private static final double DEFAULT_TOLERANCE = 1e-6;
    private static final int DEFAULT_PARAMETERS = 100;
    private static final int DEFAULT_MEAN_PATHS = 20_000;

    private final PathwiseFunction function;
    private double[] point;
    private long seed;
    private int paths = DEFAULT_PATHS;
    private double tolerance = DEFAULT_TOLERANCE;
    private int maximumParameters = DEFAULT_PARAMETERS;
    private int meanPaths = DEFAULT_MEAN_PATHS;

    private GradientCheck(PathwiseFunction function) {
        this.function = function;
    }

    private GradientCheck(GradientCheck other) {
        function = other.function;
        point = other.point;
        seed = other.seed;
        paths = other.paths;
        tolerance = other.tolerance;
        maximumParameters = other.maximumParameters;
        meanPaths = other.meanPaths;
    }

    /**
     * Returns a check on 10 paths with seed 0 and a tolerance of 1e-6.
     *
     * @param function whose derivatives to check
     * @return the check, which needs a point
     */
    public static GradientCheck of(PathwiseFunction function) {
        return new GradientCheck(Objects.requireNonNull(function, "function"));
    }

    /**
     * Sets the point at which to check.
     *
     * @param parameters the function's active parameters, flattened in order
     * @return a check with that setting
     * @throws IllegalArgumentException if the number of parameters is wrong or one is not finite
     */
    public GradientCheck at(double... parameters) {
        Objects.requireNonNull(parameters, "parameters");
        List<String> names = function.parameterNames();
        if (parameters.length != names.size()) {
            throw new IllegalArgumentException(
                    function.name() + " has " + names.size() + " parameters, but got " + parameters.length);
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!Double.isFinite(parameters[i])) {
                throw new IllegalArgumentException(
                        function.name() + ": " + names.get(i) + " must be finite, but is " + parameters[i]);
            }
        }
        GradientCheck changed = new GradientCheck(this);
        changed.point = parameters.clone();
        return changed;
    }

    /**
     * Sets the seed of the noise, which is that of {@link io.pathwise.montecarlo.MonteCarlo} with the same seed.
     *
     * @param seed any number
     * @return a check with that setting
     */
    public GradientCheck seed(long seed) {
        GradientCheck changed = new GradientCheck(this);
        changed.seed = seed;
        return changed;
    }

    /**
     * Sets the number of paths to check on.
     *
     * @param paths at least 1
     * @return a check with that setting
     * @throws IllegalArgumentException if the number is less than 1
     */
    public GradientCheck paths(int paths) {
        requireAtLeastOne("paths", paths);
        GradientCheck changed = new GradientCheck(this);
        changed.paths = paths;
        return changed;
    }

    /**
     * Sets the relative error of the derivative that is accepted beside the error of the differences.
     *
     * @param tolerance greater than 0, less than 1
     * @return a check with that setting
     * @throws IllegalArgumentException if it is not
     */
    public GradientCheck tolerance(double tolerance) {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be between 0 and 1, but is " + tolerance);
        }
        GradientCheck changed = new GradientCheck(this);
        changed.tolerance = tolerance;
        return changed;
    }

    /**
     * Sets how many parameters are checked at most, 100 unless set. Of more, some evenly spaced ones are.
     *
     * @param parameters at least 1
     * @return a check with that setting
     * @throws IllegalArgumentException if the number is less than 1
     */
    public GradientCheck maximumParameters(int parameters) {
        requireAtLeastOne("maximumParameters", parameters);
        GradientCheck changed = new GradientCheck(this);
        changed.maximumParameters = parameters;
        return changed;
    }

    /**
     * Sets the number of paths whose means are compared where derivatives pass through draws of whole numbers, 20,000
     * unless set. Four times as many find errors of half the size.
     *
     * @param paths at least 2
     * @return a check with that setting
     * @throws IllegalArgumentException if the number is less than 2
     */
    public GradientCheck meanPaths(int paths) {
        if (paths < 2) {
            throw new IllegalArgumentException("meanPaths must be at least 2, but is " + paths);
        }
        GradientCheck changed = new GradientCheck(this);
        changed.meanPaths = paths;
        return changed;
    }

    private static void requireAtLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, but is " + value);
        }
    }

    /**
     * Compares the derivatives.
     *
     * @return what was found
     * @throws AssertionError with a table, if a derivative is wrong, a value is not finite or differs between modes, or a
     *     parameter's derivative could not be judged on any path
     * @throws IllegalStateException if no point is set
     */
    public GradientReport check() {
        GradientReport report = report();
        if (!report.hasPassed()) {
            throw new AssertionError(report.toString());
        }
        return report;
    }

    /**
     * Compares the derivatives and passes no judgement on the whole.
     *
     * @return what was found
     * @throws IllegalStateException if no point is set
     */
    public GradientReport report() {
        if (point == null) {
            throw new IllegalStateException("the check of " + function.name() + " has no point; set it by at(…)");
        }
        PathNoise noise = new PathNoise(new IndependentNoise(seed), function.noise(point));
        PathComparison comparison = new PathComparison(function.copy(), point, tolerance, indices(), noise);
        for (int path = 0; path < paths; path++) {
            comparison.compare(path);
        }
        comparison.compareMeans(meanPaths);
        return comparison.report();
    }

    private int[] indices() {
        int count = Math.min(point.length, maximumParameters);
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> (int) ((long) i * point.length / count));
        return indices;
    }
}
