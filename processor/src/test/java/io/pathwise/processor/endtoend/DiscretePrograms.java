package io.pathwise.processor.endtoend;

/** Programs that draw whole numbers; {@code STRATEGY} stands for the way derivatives take. */
final class DiscretePrograms {
    static final String SOURCE = """
            package demo;

            import io.pathwise.Discrete;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;

            final class Chances {
                private Chances() {}

                @Pathwise(discrete = Discrete.STRATEGY)
                static double coin(double p, double scale) {
                    int heads = Sampler.bernoulli(p);
                    return heads == 1 ? 4 * scale : scale;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double comparison(double p, double scale) {
                    double u = Sampler.uniform(0, 1);
                    if (p > u) {
                        return 4 * scale;
                    }
                    return scale;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double walk(double p, int steps) {
                    int n = 0;
                    for (int i = 1; i <= steps; i++) {
                        n += Sampler.bernoulli(p * (1 - (n + i) / 200.0));
                    }
                    return n;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double walkSquared(double p, int steps) {
                    int n = 0;
                    for (int i = 1; i <= steps; i++) {
                        n += Sampler.bernoulli(p * (1 - (n + i) / 200.0));
                    }
                    return (double) n * n;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double steps(double p, int steps) {
                    int x = 0;
                    for (int i = 0; i < steps; i++) {
                        x += Sampler.bernoulli(Math.exp(-x / p)) == 1 ? 1 : -1;
                    }
                    return x;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double comparedSteps(double p, int steps) {
                    double x = 0;
                    for (int i = 0; i < steps; i++) {
                        if (Sampler.uniform(0, 1) < Math.exp(-x / p)) {
                            x += 1;
                        } else {
                            x -= 1;
                        }
                    }
                    return x;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double binomialSquare(double p, int trials) {
                    double n = Sampler.binomial(trials, p);
                    return n * n;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double poissonSquare(double mean) {
                    int n = Sampler.poisson(mean);
                    return n * n;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double geometricSquare(double p) {
                    int n = Sampler.geometric(p);
                    return n * n;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double negativeBinomialSquare(double p, int successes) {
                    int n = Sampler.negativeBinomial(successes, p);
                    return n * n;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double category(double[] weights, double[] values) {
                    int k = Sampler.categorical(weights);
                    return values[k] * values[k];
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double chain(double a, double b, int steps) {
                    double[] weights = {1, a};
                    int state = 0;
                    double sum = 0;
                    for (int i = 0; i < steps; i++) {
                        state = Sampler.categorical(weights);
                        sum += state;
                        weights[0] = state == 0 ? 1 : b;
                        weights[1] = state == 0 ? a : 1;
                    }
                    return sum;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double claims(double rate, double scale) {
                    int n = Sampler.poisson(rate);
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += Sampler.exponential(scale);
                    }
                    return sum;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double claimsSquared(double rate, double scale) {
                    double sum = 0;
                    for (int n = Sampler.poisson(rate); n > 0; n--) {
                        sum += Sampler.exponential(scale);
                    }
                    return sum * sum;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double mixture(double mu, double sigma, double scale) {
                    double z = Sampler.normal(mu, sigma);
                    if (Sampler.bernoulli(Math.exp(-z * z)) == 1) {
                        double x = Sampler.normal(mu, 1);
                        return x * x;
                    }
                    return Sampler.exponential(scale);
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double drift(double p, double start) {
                    double x = start;
                    for (int i = 0; i < 3; i++) {
                        x += Sampler.bernoulli(p) == 1 ? 1 : 2;
                    }
                    return x * start;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double untilFailure(double p) {
                    int n = 0;
                    while (Sampler.uniform(0, 1) < p) {
                        n++;
                    }
                    return n;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double everyStrategy(double rate, double kept, double paid) {
                    int claims = Sampler.poisson(rate, Discrete.SCORE_FUNCTION);
                    int open = 0;
                    for (int i = 0; i < claims; i++) {
                        open += Sampler.bernoulli(kept, Discrete.COUPLED);
                    }
                    double last = Sampler.binomial(open, paid, Discrete.COUPLED_ALL);
                    return last * last;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double ownStrategies(double p, double q) {
                    int first = Sampler.bernoulli(p);
                    int second = Sampler.bernoulli(q, Discrete.COUPLED_ALL);
                    return 1 + 2 * first + 4 * second + 8 * first * second;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double queue(double rate, double service, double scale, int periods) {
                    int waiting = 0;
                    double cost = 0;
                    for (int t = 0; t < periods; t++) {
                        int arrivals = Sampler.poisson(rate);
                        waiting += arrivals;
                        while (arrivals > 0) {
                            cost += Sampler.exponential(scale);
                            arrivals--;
                        }
                        if (waiting > 0) {
                            waiting -= Sampler.binomial(waiting, service);
                        }
                        cost += waiting;
                    }
                    return cost;
                }
            }
            """;

    private DiscretePrograms() {}
}
