package io.pathwise.montecarlo;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Means and their standard errors.
 *
 * @param means one for each quantity
 * @param standardErrors one for each quantity; NaN where there are too few observations
 * @param degreesOfFreedom of the standard errors
 */
record Means(double[] means, double[] standardErrors, long degreesOfFreedom) {
    static Means of(Identity identity, Tally tally) {
        int size = 1 + identity.parameterNames().size();
        if (identity.scheme().isQuasiRandom()) {
            return ofReplicates(tally, size);
        }
        Moments moments = tally.moments(0);
        boolean isControlled = moments.controls() > 0 && moments.count() > moments.controls() + 1;
        return isControlled ? ofControlled(moments, size, identity) : ofObservations(moments, size);
    }

    private static Means ofObservations(Moments moments, int size) {
        long count = moments.count();
        long degrees = Math.max(count - 1, 0);
        return new Means(
                array(size, i -> count == 0 ? Double.NaN : moments.mean(i)),
                array(size, i -> Math.sqrt(moments.squares(i) / degrees / count)),
                degrees);
    }

    private static Means ofControlled(Moments moments, int size, Identity identity) {
        double[] known = identity.controlMeans().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Regression regression = new Regression(moments, known);
        return new Means(
                array(size, regression::mean), array(size, regression::standardError), regression.degreesOfFreedom());
    }

    /** Each replicate is one observation. */
    private static Means ofReplicates(Tally tally, int size) {
        Moments ofMeans = new Moments(size, 0);
        for (int replicate = 0; replicate < tally.replicates(); replicate++) {
            Moments moments = tally.moments(replicate);
            if (moments.count() > 0) {
                ofMeans.add(array(size, moments::mean));
            }
        }
        return ofObservations(ofMeans, size);
    }

    private static double[] array(int size, IntToDoubleFunction element) {
        double[] array = new double[size];
        Arrays.setAll(array, element);
        return array;
    }
}
