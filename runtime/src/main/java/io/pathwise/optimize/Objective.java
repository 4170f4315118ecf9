package io.pathwise.optimize;

import io.pathwise.runtime.PathwiseFunction;
import java.util.List;
import java.util.Objects;

/** What is optimised: a function of the parameters that is known through noisy values and gradients. */
public interface Objective {
    /**
     * Returns the name of the objective.
     *
     * @return a name for messages, such as that of the function
     */
    String name();

    /**
     * Returns the names of the parameters.
     *
     * @return an unmodifiable list, one for each
     */
    List<String> parameterNames();

    /**
     * Estimates value and gradient from a batch of paths. Equal steps and parameters give equal results.
     *
     * @param step the number of the step, from 0, which chooses the noise
     * @param parameters where; not to be changed
     * @param gradient receives the partial derivatives; what it holds before is of no meaning
     * @return the estimated value
     * @throws IllegalArgumentException if the step is negative, or the gradient has another length than the parameters
     */
    double evaluate(long step, double[] parameters, double[] gradient);

    /**
     * Returns the mean of a function over paths.
     *
     * @param function what to average
     * @param batch the number of paths of each step, at least 1
     * @param seed of the noise
     * @return the objective
     * @throws IllegalArgumentException if the batch is empty
     */
    static Objective mean(PathwiseFunction function, int batch, long seed) {
        return meanOverData(List.of(Objects.requireNonNull(function, "function")), batch, seed);
    }

    /**
     * Returns the mean over paths and over functions, such as one for each record of a data set. Each path of a step takes
     * another function; every function has its turn before any is taken again, in an order shuffled anew each time.
     *
     * @param functions have equal parameters
     * @param batch the number of paths of each step, at least 1
     * @param seed of the noise and of the order
     * @return the objective
     * @throws IllegalArgumentException if the batch is empty, there is no function, or the names of parameters differ
     */
    static Objective meanOverData(List<PathwiseFunction> functions, int batch, long seed) {
        return new MeanObjective(functions, batch, seed);
    }

    /**
     * Returns half the sum of the squared differences between the means of some functions and what these means ought to be:
     * how a model is calibrated to observed prices. The paths are the same in every step, so the objective is a smooth
     * function without noise, whose minimum differs from that of the means by an amount that falls as the number of paths
     * grows.
     *
     * @param functions have equal parameters; one for each target
     * @param targets the means that are wanted
     * @param paths the number of paths for each function, at least 1
     * @param seed of the noise
     * @return the objective
     * @throws IllegalArgumentException if there is no path or no function, the numbers of functions and targets differ, a
     *     target is not finite, or the names of parameters differ
     */
    static Objective leastSquares(List<PathwiseFunction> functions, double[] targets, int paths, long seed) {
        return new LeastSquaresObjective(functions, targets, paths, seed);
    }
}
