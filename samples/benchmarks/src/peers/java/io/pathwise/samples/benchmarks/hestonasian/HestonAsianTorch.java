package io.pathwise.samples.benchmarks.hestonasian;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.pathwise.samples.benchmarks.peers.TorchPeer;
import java.util.List;

/** {@link HestonAsian} by PyTorch. */
public final class HestonAsianTorch extends TorchPeer {
    private static final int BATCH = 16384;
    /** Where a square root is taken, so that its derivative is finite and the maximum's derivative, 0, makes it 0. */
    private static final double ALMOST_ZERO = 1e-300;

    private final HestonAsianBenchmark problem;
    private final List<NDArray> normals;

    /** On one batch of paths. */
    public HestonAsianTorch() {
        this(new HestonAsianBenchmark(BATCH));
    }

    private HestonAsianTorch(HestonAsianBenchmark problem) {
        super(problem);
        this.problem = problem;
        normals = noises(problem.normals);
    }

    @Override
    protected NDList parameters(NDManager scratch) {
        return numbers(
                scratch,
                problem.spot,
                problem.startVariance,
                problem.kappa,
                problem.theta,
                problem.xi,
                problem.rho,
                problem.rate);
    }

    @Override
    protected NDArray value(NDList parameters) {
        NDArray spot = parameters.get(0);
        NDArray startVariance = parameters.get(1);
        NDArray kappa = parameters.get(2);
        NDArray theta = parameters.get(3);
        NDArray xi = parameters.get(4);
        NDArray rho = parameters.get(5);
        NDArray rate = parameters.get(6);
        double dt = problem.maturity / problem.steps;
        double rootDt = Math.sqrt(dt);
        NDArray rhoOther = rho.square().neg().add(1.0).sqrt();
        NDArray kappaDt = kappa.mul(dt);
        NDArray rateDt = rate.mul(dt);

        NDArray price = spot;
        NDArray variance = startVariance;
        NDArray sum = price.mul(0.0);
        for (int t = 0; t < problem.steps; t++) {
            NDArray priceShock = normals.get(2 * t);
            NDArray varianceShock = rho.mul(priceShock).add(rhoOther.mul(normals.get(2 * t + 1)));
            NDArray truncated = variance.maximum(0.0);
            NDArray diffusion = variance.maximum(ALMOST_ZERO).sqrt().mul(rootDt);
            price = price.mul(rateDt.sub(truncated.mul(0.5 * dt))
                    .add(diffusion.mul(priceShock))
                    .exp());
            variance = variance.add(kappaDt.mul(theta.sub(truncated)))
                    .add(xi.mul(diffusion).mul(varianceShock));
            sum = sum.add(price);
        }
        NDArray payoff = sum.div(problem.steps).sub(problem.strike).maximum(0.0);
        return rate.mul(-problem.maturity).exp().mul(payoff).sum();
    }
}
