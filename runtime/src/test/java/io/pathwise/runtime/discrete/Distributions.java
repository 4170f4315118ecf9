package io.pathwise.runtime.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

/** The distributions at ordinary parameters and at the edges of their ranges. */
final class Distributions {
    private Distributions() {}

    static List<Distribution> all() {
        return List.of(
                new BernoulliAt(0.3),
                new BernoulliAt(0),
                new BernoulliAt(1),
                new BinomialAt(5, 0.3),
                new BinomialAt(1, 0.8),
                new BinomialAt(20, 0.55),
                new BinomialAt(4, 0),
                new BinomialAt(4, 1),
                new BinomialAt(0, 0.5),
                new PoissonAt(2.5),
                new PoissonAt(0.1),
                new PoissonAt(17),
                new PoissonAt(0),
                new GeometricAt(0.3),
                new GeometricAt(0.9),
                new GeometricAt(1),
                new NegativeBinomialAt(3, 0.4),
                new NegativeBinomialAt(1, 0.7),
                new NegativeBinomialAt(2, 1),
                categorical(0, 0.2, 0.5, 0.3),
                categorical(2, 0.2, 0.5, 0.3),
                categorical(1, 3, 1, 4, 1, 5),
                categorical(0, 0, 2, 0, 0, 3, 0),
                categorical(1, 0, 2, 0, 0, 3, 0),
                categorical(2, 0, 2, 0, 0, 3, 0),
                categorical(3, 0, 2, 0, 0, 3, 0),
                categorical(5, 0, 2, 0, 0, 3, 0),
                categorical(0, 7));
    }

