package io.pathwise.runtime;

import io.pathwise.runtime.special.StudentQuantile;

/**
 * Draws from Student's distribution by inversion, and the derivative {@code −(∂F/∂degreesOfFreedom) / (∂F/∂z)} of its
 * distribution function F; called by generated code.
 */
public final class StudentTSampler {
    private StudentTSampler() {}

    /**
     * The standard draw.
     *
     * @throws IllegalArgumentException if the parameter is not positive and finite
     */
    public static double value(double degreesOfFreedom, double u) {
        Parameters.checkStudentT(degreesOfFreedom);
        return StudentQuantile.value(degreesOfFreedom, u);
    }

    /**
     * ∂z/∂degreesOfFreedom of the standard draw.
     *
     * @param z the draw
     */
    public static double degreesOfFreedomPartial(double degreesOfFreedom, double z) {
        return StudentQuantile.sensitivity(degreesOfFreedom, z);
    }
}
