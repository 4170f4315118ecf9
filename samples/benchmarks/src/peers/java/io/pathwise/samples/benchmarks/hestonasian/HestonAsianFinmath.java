package io.pathwise.samples.benchmarks.hestonasian;

import io.pathwise.samples.benchmarks.peers.FinmathPeer;
import java.util.List;
import net.finmath.stochastic.RandomVariable;

/** {@link HestonAsian} by finmath-lib. */
public final class HestonAsianFinmath extends FinmathPeer {
    private static final int BATCH = 4096;
    /** Where a square root is taken, so that its derivative is finite and the floor's derivative, 0, makes it 0. */
    private static final double ALMOST_ZERO = 1e-300;

    private final HestonAsianBenchmark problem;
    private final List<RandomVariable> normals;

    /** On one batch of paths. */
    public HestonAsianFinmath() {
        this(new HestonAsianBenchmark(BATCH));
    }

    private HestonAsianFinmath(HestonAsianBenchmark problem) {
        super(
                problem,
                problem.spot,
                problem.startVariance,
                problem.kappa,
                problem.theta,
                problem.xi,
                problem.rho,
                problem.rate);
        this.problem = problem;
        normals = noises(problem.normals);
    }

    @Override
    protected RandomVariable value(List<RandomVariable> parameters) {
        RandomVariable spot = parameters.get(0);
        RandomVariable startVariance = parameters.get(1);
        RandomVariable kappa = parameters.get(2);
        RandomVariable theta = parameters.get(3);
        RandomVariable xi = parameters.get(4);
        RandomVariable rho = parameters.get(5);
        RandomVariable rate = parameters.get(6);
        double dt = problem.maturity / problem.steps;
        double rootDt = Math.sqrt(dt);
        RandomVariable rhoOther = rho.squared().mult(-1).add(1).sqrt();
        RandomVariable kappaDt = kappa.mult(dt);
        RandomVariable rateDt = rate.mult(dt);

        RandomVariable price = spot;
        RandomVariable variance = startVariance;
        RandomVariable sum = price.mult(0);
        for (int t = 0; t < problem.steps; t++) {
            RandomVariable priceShock = normals.get(2 * t);
            RandomVariable varianceShock = rho.mult(priceShock).addProduct(rhoOther, normals.get(2 * t + 1));
            RandomVariable truncated = variance.floor(0);
            RandomVariable diffusion = variance.floor(ALMOST_ZERO).sqrt().mult(rootDt);
            price = price.mult(rateDt.sub(truncated.mult(0.5 * dt))
                    .addProduct(diffusion, priceShock)
                    .exp());
            variance = variance.addProduct(kappaDt, theta.sub(truncated)).addProduct(xi.mult(diffusion), varianceShock);
            sum = sum.add(price);
        }
        RandomVariable payoff = sum.div(problem.steps).sub(problem.strike).floor(0);
        return rate.mult(-problem.maturity).exp().mult(payoff);
    }
}
