package io.pathwise.runtime;

/**
 * The scores of which a draw from the Gumbel-softmax distribution is the softmax: {@code (logit − log(−log(u))) /
 * temperature}; called by generated code (E. Jang, S. Gu, B. Poole, Categorical reparameterization with Gumbel-softmax,
 * 2017; C. J. Maddison, A. Mnih, Y. W. Teh, The concrete distribution, 2017).
 */
public final class GumbelSoftmaxSampler {
    private GumbelSoftmaxSampler() {}

    /**
     * The score. At u = 0 and u = 1 it is not infinite but too small or too large for any other to count beside it.
     *
     * @param logit the logit, finite
     * @param temperature the temperature, positive and finite
     * @param u the uniform noise
     */
    public static double score(double logit, double temperature, double u) {
        return Softmax.bounded((logit - Math.log(-Math.log(u))) / temperature);
    }
}
