package io.pathwise.check;

import io.pathwise.montecarlo.noise.PathNoise;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Optional;

/**
 * Compares derivatives that are right in the mean only with differences, on common noise: between two points the mean grows
 * by the integral of its derivative, so that the derivative at points spread evenly between them has the mean of the
 * difference quotient. Other than with small steps there is no error but that of chance, and wide steps make it small.
 *
 * <p>A jump of the mean between the points is in the difference and in no derivative. Smaller steps tell: a jump is left behind
 * or weighs the more, but a wrong derivative stays as wrong as it was.
 */
final class MeanComparison {
    /** What chance takes for wrong: less than one in a million. */
    private static final double STANDARD_ERRORS = 5;

    /** The first step, as a part of the variable's size. It halves as long as it leads out of the function's domain … */
    private static final double FIRST_STEP = 0.5;

    /** … so many times. */
    private static final int HALVINGS = 10;

    /** Steps at which something disagrees fall by this factor, with as many times more paths, for errors as small … */
    private static final int RATIO = 4;

    /** … so many times. */
    private static final int NARROWINGS = 2;

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
            Optional<Means> means = around(index, step, paths);
            if (means.isPresent()) {
                return means.get().isExcess(tolerance, Double.POSITIVE_INFINITY)
                        ? narrow(index, step, means.get())
                        : means.get().check(name, Verdict.AGREES);
            }
            step /= 2;
        }
        return PartialCheck.ofMean(name, Double.NaN, Double.NaN, Double.NaN, Verdict.UNDECIDED);
    }

    /** What disagrees agrees after all if at a smaller step it is nearer to no excess than to that of the first. */
    private PartialCheck narrow(int index, double first, Means wide) {
        String name = function.parameterNames().get(index);
        Means last = wide;
        boolean isGrowing = false;
        int ratio = 1;
        for (int i = 0; i < NARROWINGS; i++) {
            ratio *= RATIO;
            Optional<Means> narrower = around(index, first / ratio, (long) paths * ratio);
            if (narrower.isEmpty()) {
                break;
            }
            if (!narrower.get().isExcess(tolerance, Math.abs(wide.excess) / 2)) {
                return narrower.get().check(name, Verdict.AGREES);
            }
            isGrowing = Math.abs(narrower.get().excess) > Math.sqrt(RATIO) * Math.abs(last.excess);
            last = narrower.get();
        }
        return last.check(name, isGrowing ? Verdict.UNDECIDED : Verdict.DISAGREES);
    }

    private Optional<Means> around(int index, double step, long paths) {
        double lower = point[index] - step;
        double upper = point[index] + step;
        return means(index, lower, upper, paths)
                .or(() -> means(index, lower, point[index], paths))
                .or(() -> means(index, point[index], upper, paths));
    }

    /** Compares between two values of a parameter; absent if the function cannot be evaluated there. */
    private Optional<Means> means(int index, double lower, double upper, long paths) {
        Means means = new Means();
        double width = upper - lower;
        try {
            for (long path = 0; path < paths; path++) {
                double between = lower + width * ((path + 0.5) / paths);
                double slope = (value(path, index, upper) - value(path, index, lower)) / width;
                means.add(derivative(path, index, between), slope);
            }
        } catch (IllegalArgumentException | ArithmeticException outside) {
            return Optional.empty();
        }
        return Optional.of(means).filter(each -> Double.isFinite(each.excess));
    }

    private double derivative(long path, int index, double x) {
        double[] direction = new double[point.length];
        direction[index] = 1;
        Dual[] dual = new Dual[1];
        noise.run(
                path, (normals, uniforms) -> dual[0] = function.forward(with(index, x), direction, normals, uniforms));
        return dual[0].tangent();
    }

    private double value(long path, int index, double x) {
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

        double slope() {
            return derivative - excess;
        }

        /** Whether neither chance explains the excess nor rounding. */
        boolean isExcess(double tolerance, double most) {
            double chance = Math.min(STANDARD_ERRORS * standardError(), most);
            return !(Math.abs(excess) <= chance + tolerance * Math.max(Math.abs(derivative), Math.abs(slope())));
        }

        PartialCheck check(String parameter, Verdict verdict) {
            return PartialCheck.ofMean(parameter, derivative, slope(), standardError(), verdict);
        }
    }
}
