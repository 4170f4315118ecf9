package io.pathwise.processor.fuzz;

import io.pathwise.runtime.Dual;
import io.pathwise.runtime.PathwiseFunction;

/** A function on fixed noise. */
record Path(PathwiseFunction function, double[] normals, double[] uniforms) {
    double value(double[] parameters) {
        return function.value(parameters, normals, uniforms);
    }

    Dual forward(double[] parameters, double[] direction) {
        return function.forward(parameters, direction, normals, uniforms);
    }

    /** The partial derivatives by forward mode, one direction at a time. */
    double[] jacobian(double[] parameters) {
        return jacobian(parameters, 1);
    }

    /** The same by tangents of the given length, which no formula notices but rounding does. */
    double[] jacobian(double[] parameters, double length) {
        double[] partials = new double[parameters.length];
        for (int i = 0; i < partials.length; i++) {
            double[] direction = new double[parameters.length];
            direction[i] = length;
            partials[i] = forward(parameters, direction).tangent() / length;
        }
        return partials;
    }

    double[] gradient(double[] parameters) {
        double[] gradient = new double[parameters.length];
        function.gradient(parameters, normals, uniforms, gradient);
        return gradient;
    }
}
