package io.pathwise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a differentiated method to the compilation of its callers, when its source is not at hand. The processor puts
 * it on the value method of each companion; nobody else needs to.
 *
 * <p>The annotation is kept in class files and is not visible to reflection.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Differentiated {
    /**
     * The format of companions: what members there are and how they are called.
     *
     * @return the version, 1 at present
     */
    int format();

    /**
     * The names of the source method's parameters in order, which are the names of the gradient's fields.
     *
     * @return one name for each parameter
     */
    String[] parameters();

    /**
     * The names of the parameters of a differentiable type that are {@link Constant}.
     *
     * @return a part of {@link #parameters()}
     */
    String[] constants() default {};

    /**
     * The names of the noise arguments in order: those of standard normal noise are {@code normals} or begin with {@code
     * eps}.
     *
     * @return the names; none for a method that does not draw
     */
    String[] noise() default {};

    /**
     * How long the arrays of noise must be, as Java expressions of the parameters.
     *
     * @return one for each array of noise; none where single numbers are taken or the length depends on the path
     */
    String[] lengths() default {};

    /**
     * How much of its noise a path reads: {@code all} of it, {@code atMost} all of it, or what it takes {@code fromCursor},
     * in which case there are members with a cursor instead of arrays.
     *
     * @return {@code all}, {@code atMost} or {@code fromCursor}
     */
    String reads() default "all";

    /**
     * Whether the partial derivatives are finite wherever the value is.
     *
     * @return whether callers may multiply them by zero
     */
    boolean regular() default false;
}
