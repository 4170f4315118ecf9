package io.pathwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a static method, computed along the path that its random draws fix.
 *
 * <p>The method stays as it is and is called as before. While it is compiled, the processor writes a companion class
 * beside it, here {@code OptionPathwise}, which holds the value at given noise and its derivatives with respect to
 * every active parameter:
 *
 * <pre>{@code
 * final class Option {
 *     @Pathwise
 *     static double call(double spot, double volatility, @Constant double strike) {
 *         double z = Sampler.normal(0, 1);
 *         double terminal = spot * Math.exp(-0.5 * volatility * volatility + volatility * z);
 *         return Math.max(terminal - strike, 0);
 *     }
 * }
 *
 * // epsZ is the standard normal noise behind z
 * var gradient = new OptionPathwise.CallGradient();
 * double value = OptionPathwise.callGradient(100, 0.2, 105, epsZ, gradient);
 * double delta = gradient.spot;
 * double vega = gradient.volatility;
 * }</pre>
 *
 * <p>Active parameters are those of type {@code double} and {@code double[]}, unless they are marked {@link Constant}. A
 * parameter of another primitive type, or an array of it, is constant by nature. What cannot be differentiated is a
 * compile-time error at the offending expression. A method that draws nothing is welcome: its derivatives are then those
 * of plain algorithmic differentiation.
 *
 * <p>The annotation is kept in class files, so that a program which calls a method from a library can tell that the
 * library also brings its derivatives. It is not visible to reflection.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Pathwise {
    /**
     * How derivatives pass through the method's draws of whole numbers, those with a strategy of their own aside.
     *
     * @return the strategy; a method without such draws does not need one
     */
    Discrete discrete() default Discrete.COUPLED;
}
