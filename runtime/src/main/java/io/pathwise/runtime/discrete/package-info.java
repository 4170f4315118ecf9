/**
 * Discrete distributions as differentiated programs see them: the outcome that a uniform number gives, and the weights
 * with which a path that takes another outcome enters the derivative, derived in {@link
 * io.pathwise.runtime.discrete.Boundaries}. Called by generated code; programs draw through
 * {@link io.pathwise.runtime.Sampler}.
 */
package io.pathwise.runtime.discrete;
