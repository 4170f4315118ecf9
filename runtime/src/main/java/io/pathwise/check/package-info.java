/**
 * Checks of derivatives against each other and against differences, for tests.
 *
 * <p>Start with {@link io.pathwise.check.GradientCheck}.
 */
package io.pathwise.check;
