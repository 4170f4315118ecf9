package io.pathwise.montecarlo;

import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.List;

/** The value of a function and its gradient. */
final class FunctionIntegrand implements Integrand {
    private static final long serialVersionUID = 1L;

    private final PathwiseFunction function;
    private final double[] parameters;
    private final double[] gradient;

    FunctionIntegrand(PathwiseFunction function, double[] parameters) {
        this.function = function;
        this.parameters = parameters;
        this.gradient = new double[parameters.length];
    }

    @Override
    public String name() {
        return function.name();
    }

    @Override
    public List<String> parameterNames() {
        return function.parameterNames();
    }

    @Override
    public int size() {
        return 1 + gradient.length;
    }

    @Override
    public NoiseCount noise() {
        return function.noise(parameters);
    }

    @Override
    public void evaluate(double[] normals, double[] uniforms, double[] quantities) {
        Arrays.fill(gradient, 0);
        quantities[0] = function.gradient(parameters, normals, uniforms, gradient);
        System.arraycopy(gradient, 0, quantities, 1, gradient.length);
    }

    @Override
    public Integrand copy() {
        return new FunctionIntegrand(function.copy(), parameters);
    }
}
