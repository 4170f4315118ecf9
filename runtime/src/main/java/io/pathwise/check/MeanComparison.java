package io.pathwise.check;

import io.pathwise.montecarlo.noise.PathNoise;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Optional;

/**
 * Compares derivatives that are right in the mean only with differences, on common noise: between two points the mean grows
 * by the integral of its derivative, so that the derivative at points spread evenly between them has the mean of the
 * difference quotient. Other than with small steps there is no error but that of chance, and wide steps make it small.
 */
final class MeanComparison {
    /** What chance takes for wrong: less than one in a million. */
    private static final double STANDARD_ERRORS = 5;

    /** The first step, as a part of the variable's size. It halves as long as it leads out of the function's domain … */
    private static final double FIRST_STEP = 0.5;

    /** … so many times. */
    private static final int HALVINGS = 10;

    private final PathwiseFunction function;
    private final double[] point;
    private final double tolerance;
    private final PathNoise noise;
    private final int paths;

    /** Prepares for one function at one point. */
    MeanComparison(PathwiseFunction function, double[] point, double tolerance, PathNoise noise, int paths) {
        this.function = function;
        this.point = point;
        this.tolerance = tolerance;
        this.noise = noise;
        this.paths = paths;
    }

    /** Compares the mean of one partial derivative. */
    PartialCheck compare(int index) {
        String name = function.parameterNames().get(index);
        double step = FIRST_STEP * Differences.size(point[index]);
        for (int i = 0; i <= HALVINGS; i++) {
            double lower = point[index] - step;
            double upper = point[index] + step;
            Optional<Means> means = means(index, lower, upper)
                    .or(() -> means(index, lower, point[index]))
                    .or(() -> means(index, point[index], upper));
            if (means.isPresent()) {
                return judge(name, means.get());
            }
            step /= 2;
        }
        return PartialCheck.ofMean(name, Double.NaN, Double.NaN, Double.NaN, Verdict.UNDECIDED);
    }

    private PartialCheck judge(String name, Means means) {
        double slope = means.derivative - means.excess;
        double allowed = STANDARD_ERRORS * means.standardError()
                + tolerance * Math.max(Math.abs(means.derivative), Math.abs(slope));
        Verdict verdict = Math.abs(means.excess) <= allowed ? Verdict.AGREES : Verdict.DISAGREES;
        return PartialCheck.ofMean(name, means.derivative, slope, means.standardError(), verdict);
    }

    /** Compares between two values of a parameter; absent if the function cannot be evaluated there. */
    private Optional<Means> means(int index, double lower, double upper) {
        Means means = new Means();
        double width = upper - lower;
        try {
            for (int path = 0; path < paths; path++) {
                double between = lower + width * ((path + 0.5) / paths);
                double slope = (value(path, index, upper) - value(path, index, lower)) / width;
                means.add(derivative(path, index, between), slope);
            }
        } catch (IllegalArgumentException | ArithmeticException outside) {
            return Optional.empty();
        }
        return Optional.of(means).filter(each -> Double.isFinite(each.excess));
    }

    private double derivative(int path, int index, double x) {
        double[] direction = new double[point.length];
        direction[index] = 1;
        Dual[] dual = new Dual[1];
        noise.run(
                path, (normals, uniforms) -> dual[0] = function.forward(with(index, x), direction, normals, uniforms));
        return dual[0].tangent();
    }

    private double value(int path, int index, double x) {
        double[] value = new double[1];
        noise.run(path, (normals, uniforms) -> value[0] = function.value(with(index, x), normals, uniforms));
        return value[0];
    }

    private double[] with(int index, double x) {
        double[] shifted = point.clone();
        shifted[index] = x;
        return shifted;
    }

    /** The mean derivative, and by how much it exceeds the mean slope. B. Welford, Technometrics 4, 1962. */
    private static final class Means {
        private long count;
        private double derivative;
        private double excess;
        private double squares;

        void add(double tangent, double slope) {
            count++;
            derivative += (tangent - derivative) / count;
            double deviation = tangent - slope - excess;
            excess += deviation / count;
            squares += deviation * (tangent - slope - excess);
        }

        double standardError() {
            return Math.sqrt(squares / (count - 1) / count);
        }
    }
}
