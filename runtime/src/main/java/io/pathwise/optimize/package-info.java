/**
 * Stochastic optimisation: minima and maxima of means over paths, by gradients of small batches of them.
 *
 * <p>{@link io.pathwise.optimize.Adam} and {@link io.pathwise.optimize.StochasticGradientDescent} take the same settings;
 * {@link io.pathwise.optimize.Objective} says what can be optimised.
 */
package io.pathwise.optimize;
