package io.pathwise.samples.benchmarks.elbo;

import io.pathwise.samples.benchmarks.peers.FinmathPeer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import net.finmath.stochastic.RandomVariable;

/** {@link Elbo} by finmath-lib. */
public final class ElboFinmath extends FinmathPeer {
    private static final int BATCH = 1024;

    private final List<RandomVariable> pixels;
    private final List<RandomVariable> normals;

    /** On one batch of paths. */
    public ElboFinmath() {
        this(new ElboBenchmark(BATCH));
    }

    private ElboFinmath(ElboBenchmark problem) {
        super(
                problem,
                ElboBenchmark.arrays(problem.weights).stream()
                        .flatMapToDouble(Arrays::stream)
                        .toArray());
        pixels = noises(problem.pixels);
        normals = noises(problem.normals);
    }

    @Override
    protected RandomVariable value(List<RandomVariable> parameters) {
        Iterator<RandomVariable> next = parameters.iterator();
        List<RandomVariable> encoded = tanh(affine(next, Elbo.HIDDEN, pixels));
        List<RandomVariable> mean = affine(next, Elbo.LATENT, encoded);
        List<RandomVariable> logVariance = affine(next, Elbo.LATENT, encoded);
        RandomVariable[] latent = new RandomVariable[Elbo.LATENT];
        RandomVariable[] divergences = new RandomVariable[Elbo.LATENT];
        for (int k = 0; k < Elbo.LATENT; k++) {
            RandomVariable deviation = logVariance.get(k).mult(0.5).exp();
            latent[k] = mean.get(k).addProduct(deviation, normals.get(k));
            divergences[k] = deviation
                    .squared()
                    .add(mean.get(k).squared())
                    .sub(1)
                    .sub(logVariance.get(k))
                    .mult(0.5);
        }
        List<RandomVariable> decoded = tanh(affine(next, Elbo.HIDDEN, List.of(latent)));
        RandomVariable likelihood = likelihood(affine(next, Elbo.PIXELS, decoded));
        return likelihood.sub(
                Arrays.stream(divergences).reduce(RandomVariable::add).orElseThrow());
    }

    private RandomVariable likelihood(List<RandomVariable> logits) {
        RandomVariable sum = null;
        for (int i = 0; i < logits.size(); i++) {
            RandomVariable logit = logits.get(i);
            RandomVariable softplus =
                    logit.floor(0).add(logit.abs().mult(-1).exp().add(1).log());
            RandomVariable pixel = logit.mult(pixels.get(i)).sub(softplus);
            sum = sum == null ? pixel : sum.add(pixel);
        }
        return sum;
    }

    private static List<RandomVariable> affine(Iterator<RandomVariable> next, int height, List<RandomVariable> inputs) {
        RandomVariable[][] rows = new RandomVariable[height][inputs.size()];
        for (RandomVariable[] row : rows) {
            Arrays.setAll(row, j -> next.next());
        }
        return Arrays.stream(rows).map(row -> unit(next.next(), row, inputs)).toList();
    }

    private static RandomVariable unit(RandomVariable bias, RandomVariable[] weights, List<RandomVariable> inputs) {
        RandomVariable sum = bias;
        for (int j = 0; j < weights.length; j++) {
            sum = sum.addProduct(weights[j], inputs.get(j));
        }
        return sum;
    }

    /** finmath-lib has no {@code tanh}: it is 1 − 2 / (exp(2x) + 1). */
    private static List<RandomVariable> tanh(List<RandomVariable> units) {
        return units.stream()
                .map(unit -> unit.mult(2).exp().add(1).invert().mult(-2).add(1))
                .toList();
    }
}