    private static CategoricalAt categorical(int component, double... weights) {
        return new CategoricalAt(Arrays.stream(weights).boxed().toList(), component);
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product *= (n - k + i) / (double) i;
        }
        return product;
    }

    /** With the derivative 0 of the constant x⁰ at 0. */
    private static double powerDerivative(double x, int n) {
        return n == 0 ? 0 : n * Math.pow(x, n - 1);
    }

    record BernoulliAt(double p) implements Distribution {
        @Override
        public int count() {
            return 2;
        }

        @Override
        public double probability(int k) {
            return k == 1 ? p : 1 - p;
        }

        @Override
        public double probabilityDerivative(int k) {
            return k == 1 ? 1 : -1;
        }

        @Override
        public int outcome(double u) {
            return Bernoulli.outcome(p, u);
        }

        @Override
        public int neighbour(int k, double u) {
            return Bernoulli.neighbour(p, k, u);
        }

        @Override
        public double chosenWeight(int k, int other) {
            return Bernoulli.chosenWeight(p, k, other);
        }

        @Override
        public int next(int k, int previous) {
            return Bernoulli.next(p, k, previous);
        }

        @Override
        public double weight(int k, int other) {
            return Bernoulli.weight(p, k, other);
        }

        @Override
        public double score(int k) {
            return Bernoulli.score(p, k);
        }

        @Override
        public int[] order() {
            return new int[] {1, 0};
        }
    }

    record BinomialAt(int trials, double p) implements Distribution {
        @Override
        public int count() {
            return trials + 1;
        }

        @Override
        public double probability(int k) {
            return choose(trials, k) * Math.pow(p, k) * Math.pow(1 - p, trials - k);
        }

        @Override
        public double probabilityDerivative(int k) {
            double rising = powerDerivative(p, k) * Math.pow(1 - p, trials - k);
            double falling = Math.pow(p, k) * powerDerivative(1 - p, trials - k);
            return choose(trials, k) * (rising - falling);
        }

        @Override
        public int outcome(double u) {
            return Binomial.outcome(trials, p, u);
        }

        @Override
        public int neighbour(int k, double u) {
            return Binomial.neighbour(trials, p, k, u);
        }

        @Override
        public double chosenWeight(int k, int other) {
            return Binomial.chosenWeight(trials, p, k, other);
        }

        @Override
        public int next(int k, int previous) {
            return Binomial.next(trials, p, k, previous);
        }

        @Override
        public double weight(int k, int other) {
            return Binomial.weight(trials, p, k, other);
        }

        @Override
        public double score(int k) {
            return Binomial.score(trials, p, k);
        }
    }

    record PoissonAt(double mean) implements Distribution {
        @Override
        public int count() {
            return 120;
        }

        @Override
        public double probability(int k) {
            double probability = Math.exp(-mean);
            for (int i = 1; i <= k; i++) {
                probability *= mean / i;
            }
            return probability;
        }

        @Override
        public double probabilityDerivative(int k) {
            return (k == 0 ? 0 : probability(k - 1)) - probability(k);
        }

        @Override
        public int outcome(double u) {
            return Poisson.outcome(mean, u);
        }

        @Override
        public int neighbour(int k, double u) {
            return Poisson.neighbour(mean, k, u);
        }

        @Override
        public double chosenWeight(int k, int other) {
            return Poisson.chosenWeight(mean, k, other);
        }

        @Override
        public int next(int k, int previous) {
            return Poisson.next(mean, k, previous);
        }

        @Override
        public double weight(int k, int other) {
            return Poisson.weight(mean, k, other);
        }

        @Override
        public double score(int k) {
            return Poisson.score(mean, k);
        }
    }

    record GeometricAt(double p) implements Distribution {
        @Override
        public int count() {
            return 400;
        }

        @Override
        public double probability(int k) {
            return p * Math.pow(1 - p, k);
        }

        @Override
        public double probabilityDerivative(int k) {
            return Math.pow(1 - p, k) - p * powerDerivative(1 - p, k);
        }

        @Override
        public int outcome(double u) {
            return Geometric.outcome(p, u);
        }

        @Override
        public int neighbour(int k, double u) {
            return Geometric.neighbour(p, k, u);
        }

        @Override
        public double chosenWeight(int k, int other) {
            return Geometric.chosenWeight(p, k, other);
        }

        @Override
        public int next(int k, int previous) {
            return Geometric.next(p, k, previous);
        }

        @Override
        public double weight(int k, int other) {
            return Geometric.weight(p, k, other);
        }

        @Override
        public double score(int k) {
            return Geometric.score(p, k);
        }
    }

    record NegativeBinomialAt(int successes, double p) implements Distribution {
        @Override
        public int count() {
            return 400;
        }

        @Override
        public double probability(int k) {
            return choose(k + successes - 1, k) * Math.pow(p, successes) * Math.pow(1 - p, k);
        }

        @Override
        public double probabilityDerivative(int k) {
            double rising = powerDerivative(p, successes) * Math.pow(1 - p, k);
            double falling = Math.pow(p, successes) * powerDerivative(1 - p, k);
            return choose(k + successes - 1, k) * (rising - falling);
        }

        @Override
        public int outcome(double u) {
            return NegativeBinomial.outcome(successes, p, u);
        }

        @Override
        public int neighbour(int k, double u) {
            return NegativeBinomial.neighbour(successes, p, k, u);
        }

        @Override
        public double chosenWeight(int k, int other) {
            return NegativeBinomial.chosenWeight(successes, p, k, other);
        }

        @Override
        public int next(int k, int previous) {
            return NegativeBinomial.next(successes, p, k, previous);
        }

        @Override
        public double weight(int k, int other) {
            return NegativeBinomial.weight(successes, p, k, other);
        }

        @Override
        public double score(int k) {
            return NegativeBinomial.score(successes, p, k);
        }
    }

    /** The derivative in one component of the weights. */
    record CategoricalAt(List<Double> list, int component) implements Distribution {
        private double[] weights() {
            return list.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private double total() {
            return list.stream().mapToDouble(Double::doubleValue).sum();
        }

        private double[] direction() {
            double[] direction = new double[list.size()];
            direction[component] = 1;
            return direction;
        }

        @Override
        public int count() {
            return list.size();
        }

        @Override
        public double probability(int k) {
            return list.get(k) / total();
        }

        @Override
        public double probabilityDerivative(int k) {
            return ((k == component ? 1 : 0) - probability(k)) / total();
        }

        @Override
        public int outcome(double u) {
            return Categorical.outcome(weights(), u);
        }

        @Override
        public int neighbour(int k, double u) {
            return Categorical.neighbour(weights(), k, u);
        }

        @Override
        public double chosenWeight(int k, int other) {
            double[] adjoints = new double[count()];
            Categorical.addChosen(weights(), k, other, 1, adjoints);
            double tangent = Categorical.chosenTangent(weights(), k, other, direction());
            assertThat(tangent).isCloseTo(adjoints[component], within(1e-14));
            return tangent;
        }

        @Override
        public int next(int k, int previous) {
            return Categorical.next(weights(), k, previous);
        }

        @Override
        public double weight(int k, int other) {
            double[] adjoints = new double[count()];
            Categorical.add(weights(), k, other, 1, adjoints);
            double tangent = Categorical.tangent(weights(), k, other, direction());
            assertThat(tangent).isCloseTo(adjoints[component], within(1e-14));
            return tangent;
        }

        @Override
        public double score(int k) {
            double[] adjoints = new double[count()];
            Categorical.addScore(weights(), k, 1, adjoints);
            double tangent = Categorical.scoreTangent(weights(), k, direction());
            assertThat(tangent).isCloseTo(adjoints[component], within(1e-15));
            return tangent;
        }
    }
}
