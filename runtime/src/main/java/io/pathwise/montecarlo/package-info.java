/**
 * Estimates of means and of their gradients by Monte Carlo.
 *
 * <p>{@link io.pathwise.montecarlo.MonteCarlo} runs a {@link io.pathwise.runtime.PathwiseFunction} on many paths and
 * returns an {@link io.pathwise.montecarlo.Estimate}. The result depends on the seed, not on how the paths are shared
 * among threads or machines.
 */
package io.pathwise.montecarlo;
