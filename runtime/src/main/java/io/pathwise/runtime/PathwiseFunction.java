package io.pathwise.runtime;

import java.io.Serializable;
import java.util.List;

/**
 * A differentiated method as a function of one flat vector of active parameters, with its constants bound: the view of
 * drivers that know nothing about the method, such as Monte Carlo estimation, optimisation and gradient checks.
 *
 * <p>The vector holds the active parameters in the order of the method, arrays element by element, matrices row by row;
 * {@link #parameterNames()} names its components, and its length is the number <i>n</i> of parameters below. The noise
 * fixes the path: equal parameters and noise give an equal value, from every method of this interface.
 *
 * <p>Arrays of noise may be longer than the path needs. A kind of noise that the path does not use may be an empty
 * array. No method changes an array that it is handed, except the gradient's.
 *
 * <p>One instance serves one thread at a time, since it owns scratch memory; {@link #copy()} makes another.
 */
public interface PathwiseFunction extends Serializable {
    /**
     * Returns the name of the differentiated method.
     *
     * @return its class and name, such as {@code Option.call}
     */
    String name();

    /**
     * Returns the names of the components of the parameter vector.
     *
     * @return an unmodifiable list of length <i>n</i>, such as {@code spot}, {@code weights[0]}, {@code weights[1]}
     */
    List<String> parameterNames();

    /**
     * Returns how much noise one path needs at these parameters.
     *
     * @param parameters the active parameters, of length <i>n</i>
     * @return the number of standard normal and of uniform draws, or that only the path itself shows it
     * @throws IllegalArgumentException if {@code parameters} is not of length <i>n</i>
     */
    NoiseCount noise(double[] parameters);

    /**
     * Computes the value on one path.
     *
     * @param parameters the active parameters, of length <i>n</i>
     * @param normals the standard normal noise, in the order in which the draws execute
     * @param uniforms the noise uniform on (0, 1), in the order in which the draws execute
     * @return the value
     * @throws NoiseExhaustedException if the path needs more noise than it is handed
     * @throws IllegalArgumentException if {@code parameters} is not of length <i>n</i>
     */
    double value(double[] parameters, double[] normals, double[] uniforms);

    /**
     * Computes the value on one path and its derivative in one direction, in forward mode.
     *
     * @param parameters the active parameters, of length <i>n</i>
     * @param direction the direction of the derivative, of length <i>n</i>; it need not have length 1 as a vector
     * @param normals the standard normal noise, in the order in which the draws execute
     * @param uniforms the noise uniform on (0, 1), in the order in which the draws execute
     * @return the value, and the sum over i of {@code ∂value/∂parameters[i] · direction[i]}
     * @throws NoiseExhaustedException if the path needs more noise than it is handed
     * @throws IllegalArgumentException if {@code parameters} or {@code direction} is not of length <i>n</i>
     */
    Dual forward(double[] parameters, double[] direction, double[] normals, double[] uniforms);

    /**
     * Computes the value on one path and adds its gradient to an array. Adding, not setting, lets one array collect the
     * sum over many paths.
     *
     * @param parameters the active parameters, of length <i>n</i>
     * @param normals the standard normal noise, in the order in which the draws execute
     * @param uniforms the noise uniform on (0, 1), in the order in which the draws execute
     * @param gradient of length <i>n</i>; {@code ∂value/∂parameters[i]} is added to component i
     * @return the value
     * @throws NoiseExhaustedException if the path needs more noise than it is handed
     * @throws IllegalArgumentException if {@code parameters} or {@code gradient} is not of length <i>n</i>
     */
    double gradient(double[] parameters, double[] normals, double[] uniforms, double[] gradient);

    /**
     * Tells whether derivatives pass through draws of whole numbers. Those of a path are then random estimates, whose mean
     * is the derivative of the mean, and not the slope of the value at fixed noise.
     *
     * @return whether they do
     */
    default boolean drawsWholeNumbers() {
        return false;
    }

    /**
     * Tells whether the derivatives would have less variance if they were told about what the value is in the mean; see
     * {@link #withBaseline(double)}.
     *
     * @return whether they use a baseline, and nobody has chosen one
     */
    default boolean wantsBaseline() {
        return false;
    }

    /**
     * Returns the same function with another baseline: the number that is subtracted from the value where it is multiplied
     * by the derivative of the logarithm of a probability. The mean of the derivatives does not depend on it, if it does
     * not depend on the noise of their paths.
     *
     * @param baseline best near the mean of the value
     * @return a function with that baseline; this one, if it uses none
     * @throws IllegalArgumentException if the function uses a baseline and this one is not finite
     */
    default PathwiseFunction withBaseline(double baseline) {
        return this;
    }

    /**
     * Returns the same function with scratch memory of its own, for use on another thread.
     *
     * @return a function that shares nothing mutable with this one
     */
    PathwiseFunction copy();
}
