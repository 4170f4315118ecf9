package io.pathwise.montecarlo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a function over paths, and the mean of each of its partial derivatives, with standard errors: the standard
 * deviations that these means would show if the estimate were repeated with other seeds.
 */
public final class Estimate {
    private static final int SHOWN = 50;

    private final Identity identity;
    private final Means means;
    private final long paths;
    private final Skipped skipped;
    private final long worstPath;
    private final boolean isPartial;

    private Estimate(Identity identity, Means means, Tally tally, long worstPath, boolean isPartial) {
        this.identity = identity;
        this.means = means;
        this.paths = tally.paths();
        this.skipped = tally.skipped();
        this.worstPath = worstPath;
        this.isPartial = isPartial;
    }

    static Estimate of(Identity identity, Tally tally, boolean isPartial) {
        Means means = Means.of(identity, tally);
        long worst = tally.skipped().count() > 0
                ? tally.skipped().first()[0]
                : tally.extremes().farthestFrom(means.means()[0]);
        return new Estimate(identity, means, tally, worst, isPartial);
    }

    /**
     * Returns the name of what is estimated.
     *
     * @return the function's class and name, such as {@code Option.call}
     */
    public String name() {
        return identity.name();
    }

    /**
     * Returns the names of the parameters, which are the components of the gradient.
     *
     * @return an unmodifiable list, such as {@code spot}, {@code weights[0]}
     */
    public List<String> parameterNames() {
        return identity.parameterNames();
    }

    /**
     * Returns the estimated mean.
     *
     * @return the mean of the value; NaN if no path ran
     */
    public double value() {
        return means.means()[0];
    }

    /**
     * Returns the standard error of the value.
     *
     * @return the standard error; NaN if there are too few paths to tell
     */
    public double standardError() {
        return means.standardErrors()[0];
    }

    /**
     * Returns the estimated gradient.
     *
     * @return the means of the partial derivatives, in the order of the parameters
     */
    public double[] gradient() {
        return withoutFirst(means.means());
    }

    /**
     * Returns one component of the estimated gradient.
     *
     * @param parameter the name of a parameter
     * @return the mean of the partial derivative
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double gradient(String parameter) {
        return means.means()[quantity(parameter)];
    }

    /**
     * Returns the standard errors of the gradient.
     *
     * @return one for each parameter, in order
     */
    public double[] gradientStandardErrors() {
        return withoutFirst(means.standardErrors());
    }

    /**
     * Returns the standard error of one component of the gradient.
     *
     * @param parameter the name of a parameter
     * @return its standard error
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double gradientStandardError(String parameter) {
        return means.standardErrors()[quantity(parameter)];
    }

    /**
     * Returns a confidence interval for the mean, by Student's distribution.
     *
     * @param confidence the probability with which such intervals contain the true mean, such as 0.95; between 0 and 1
     * @return the interval
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Interval interval(double confidence) {
        return interval(0, confidence);
    }

    /**
     * Returns a confidence interval for one component of the gradient, by Student's distribution.
     *
     * @param parameter the name of a parameter
     * @param confidence the probability with which such intervals contain the true mean, such as 0.95; between 0 and 1
     * @return the interval
     * @throws IllegalArgumentException if the confidence is not between 0 and 1, or there is no such parameter
     */
    public Interval gradientInterval(String parameter, double confidence) {
        return interval(quantity(parameter), confidence);
    }

    private Interval interval(int quantity, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, but is " + confidence);
        }
        double mean = means.means()[quantity];
        double half = means.degreesOfFreedom() == 0
                ? Double.NaN
                : means.standardErrors()[quantity]
                        * TDistribution.of(means.degreesOfFreedom()).inverseSurvivalProbability((1 - confidence) / 2);
        return new Interval(mean - half, mean + half);
    }

    /**
     * Returns how many paths ran.
     *
     * @return the number, those that were skipped included
     */
    public long paths() {
        return paths;
    }

    /**
     * Tells whether the estimate was interrupted, so that it rests on fewer paths than asked for.
     *
     * @return whether it was
     */
    public boolean isPartial() {
        return isPartial;
    }

    /**
     * Returns how many paths yielded NaN or an infinity and were left out.
     *
     * @return the number, 0 unless {@link NonFinitePaths#SKIP} was chosen
     */
    public long skippedPaths() {
        return skipped.count();
    }

    /**
     * Returns which paths yielded NaN or an infinity.
     *
     * @return the numbers of the first of them in increasing order, at most 100
     */
    public long[] firstSkippedPaths() {
        return skipped.first();
    }

    /**
     * Returns the path most worth looking at with {@link MonteCarlo#replay}: the first that was not finite, else the one
     * whose value is farthest from the mean.
     *
     * @return the number of the path; −1 if no path ran
     */
    public long worstPath() {
        return worstPath;
    }

    /** Returns the largest ratio of a standard error to its target; infinite if an error is not known yet. */
    double excess(List<Target> targets) {
        double excess = 0;
        for (Target target : targets) {
            double ratio = means.standardErrors()[target.quantity()] / target.standardError();
            excess = Math.max(excess, Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio);
        }
        return excess;
    }

    private int quantity(String parameter) {
        return 1 + Arguments.indexOf(parameter, identity.parameterNames(), identity.name());
    }

    private static double[] withoutFirst(double[] quantities) {
        return Arrays.copyOfRange(quantities, 1, quantities.length);
    }

    /** Returns a table of means and standard errors, of the first parameters if there are many. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(identity.name() + ", " + paths + " paths");
        text.append(isPartial ? ", interrupted" : "");
        text.append(skipped.count() > 0 ? ", " + skipped.count() + " skipped" : "");
        text.append(System.lineSeparator()).append(row("value", 0));
        int count = identity.parameterNames().size();
        for (int i = 0; i < Math.min(count, SHOWN); i++) {
            text.append(row("∂" + identity.parameterNames().get(i), i + 1));
        }
        return text.append(count > SHOWN ? "… and " + (count - SHOWN) + " more" : "")
                .toString();
    }

    private String row(String name, int quantity) {
        return String.format(
                Locale.ROOT, "%-20s %14.7g ± %.2g%n", name, means.means()[quantity], means.standardErrors()[quantity]);
    }
}
