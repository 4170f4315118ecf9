package io.pathwise.montecarlo;

import java.io.Serializable;
import java.util.List;

/**
 * What two partial results must have in common to be parts of one estimate.
 *
 * @param name what is estimated
 * @param parameterNames one for each partial derivative
 * @param parametersHash of the parameters at which it is estimated
 * @param seed of the noise
 * @param scheme of the noise
 * @param nonFinite what becomes of paths that are not finite
 * @param controlMeans the known means of the control variates
 */
record Identity(
        String name,
        List<String> parameterNames,
        int parametersHash,
        long seed,
        Scheme scheme,
        NonFinitePaths nonFinite,
        List<Double> controlMeans)
        implements Serializable {}
