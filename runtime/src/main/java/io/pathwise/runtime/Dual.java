package io.pathwise.runtime;

/**
 * A value with its tangent: what forward mode returns.
 *
 * @param value the function's value
 * @param tangent its directional derivative, the sum over all active parameters of the partial derivative times that
 *     parameter's component of the direction; in units of the value when the direction has the units of the parameters
 */
public record Dual(double value, double tangent) {}
