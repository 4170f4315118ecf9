package io.pathwise.samples.benchmarks.hestonasian;

import io.pathwise.samples.benchmarks.peers.HipparchusPeer;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link HestonAsian} by Hipparchus. Conditions on values take the place of maxima. */
public final class HestonAsianHipparchus extends HipparchusPeer {
    private static final Gradient ZERO = Gradient.constant(7, 0);

    private final HestonAsianBenchmark problem;

    /** On the problem's own paths. */
    public HestonAsianHipparchus() {
        this(new HestonAsianBenchmark());
    }

    private HestonAsianHipparchus(HestonAsianBenchmark problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    protected Gradient value(int path) {
        Gradient spot = Gradient.variable(7, 0, problem.spot);
        Gradient startVariance = Gradient.variable(7, 1, problem.startVariance);
        Gradient kappa = Gradient.variable(7, 2, problem.kappa);
        Gradient theta = Gradient.variable(7, 3, problem.theta);
        Gradient xi = Gradient.variable(7, 4, problem.xi);
        Gradient rho = Gradient.variable(7, 5, problem.rho);
        Gradient rate = Gradient.variable(7, 6, problem.rate);
        double[] normals = problem.normals[path];
        double dt = problem.maturity / problem.steps;
        double rootDt = Math.sqrt(dt);
        Gradient rhoOther = rho.multiply(rho).negate().add(1).sqrt();
        Gradient kappaDt = kappa.multiply(dt);
        Gradient rateDt = rate.multiply(dt);

        Gradient price = spot;
        Gradient variance = startVariance;
        Gradient sum = ZERO;
        for (int t = 0; t < problem.steps; t++) {
            double priceShock = normals[2 * t];
            Gradient varianceShock = rho.multiply(priceShock).add(rhoOther.multiply(normals[2 * t + 1]));
            boolean positive = variance.getValue() > 0;
            Gradient truncated = positive ? variance : ZERO;
            Gradient diffusion = positive ? variance.sqrt().multiply(rootDt) : ZERO;
            price = price.multiply(rateDt.subtract(truncated.multiply(0.5 * dt))
                    .add(diffusion.multiply(priceShock))
                    .exp());
            variance = variance.add(kappaDt.multiply(theta.subtract(truncated)))
                    .add(xi.multiply(diffusion).multiply(varianceShock));
            sum = sum.add(price);
        }
        Gradient payoff = sum.divide(problem.steps).subtract(problem.strike);
        return payoff.getValue() > 0 ? rate.multiply(-problem.maturity).exp().multiply(payoff) : ZERO;
    }
}
