package io.pathwise.montecarlo;

import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import java.io.Serializable;
import java.util.Objects;

/**
 * A quantity that each path yields from the same noise as the one that is estimated, and whose mean is known. The more the
 * two are correlated, the more of the error is removed: the estimate becomes {@code mean(Y) − β · (mean(C) − μ)}, with the
 * coefficients β of the regression of Y on the controls, for the value and for every partial derivative separately (P.
 * Glasserman, Monte Carlo Methods in Financial Engineering, 2004, section 4.1).
 *
 * <p>The function reads the noise in the order of its own draws. That of a control should hence draw what the estimated
 * one draws, in the same order.
 */
public final class ControlVariate implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PathwiseFunction function;
    private final double[] parameters;
    private final double[] direction;
    private final double mean;

    private ControlVariate(PathwiseFunction function, double[] parameters, double[] direction, double mean) {
        this.function = function;
        this.parameters = parameters;
        this.direction = direction;
        this.mean = mean;
    }

    /**
     * Returns the value of a function as a control.
     *
     * @param function yields the control on each path
     * @param mean the known mean of the function's value at these parameters
     * @param parameters the function's parameters
     * @return the control
     * @throws IllegalArgumentException if the number of parameters is wrong, or a number is not finite
     */
    public static ControlVariate ofValue(PathwiseFunction function, double mean, double... parameters) {
        Arguments.requireParameters(function, parameters);
        Arguments.requireFinite("mean", mean);
        return new ControlVariate(function, parameters.clone(), null, mean);
    }

    /**
     * Returns a partial derivative of a function as a control, which suits derivatives better than its value does.
     *
     * @param function yields the control on each path
     * @param parameter the name of the parameter by which to differentiate
     * @param mean the known mean of the partial derivative at these parameters
     * @param parameters the function's parameters
     * @return the control
     * @throws IllegalArgumentException if the number of parameters is wrong, a number is not finite, or the function has no
     *     parameter of that name
     */
    public static ControlVariate ofDerivative(
            PathwiseFunction function, String parameter, double mean, double... parameters) {
        Arguments.requireParameters(function, parameters);
        Arguments.requireFinite("mean", mean);
        double[] direction = new double[parameters.length];
        direction[Arguments.indexOf(parameter, function.parameterNames(), function.name())] = 1;
        return new ControlVariate(function, parameters.clone(), direction, mean);
    }

    /**
     * Returns the known mean.
     *
     * @return the mean
     */
    public double mean() {
        return mean;
    }

    /**
     * Returns the name of the function that yields the control.
     *
     * @return its class and name, such as {@code Option.terminal}
     */
    public String name() {
        return function.name();
    }

    NoiseCount noise() {
        return function.noise(parameters);
    }

    double evaluate(double[] normals, double[] uniforms) {
        return direction == null
                ? function.value(parameters, normals, uniforms)
                : function.forward(parameters, direction, normals, uniforms).tangent();
    }

    ControlVariate copy() {
        return new ControlVariate(Objects.requireNonNull(function.copy()), parameters, direction, mean);
    }
}
