/**
 * Samplers for differentiated programs, and what the code generated for them is made of.
 *
 * <p>A program draws through {@link io.pathwise.runtime.Sampler}. Drivers, such as optimisers, see its derivatives as a
 * {@link io.pathwise.runtime.PathwiseFunction}. {@link io.pathwise.runtime.Gradient} and
 * {@link io.pathwise.runtime.Noise} serve generated code.
 */
package io.pathwise.runtime;
