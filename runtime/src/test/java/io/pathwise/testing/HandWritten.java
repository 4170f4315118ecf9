package io.pathwise.testing;

import io.pathwise.runtime.Dual;
import io.pathwise.runtime.Noise;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.NoiseExhaustedException;
import io.pathwise.runtime.PathwiseFunction;
import java.io.Serializable;
import java.util.List;

/** A function whose derivatives are written by hand. */
public final class HandWritten implements PathwiseFunction {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String[] parameterNames;
    private final boolean isNoiseKnown;
    private final int normals;
    private final int uniforms;
    private final Body body;

    /** Computes the value and adds the partial derivatives to the gradient. */
    public interface Body extends Serializable {
        double run(double[] parameters, double[] normals, double[] uniforms, double[] gradient);
    }

    public HandWritten(String name, List<String> parameterNames, NoiseCount noise, Body body) {
        this.name = name;
        this.parameterNames = parameterNames.toArray(String[]::new);
        this.isNoiseKnown = noise.isKnown();
        this.normals = noise.isKnown() ? noise.normals() : 0;
        this.uniforms = noise.isKnown() ? noise.uniforms() : 0;
        this.body = body;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> parameterNames() {
        return List.of(parameterNames);
    }

    @Override
    public NoiseCount noise(double[] parameters) {
        return isNoiseKnown ? NoiseCount.of(normals, uniforms) : NoiseCount.dataDependent();
    }

    @Override
    public double value(double[] parameters, double[] normals, double[] uniforms) {
        return body.run(parameters, normals, uniforms, new double[parameters.length]);
    }

    @Override
    public Dual forward(double[] parameters, double[] direction, double[] normals, double[] uniforms) {
        double[] gradient = new double[parameters.length];
        double value = body.run(parameters, normals, uniforms, gradient);
        double tangent = 0;
        for (int i = 0; i < gradient.length; i++) {
            tangent += gradient[i] * direction[i];
        }
        return new Dual(value, tangent);
    }

    @Override
    public double gradient(double[] parameters, double[] normals, double[] uniforms, double[] gradient) {
        return body.run(parameters, normals, uniforms, gradient);
    }

    @Override
    public PathwiseFunction copy() {
        return this;
    }

    /** Reads a uniform of a path whose number of draws depends on data, as generated code does. */
    public static double uniform(double[] uniforms, int index) throws NoiseExhaustedException {
        return Noise.uniform("HandWritten", uniforms, index);
    }

    /** Reads a normal of a path whose number of draws depends on data, as generated code does. */
    public static double normal(double[] normals, int index) throws NoiseExhaustedException {
        return Noise.normal("HandWritten", normals, index);
    }
}
