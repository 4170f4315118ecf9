package io.pathwise.samples.benchmarks.estimation;

import io.pathwise.montecarlo.noise.IndependentNoise;
import io.pathwise.montecarlo.noise.QuasiRandomNoise;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Fills the noise of a path with 504 draws; times are per draw. */
@State(Scope.Thread)
public class NoiseBenchmark {
    private static final int DRAWS = 504;
    private static final int REPLICATES = 32;

    private final double[] draws = new double[DRAWS];
    private final IndependentNoise independent = new IndependentNoise(1);
    private final QuasiRandomNoise quasiRandom = new QuasiRandomNoise(1, REPLICATES, DRAWS, 0);
    private final RandomGenerator mix =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    private long path;

    /** Standard normals, as an estimate takes them. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double[] normals() {
        independent.start(path++);
        independent.normals(draws, 0, DRAWS);
        return draws;
    }

    /** Uniforms, as an estimate takes them. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double[] uniforms() {
        independent.start(path++);
        independent.uniforms(draws, 0, DRAWS);
        return draws;
    }

    /** Quasi-random normals, as an estimate takes them. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double[] quasiRandomNormals() {
        quasiRandom.start(path++ & 0xfffff);
        quasiRandom.normals(draws, 0, DRAWS);
        return draws;
    }

    /** Standard normals by the JDK's generator. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double[] mixNormals() {
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = mix.nextGaussian();
        }
        return draws;
    }

    /** Uniforms by the JDK's generator. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double[] mixUniforms() {
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = mix.nextDouble();
        }
        return draws;
    }
}
