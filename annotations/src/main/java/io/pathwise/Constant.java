package io.pathwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excludes a parameter of a {@link Pathwise} method, or a component of a record, from differentiation: its tangent is
 * zero, and the gradient has no entry for it.
 *
 * <pre>{@code
 * @Pathwise
 * static double squaredError(double[] weights, @Constant double[] features, @Constant double label) {
 *     double prediction = 0;
 *     for (int i = 0; i < weights.length; i++) {
 *         prediction += weights[i] * features[i];
 *     }
 *     return (prediction - label) * (prediction - label);
 * }
 * }</pre>
 *
 * <p>Here the gradient has one entry for each weight, and none for the data. Leaving out what nobody asks for makes the
 * generated code shorter and faster. On a parameter whose type is not differentiated, such as {@code int}, the
 * annotation changes nothing.
 *
 * <p>The annotation is kept in class files, because it is part of what a caller in another library must know. It is not
 * visible to reflection.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Constant {}
