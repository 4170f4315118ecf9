/**
 * The base noise of paths: a pure function of a seed and of the number of the path, whichever thread or machine asks.
 * Not exported; estimation, gradient checks and optimisers share it.
 */
package io.pathwise.montecarlo.noise;
