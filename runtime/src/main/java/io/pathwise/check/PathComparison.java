package io.pathwise.check;

import io.pathwise.montecarlo.noise.PathNoise;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.PathwiseFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;

/** Compares the derivatives of one function at one point, path by path. */
final class PathComparison {
    private static final double VALUE_TOLERANCE = 1e-12;
    /** So many roundings of the value, divided by the smallest useful step, are no error of the derivative. */
    private static final double ROUNDING = 1e-11;

    private final PathwiseFunction function;
    private final double[] point;
    private final double tolerance;
    private final int[] indices;
    private final PathNoise noise;
    private final List<String> complaints = new ArrayList<>();
    private final List<PartialCheck> partials = new ArrayList<>();

    PathComparison(PathwiseFunction function, double[] point, double tolerance, int[] indices, PathNoise noise) {
        this.function = function;
        this.point = point;
        this.tolerance = tolerance;
        this.indices = indices;
        this.noise = noise;
    }

    void compare(long path) {
        double[] gradient = new double[point.length];
        double value = onPath(path, (normals, uniforms) -> function.value(point, normals, uniforms));
        if (!Double.isFinite(value)) {
            complaints.add("path " + path + ": the value is " + value);
            return;
        }
        requireEqual(path, "reverse mode", value, onPath(path, (normals, uniforms) -> {
            Arrays.fill(gradient, 0);
            return function.gradient(point, normals, uniforms, gradient);
        }));
        for (int index : indices) {
            partials.add(comparePartial(path, index, value, gradient[index]));
        }
    }

    private PartialCheck comparePartial(long path, int index, double value, double reverse) {
        Dual dual = forward(path, index);
        requireEqual(path, "forward mode", value, dual.value());
        double floor = ROUNDING * Math.abs(value) / Differences.size(point[index]);
        Judgement judgement = new Judgement(tolerance, floor);
        DoubleUnaryOperator along = x -> valueWith(path, index, x);
        Differences differences = Differences.of(along, point[index], 0);
        Verdict verdict = verdict(reverse, dual.tangent(), differences, judgement);
        if (verdict == Verdict.DISAGREES || verdict == Verdict.KINK) {
            // rounding inside of the function looks like this, too, and takes many values to be recognised
            differences = Differences.of(along, point[index], Rounding.near(along, point[index]));
            verdict = verdict(reverse, dual.tangent(), differences, judgement);
        }
        Slope slope = differences.best();
        return new PartialCheck(
                path,
                function.parameterNames().get(index),
                reverse,
                dual.tangent(),
                slope.value(),
                slope.error(),
                verdict);
    }

    /** A derivative through draws of whole numbers may differ from the slope at fixed noise, on any path. */
    private Verdict verdict(double reverse, double forward, Differences differences, Judgement judgement) {
        Verdict verdict = judgement.judge(reverse, forward, differences);
        return function.drawsWholeNumbers() && verdict != Verdict.AGREES && judgement.isSame(reverse, forward)
                ? Verdict.RANDOM
                : verdict;
    }

    /** Compares the means of derivatives that are right in the mean only; a few paths may show none of their jumps. */
    void compareMeans(int paths) {
        if (function.drawsWholeNumbers()) {
            MeanComparison means = new MeanComparison(function, point, tolerance, noise, paths);
            Arrays.stream(indices).forEach(index -> partials.add(means.compare(index)));
        }
    }

    private Dual forward(long path, int index) {
        double[] direction = new double[point.length];
        direction[index] = 1;
        Dual[] dual = new Dual[1];
        noise.run(path, (normals, uniforms) -> dual[0] = function.forward(point, direction, normals, uniforms));
        return dual[0];
    }

    /** The value with one parameter changed; NaN outside of the function's domain. */
    private double valueWith(long path, int index, double x) {
        double[] shifted = point.clone();
        shifted[index] = x;
        try {
            return onPath(path, (normals, uniforms) -> function.value(shifted, normals, uniforms));
        } catch (IllegalArgumentException | ArithmeticException outside) {
            return Double.NaN;
        }
    }

    private double onPath(long path, ToDoubleBiFunction<double[], double[]> evaluation) {
        double[] result = new double[1];
        noise.run(path, (normals, uniforms) -> result[0] = evaluation.applyAsDouble(normals, uniforms));
        return result[0];
    }

    private void requireEqual(long path, String mode, double value, double other) {
        if (!(Math.abs(value - other) <= VALUE_TOLERANCE * Math.abs(value))) {
            complaints.add("path " + path + ": the value is " + value + ", but by " + mode + " " + other);
        }
    }

    GradientReport report() {
        for (int index : indices) {
            String parameter = function.parameterNames().get(index);
            boolean isUndecided = partials.stream()
                    .filter(partial -> partial.parameter().equals(parameter))
                    .allMatch(partial -> partial.verdict() == Verdict.UNDECIDED || partial.verdict() == Verdict.RANDOM);
            if (isUndecided) {
                complaints.add("∂/∂" + parameter + " could not be judged on any path");
            }
        }
        return new GradientReport(function.name(), complaints, partials);
    }
}
