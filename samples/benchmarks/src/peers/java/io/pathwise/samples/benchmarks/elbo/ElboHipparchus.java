package io.pathwise.samples.benchmarks.elbo;

import io.pathwise.samples.benchmarks.peers.HipparchusPeer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Elbo} by Hipparchus. Every number carries as many partial derivatives as there are weights. */
public final class ElboHipparchus extends HipparchusPeer {
    private final ElboBenchmark problem;
    private final Gradient[] weights;
    private final Gradient zero;

    /** On the problem's own paths. */
    public ElboHipparchus() {
        this(new ElboBenchmark());
    }

    private ElboHipparchus(ElboBenchmark problem) {
        super(problem);
        this.problem = problem;
        List<double[]> arrays = ElboBenchmark.arrays(problem.weights);
        double[] point = arrays.stream().flatMapToDouble(Arrays::stream).toArray();
        weights = IntStream.range(0, point.length)
                .mapToObj(i -> Gradient.variable(point.length, i, point[i]))
                .toArray(Gradient[]::new);
        zero = Gradient.constant(point.length, 0);
    }

    @Override
    protected Gradient value(int path) {
        double[] pixels = problem.pixels[path];
        double[] normals = problem.normals[path];
        Iterator<Gradient> next = Arrays.stream(weights).iterator();
        Gradient[] encoded = tanh(encode(next, pixels));
        Gradient[] mean = affine(next, Elbo.LATENT, encoded);
        Gradient[] logVariance = affine(next, Elbo.LATENT, encoded);
        Gradient[] latent = new Gradient[Elbo.LATENT];
        Gradient divergence = zero;
        for (int k = 0; k < Elbo.LATENT; k++) {
            Gradient deviation = logVariance[k].multiply(0.5).exp();
            latent[k] = mean[k].add(deviation.multiply(normals[k]));
            divergence = divergence.add(deviation
                    .multiply(deviation)
                    .add(mean[k].multiply(mean[k]))
                    .subtract(1)
                    .subtract(logVariance[k])
                    .multiply(0.5));
        }
        Gradient[] decoded = tanh(affine(next, Elbo.HIDDEN, latent));
        return likelihood(affine(next, Elbo.PIXELS, decoded), pixels).subtract(divergence);
    }

    private Gradient likelihood(Gradient[] logits, double[] pixels) {
        Gradient sum = zero;
        for (int i = 0; i < logits.length; i++) {
            Gradient softplus = logits[i].abs().negate().exp().log1p();
            Gradient positive = logits[i].getValue() > 0 ? logits[i] : zero;
            sum = sum.add(logits[i].multiply(pixels[i])).subtract(positive).subtract(softplus);
        }
        return sum;
    }

    private static Gradient[] encode(Iterator<Gradient> next, double[] pixels) {
        Gradient[][] rows = rows(next, Elbo.HIDDEN, pixels.length);
        return Arrays.stream(rows)
                .map(row -> {
                    Gradient sum = next.next();
                    for (int j = 0; j < row.length; j++) {
                        sum = sum.add(row[j].multiply(pixels[j]));
                    }
                    return sum;
                })
                .toArray(Gradient[]::new);
    }

    /** Not by {@code linearCombination}, which is more accurate and takes many times as long. */
    private static Gradient[] affine(Iterator<Gradient> next, int height, Gradient[] inputs) {
        Gradient[][] rows = rows(next, height, inputs.length);
        return Arrays.stream(rows)
                .map(row -> {
                    Gradient sum = next.next();
                    for (int j = 0; j < row.length; j++) {
                        sum = sum.add(row[j].multiply(inputs[j]));
                    }
                    return sum;
                })
                .toArray(Gradient[]::new);
    }

    private static Gradient[][] rows(Iterator<Gradient> next, int height, int width) {
        Gradient[][] rows = new Gradient[height][width];
        for (Gradient[] row : rows) {
            Arrays.setAll(row, j -> next.next());
        }
        return rows;
    }

    private static Gradient[] tanh(Gradient[] units) {
        return Arrays.stream(units).map(Gradient::tanh).toArray(Gradient[]::new);
    }
}
