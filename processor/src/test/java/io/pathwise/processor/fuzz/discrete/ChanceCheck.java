package io.pathwise.processor.fuzz.discrete;

import io.pathwise.processor.fuzz.discrete.ChanceProgram.Cell;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.NoiseExhaustedException;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Compares the mean of a program's derivatives, over all noise and all choices of an alternative, with the derivative of
 * its mean, and forward with reverse mode on each path.
 */
final class ChanceCheck {
    private static final double TOLERANCE = 1e-9;
    private static final double MODES_TOLERANCE = 1e-10;
    private static final int LENGTH = 64;
    private static final double NARROW = 1e-12;

    private final ChanceProgram program;
    private final PathwiseFunction function;
    private final double[] point;
    private final double[] normals;
    private final OptionalInt choice;
    private String wrong;

    /**
     * Prepares the check of one program.
     *
     * @param chooses whether its derivatives take a uniform number that chooses an alternative
     */
    ChanceCheck(ChanceProgram program, PathwiseFunction function, double[] point, double[] normals, boolean chooses) {
        this.program = program;
        this.function = function;
        this.point = point;
        this.normals = normals;
        this.choice = chooses ? choice(function, point, normals) : OptionalInt.empty();
    }

    /** What is wrong, if anything is. */
    Optional<String> run(double[] exact, List<Cell> cells) {
        double[] mean = new double[point.length];
        double size = 1;
        for (Cell cell : cells) {
            requireValue(cell);
            double[] estimate = choice.isPresent() ? overAlternatives(cell) : derivatives(cell, 0.5);
            for (int i = 0; i < exact.length; i++) {
                mean[i] += cell.volume() * estimate[i];
                size += cell.volume() * Math.abs(estimate[i]);
            }
        }
        for (int i = 0; i < exact.length; i++) {
            if (!(Math.abs(exact[i] - mean[i]) <= TOLERANCE * size)) {
                wrong = "mean of ∂/∂" + ChanceProgram.PARAMETERS.get(i) + " is " + mean[i] + ", but must be "
                        + exact[i];
            }
        }
        return Optional.ofNullable(wrong);
    }

    private void requireValue(Cell cell) {
        double value = function.value(point, normals, noise(cell, 0.5));
        double expected = program.value(point, cell.uniforms(), normals);
        if (!(Math.abs(value - expected) <= TOLERANCE * (1 + Math.abs(expected)))) {
            wrong = "value " + value + " instead of " + expected;
        }
    }

    /** A function of what chooses that is constant but for some jumps, integrated. */
    private double[] overAlternatives(Cell cell) {
        TreeSet<Double> ends = new TreeSet<>(List.of(0.0, 1.0));
        for (int count = 2; count <= cell.uniforms().length; count++) {
            for (int i = 1; i < count; i++) {
                ends.add((double) i / count);
            }
        }
        double[] sum = new double[point.length];
        double last = 0;
        for (double end : ends) {
            if (end - last > 2 * NARROW) {
                double lower = last + NARROW / 2;
                double upper = end - NARROW / 2;
                integrate(cell, lower, derivatives(cell, lower), upper, derivatives(cell, upper), sum);
            }
            last = end;
        }
        return sum;
    }

    private void integrate(Cell cell, double lower, double[] atLower, double upper, double[] atUpper, double[] sum) {
        double middle = (lower + upper) / 2;
        double[] atMiddle = upper - lower > NARROW ? derivatives(cell, middle) : atLower;
        boolean isConstant = Arrays.equals(atLower, atMiddle) && Arrays.equals(atMiddle, atUpper);
        if (isConstant || upper - lower <= NARROW) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (upper - lower) * atMiddle[i];
            }
            return;
        }
        integrate(cell, lower, atLower, middle, atMiddle, sum);
        integrate(cell, middle, atMiddle, upper, atUpper, sum);
    }

    /** By reverse mode, which forward mode must agree with. */
    private double[] derivatives(Cell cell, double alternative) {
        double[] uniforms = noise(cell, alternative);
        double[] gradient = new double[point.length];
        function.gradient(point, normals, uniforms, gradient);
        double size = 1 + Arrays.stream(gradient).map(Math::abs).sum();
        for (int i = 0; i < gradient.length; i++) {
            double[] direction = new double[point.length];
            direction[i] = 1;
            Dual dual = function.forward(point, direction, normals, uniforms);
            if (!(Math.abs(dual.tangent() - gradient[i]) <= MODES_TOLERANCE * size)) {
                wrong = "∂/∂" + ChanceProgram.PARAMETERS.get(i) + ": forward " + dual.tangent() + ", reverse "
                        + gradient[i] + " at " + Arrays.toString(uniforms);
            }
        }
        return gradient;
    }

    private double[] noise(Cell cell, double alternative) {
        double[] uniforms = cell.uniforms();
        double[] noise = new double[LENGTH];
        Arrays.fill(noise, 0.37);
        boolean isFirst = choice.isPresent() && choice.getAsInt() == 0;
        System.arraycopy(uniforms, 0, noise, isFirst ? 1 : 0, uniforms.length);
        choice.ifPresent(each -> noise[each] = alternative);
        return noise;
    }

    /** Where the number of draws depends on data, what chooses comes first, else behind all draws that there may be. */
    private static OptionalInt choice(PathwiseFunction function, double[] point, double[] normals) {
        boolean isFirst = Arrays.stream(function.getClass().getDeclaredFields())
                .anyMatch(each -> each.getName().equals("rest"));
        if (isFirst) {
            return OptionalInt.of(0);
        }
        for (int length = 0; ; length++) {
            try {
                function.gradient(point, normals, new double[length], new double[point.length]);
                return OptionalInt.of(length - 1);
            } catch (NoiseExhaustedException more) {
                length = Math.max(length, more.needed() - 1);
            }
        }
    }
}
