package io.pathwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the partial derivatives of a static method that returns {@code double} and whose body cannot be differentiated: a
 * method of a library, a table, a numerical algorithm. {@link Pathwise} methods may then call it like any function.
 *
 * <p>The annotated method is static, visible in its package, and takes the parameters of the other method first. With one
 * active number it returns the partial derivative:
 *
 * <pre>{@code
 * @Derivative(of = "lib.Special.erf")
 * static double erfDerivative(double x) {
 *     return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 * }
 * }</pre>
 *
 * <p>Otherwise it returns nothing and sets the elements of further arrays, which it finds at zero: one for the partial
 * derivatives in all active numbers, in order, then one for each active array, as long as that:
 *
 * <pre>{@code
 * @Derivative(of = "interpolate")
 * static void interpolatePartials(double x, double[] values, double[] partials, double[] valuesPartials) { … }
 * }</pre>
 *
 * <p>Active are parameters of type {@code double} and {@code double[]}, unless they are marked {@link Constant} in either
 * method. A call finds the annotated method in its own class, in classes around it, and in the class
 * of the called method.
 *
 * <p>The annotation is kept in class files, so that a library can bring such methods. It is not visible to reflection.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Derivative {
    /**
     * The method whose derivative this is.
     *
     * @return its name if it is in the same class, otherwise the name behind that of its class: {@code lib.Special.erf}
     */
    String of();
}
