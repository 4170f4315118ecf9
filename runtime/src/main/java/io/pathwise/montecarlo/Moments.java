package io.pathwise.montecarlo;

import java.io.Serializable;

/**
 * Count, means, sums of squared deviations and, with the control variates that stand last, sums of products of deviations
 * of a stream of vectors, without cancellation: B. Welford, Note on a method for calculating corrected sums of squares and
 * products, Technometrics 4, 1962; merged by T. Chan, G. Golub and R. LeVeque, Updating formulae and a pairwise algorithm
 * for computing sample variances, 1979.
 */
final class Moments implements Serializable {
    private static final long serialVersionUID = 1L;

    private long count;
    private final double[] means;
    private final double[] squares;
    /** For each control variate, the sums of products of its deviation with that of every quantity. */
    private final double[][] products;

    Moments(int size, int controls) {
        means = new double[size];
        squares = new double[size];
        products = new double[controls][size];
    }

    void add(double[] quantities) {
        count++;
        double weight = 1.0 / count;
        int firstControl = means.length - products.length;
        for (int control = 0; control < products.length; control++) {
            double deviation = (quantities[firstControl + control] - means[firstControl + control]) * (1 - weight);
            addProducts(products[control], deviation, quantities);
        }
        for (int i = 0; i < means.length; i++) {
            double deviation = quantities[i] - means[i];
            means[i] += deviation * weight;
            squares[i] += deviation * (quantities[i] - means[i]);
        }
    }

    private void addProducts(double[] sums, double controlDeviation, double[] quantities) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += controlDeviation * (quantities[i] - means[i]);
        }
    }

    /** The moments of the two streams as one. */
    static Moments merge(Moments a, Moments b) {
        Moments merged = new Moments(a.means.length, a.products.length);
        merged.count = a.count + b.count;
        if (merged.count == 0) {
            return merged;
        }
        double share = (double) b.count / merged.count;
        double weight = a.count * share;
        for (int i = 0; i < merged.means.length; i++) {
            double difference = b.means[i] - a.means[i];
            merged.means[i] = a.means[i] + difference * share;
            merged.squares[i] = a.squares[i] + b.squares[i] + difference * difference * weight;
        }
        int firstControl = merged.means.length - merged.products.length;
        for (int control = 0; control < merged.products.length; control++) {
            double difference = b.means[firstControl + control] - a.means[firstControl + control];
            for (int i = 0; i < merged.means.length; i++) {
                merged.products[control][i] = a.products[control][i]
                        + b.products[control][i]
                        + difference * (b.means[i] - a.means[i]) * weight;
            }
        }
        return merged;
    }

    long count() {
        return count;
    }

    double mean(int quantity) {
        return means[quantity];
    }

    /** The sum of squared deviations from the mean. */
    double squares(int quantity) {
        return squares[quantity];
    }

    /** The sum of products of the deviations of a control variate and of a quantity. */
    double products(int control, int quantity) {
        return products[control][quantity];
    }

    int size() {
        return means.length;
    }

    int controls() {
        return products.length;
    }
}
