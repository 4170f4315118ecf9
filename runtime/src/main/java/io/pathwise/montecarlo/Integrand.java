package io.pathwise.montecarlo;

import io.pathwise.runtime.NoiseCount;
import java.io.Serializable;
import java.util.List;

/**
 * What is averaged over paths: a vector of quantities that each path yields. The first is the value, the next are the
 * partial derivatives in the order of the parameters, the last the control variates. One thread uses one instance.
 */
interface Integrand extends Serializable {
    /** The name of what is estimated, for messages. */
    String name();

    /** The names of the parameters, one for each partial derivative. */
    List<String> parameterNames();

    /** The number of quantities. */
    int size();

    /** The noise that one path needs. */
    NoiseCount noise();

    /** Runs a path and sets all its quantities. */
    void evaluate(double[] normals, double[] uniforms, double[] quantities);

    /** The same for another thread. */
    Integrand copy();
}
