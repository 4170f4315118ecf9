package io.pathwise.samples.benchmarks.elbo;

import io.pathwise.samples.benchmarks.Noises;
import io.pathwise.samples.benchmarks.Problem;
import io.pathwise.samples.benchmarks.elbo.Elbo.Weights;
import io.pathwise.samples.benchmarks.elbo.ElboPathwise.ElboGradient;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Times {@link Elbo}. */
@State(Scope.Thread)
public class ElboBenchmark implements Problem {
    private static final int PATHS = 64;

    final Weights weights = weights();
    final double[][] pixels;
    final double[][] normals;
    private final ElboExpert expert = new ElboExpert();
    private final ElboGradient gradient = gradient();
    private int path;

    /** The paths that are timed. */
    public ElboBenchmark() {
        this(PATHS);
    }

    /** The given number of paths, a power of two; the first ones are always the same. */
    ElboBenchmark(int paths) {
        pixels = pixels(paths);
        normals = Noises.normals(paths, Elbo.LATENT);
    }

    /** The value. */
    @Benchmark
    public double value() {
        step();
        return ElboPathwise.elbo(weights, pixels[path], normals[path]);
    }

    /** The gradient by hand. */
    @Benchmark
    public double expert() {
        step();
        return expert.gradient(weights, pixels[path], normals[path]);
    }

    @Override
    @Benchmark
    public double generated() {
        step();
        return ElboPathwise.elboGradient(weights, pixels[path], normals[path], gradient);
    }

    private void step() {
        path = path + 1 & normals.length - 1;
    }

    @Override
    public int paths() {
        return normals.length;
    }

    @Override
    public double[] expertAt(int path) {
        ElboExpert adjoint = new ElboExpert();
        double value = adjoint.gradient(weights, pixels[path], normals[path]);
        DoubleStream partials = arrays(adjoint.bars).stream().flatMapToDouble(Arrays::stream);
        return DoubleStream.concat(DoubleStream.of(value), partials).toArray();
    }

    @Override
    public double[] generatedAt(int path) {
        ElboGradient adjoint = gradient();
        double value = ElboPathwise.elboGradient(weights, pixels[path], normals[path], adjoint);
        return DoubleStream.concat(DoubleStream.of(value), Arrays.stream(adjoint.toArray()))
                .toArray();
    }

    private static ElboGradient gradient() {
        Weights zero = Weights.zero();
        return new ElboGradient(
                zero.encoder(),
                zero.encoderBias(),
                zero.mean(),
                zero.meanBias(),
                zero.logVariance(),
                zero.logVarianceBias(),
                zero.decoder(),
                zero.decoderBias(),
                zero.logit(),
                zero.logitBias());
    }

    /** Small normal weights, as training starts with. */
    private static Weights weights() {
        Weights weights = Weights.zero();
        List<double[]> rows = arrays(weights);
        int longest = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
        double[][] numbers = Noises.normals(rows.size(), longest);
        for (int i = 0; i < rows.size(); i++) {
            double[] row = numbers[i];
            Arrays.setAll(rows.get(i), j -> 0.2 * row[j]);
        }
        return weights;
    }

    private static double[][] pixels(int paths) {
        double[] all = Noises.uniforms(paths * Elbo.PIXELS);
        double[][] images = new double[paths][];
        Arrays.setAll(images, i -> Arrays.copyOfRange(all, i * Elbo.PIXELS, (i + 1) * Elbo.PIXELS));
        return images;
    }

    /** All weights, row by row, in the order of the record. */
    static List<double[]> arrays(Weights weights) {
        return Stream.of(
                        Arrays.stream(weights.encoder()),
                        Stream.of(weights.encoderBias()),
                        Arrays.stream(weights.mean()),
                        Stream.of(weights.meanBias()),
                        Arrays.stream(weights.logVariance()),
                        Stream.of(weights.logVarianceBias()),
                        Arrays.stream(weights.decoder()),
                        Stream.of(weights.decoderBias()),
                        Arrays.stream(weights.logit()),
                        Stream.of(weights.logitBias()))
                .flatMap(part -> part)
                .toList();
    }
}
