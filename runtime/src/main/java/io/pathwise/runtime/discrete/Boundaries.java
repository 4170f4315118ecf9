package io.pathwise.runtime.discrete;

/**
 * The weights of neighbouring outcomes in the derivative of an expectation, from the speed at which the boundaries
 * between them move.
 *
 * <p><b>One draw.</b> Let X take whole numbers with probabilities q<sub>k</sub>(θ) and cumulative ones Q<sub>k</sub> =
 * q<sub>0</sub> + … + q<sub>k</sub>, by inversion of one uniform number: X = k where Q<sub>k−1</sub> ≤ u &lt;
 * Q<sub>k</sub>. Summation by parts of Σ<sub>k</sub> q<sub>k</sub>′ f(k), with Q′ = 0 before the first outcome and
 * after all of them, gives
 *
 * <p>∂E[f(X)]/∂θ = Σ<sub>k</sub> −Q<sub>k</sub>′ (f(k+1) − f(k)).
 *
 * <p>So every boundary between two outcomes counts by the speed −Q<sub>k</sub>′ at which it moves and by the jump of f
 * across it. The boundary between k and k+1 is attributed to both of these outcomes: with
 *
 * <p>b<sub>k</sub> = −Q<sub>k</sub>′ / (q<sub>k</sub> + q<sub>k+1</sub>),
 *
 * <p>a path with X = k takes b<sub>k</sub> (f(k+1) − f(k)) + b<sub>k−1</sub> (f(k) − f(k−1)). Its expectation is the
 * derivative, because the jump at boundary k is taken on paths of total probability q<sub>k</sub> + q<sub>k+1</sub>. Both
 * paths take it with the same weight, so that a distribution of two outcomes has the same estimate on every path.
 * Weights are linear in the tangent of θ, which is what reverse mode needs: θ enters as θ̇ · b, and θ may be a vector.
 * Where a probability is zero the formula is the limit from inside, a one-sided derivative.
 *
 * <p><b>Many draws.</b> A program draws X<sub>1</sub>, …, X<sub>n</sub> in turn; whether and how X<sub>i</sub> is drawn
 * may depend on all that came before, its parameter θ<sub>i</sub> included, and so may n. Write the value as F(θ, u) with
 * all noise u independent and of fixed distribution. Given the noise of all draws but the discrete ones, E[F] is
 *
 * <p>Σ over sequences (k<sub>1</sub>, k<sub>2</sub>, …) of Π<sub>i</sub>
 * q(k<sub>i</sub>; θ<sub>i</sub>(k<sub>1</sub>, …, k<sub>i−1</sub>)) · F(k<sub>1</sub>, k<sub>2</sub>, …),
 *
 * <p>q(k; θ) being q<sub>k</sub>(θ), in which every factor and F itself is a differentiable function of the program's parameters. By the product rule
 * the derivative is the sum of the derivative of F at fixed outcomes, which is the pathwise part, and for each i of the
 * sum in which only the factor i is differentiated, through θ<sub>i</sub> and at fixed outcomes of the others. In the
 * latter the outcomes before i have their own probabilities: they are those of the path at hand. Given them, what
 * remains is Σ<sub>k</sub> q<sub>k</sub>′ f<sub>i</sub>(k) with f<sub>i</sub>(k) = E[F | X<sub>1</sub>, …,
 * X<sub>i−1</sub>, X<sub>i</sub> = k], and the case of one draw applies: f<sub>i</sub>(k) is replaced by the value of the
 * path with X<sub>i</sub> = k and all other noise unchanged, an unbiased estimate of f<sub>i</sub>(k) because that noise
 * is independent of X<sub>i</sub>. That f<sub>i</sub>(k) and f<sub>i</sub>(k+1) are computed with the same noise does
 * not matter for the expectation, and makes their difference small. Nothing is assumed about how the program uses
 * X<sub>i</sub>: branches, loops and later draws happen as they do when the path is run again. It remains that the noise
 * of the draw i itself is used for nothing else, which holds because every draw takes a uniform of its own. Where the path
 * with X<sub>i</sub> = k draws more often or less, its later draws take other entries of the noise than before; they are
 * independent of one another and of X<sub>i</sub> all the same.
 *
 * <p><b>One alternative.</b> Instead of all draws and neighbours of a path one may be chosen at random with any
 * probability π &gt; 0 for those whose weight is not zero, and its weight divided by π; the expectation over the choice
 * is the sum over all. π may depend on the whole path, such as on how many draws it has.
 *
 * <p><b>Scores.</b> The term of draw i is as well the expectation of F · ∂ log q<sub>k</sub>(θ<sub>i</sub>)/∂θ<sub>i</sub>
 * at k = X<sub>i</sub>, and of (F − b) in place of F for any number b that does not depend on the noise of the path, because
 * Σ<sub>k</sub> q<sub>k</sub>′ = 0. As the derivative is a sum of terms of single draws, each draw may be treated in its
 * own way.
 */
public final class Boundaries {
    private Boundaries() {}

    /**
     * Chooses one of the two neighbours, in proportion to the sizes of their weights; the outcome itself if no neighbour
     * has a weight.
     *
     * @param upper the weight of the upper boundary
     * @param lower the weight of the lower boundary
     * @param u uniform on (0, 1)
     */
    static int neighbour(double upper, double lower, int outcome, double u) {
        double up = Math.abs(upper);
        double down = Math.abs(lower);
        if (up == 0 && down == 0) {
            return outcome;
        }
        return down == 0 || u * (up + down) < up ? outcome + 1 : outcome - 1;
    }

    /** The weight of {@code f(neighbour) − f(outcome)} in the estimate that takes both neighbours. */
    static double weight(double upper, double lower, int outcome, int neighbour) {
        return neighbour > outcome ? upper : -lower;
    }

    /** The same weight divided by the probability with which {@link #neighbour} chooses; 0 for the outcome itself. */
    static double chosenWeight(double upper, double lower, int outcome, int neighbour) {
        return neighbour == outcome
                ? 0
                : Math.copySign(Math.abs(upper) + Math.abs(lower), weight(upper, lower, outcome, neighbour));
    }

    /** The neighbour that follows {@code previous} in the list that begins and ends with the outcome. */
    static int next(double upper, double lower, int outcome, int previous) {
        if (previous == outcome && upper != 0) {
            return outcome + 1;
        }
        return previous >= outcome && lower != 0 ? outcome - 1 : outcome;
    }
}
