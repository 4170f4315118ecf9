package io.pathwise.testing;

import io.pathwise.runtime.Dual;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import java.util.List;

/**
 * The value {@code scale · 4} with probability p and {@code scale} else, with the parameters p and scale, whose derivative in
 * p is by the score.
 *
 * @param baseline subtracted from the value; NaN for none
 * @param factor 1, or what makes the derivative in p wrong
 */
public record Coins(double baseline, double factor) implements PathwiseFunction {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
        return "Coins.toss";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("p", "scale");
    }

    @Override
    public NoiseCount noise(double[] parameters) {
        return NoiseCount.of(0, 1);
    }

    @Override
    public double value(double[] parameters, double[] normals, double[] uniforms) {
        if (parameters[0] < 0 || parameters[0] > 1) {
            throw new IllegalArgumentException("p must be from 0 to 1");
        }
        return uniforms[0] < parameters[0] ? 4 * parameters[1] : parameters[1];
    }

    @Override
    public Dual forward(double[] parameters, double[] direction, double[] normals, double[] uniforms) {
        double[] gradient = new double[2];
        double value = gradient(parameters, normals, uniforms, gradient);
        return new Dual(value, gradient[0] * direction[0] + gradient[1] * direction[1]);
    }

    @Override
    public double gradient(double[] parameters, double[] normals, double[] uniforms, double[] gradient) {
        double value = value(parameters, normals, uniforms);
        double p = parameters[0];
        double score = uniforms[0] < p ? 1 / p : -1 / (1 - p);
        gradient[0] += factor * score * (value - (wantsBaseline() ? 0 : baseline));
        gradient[1] += value / parameters[1];
        return value;
    }

    @Override
    public boolean drawsWholeNumbers() {
        return true;
    }

    @Override
    public boolean wantsBaseline() {
        return Double.isNaN(baseline);
    }

    @Override
    public PathwiseFunction withBaseline(double chosen) {
        return new Coins(chosen, factor);
    }

    @Override
    public PathwiseFunction copy() {
        return this;
    }
}
