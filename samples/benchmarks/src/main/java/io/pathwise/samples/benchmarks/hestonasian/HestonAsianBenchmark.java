package io.pathwise.samples.benchmarks.hestonasian;

import io.pathwise.samples.benchmarks.Noises;
import io.pathwise.samples.benchmarks.Problem;
import io.pathwise.samples.benchmarks.hestonasian.HestonAsianPathwise.CallGradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Times {@link HestonAsian}. */
@State(Scope.Thread)
public class HestonAsianBenchmark implements Problem {
    private static final int PATHS = 64;

    final double[][] normals;
    private final HestonAsianExpert expert = new HestonAsianExpert();
    private final CallGradient gradient = new CallGradient();
    double spot = 100;
    double startVariance = 0.04;
    double kappa = 1.5;
    double theta = 0.04;
    double xi = 0.5;
    double rho = -0.7;
    double rate = 0.03;
    double strike = 100;
    double maturity = 1;
    int steps = 252;
    private int path;

    /** The paths that are timed. */
    public HestonAsianBenchmark() {
        this(PATHS);
    }

    /** The given number of paths, a power of two; the first ones are always the same. */
    HestonAsianBenchmark(int paths) {
        normals = Noises.normals(paths, 504);
    }

    /** The value. */
    @Benchmark
    public double value() {
        return HestonAsianPathwise.call(
                spot, startVariance, kappa, theta, xi, rho, rate, strike, maturity, steps, nextNormals());
    }

    /** The gradient by hand. */
    @Benchmark
    public double expert() {
        return expert.gradient(
                spot, startVariance, kappa, theta, xi, rho, rate, strike, maturity, steps, nextNormals());
    }

    @Override
    @Benchmark
    public double generated() {
        return HestonAsianPathwise.callGradient(
                spot, startVariance, kappa, theta, xi, rho, rate, strike, maturity, steps, nextNormals(), gradient);
    }

    private double[] nextNormals() {
        path = path + 1 & normals.length - 1;
        return normals[path];
    }

    @Override
    public int paths() {
        return normals.length;
    }

    @Override
    public double[] expertAt(int path) {
        HestonAsianExpert adjoint = new HestonAsianExpert();
        double value = adjoint.gradient(
                spot, startVariance, kappa, theta, xi, rho, rate, strike, maturity, steps, normals[path]);
        return new double[] {
            value,
            adjoint.spotBar,
            adjoint.startVarianceBar,
            adjoint.kappaBar,
            adjoint.thetaBar,
            adjoint.xiBar,
            adjoint.rhoBar,
            adjoint.rateBar
        };
    }

    @Override
    public double[] generatedAt(int path) {
        CallGradient adjoint = new CallGradient();
        double value = HestonAsianPathwise.callGradient(
                spot, startVariance, kappa, theta, xi, rho, rate, strike, maturity, steps, normals[path], adjoint);
        return new double[] {
            value,
            adjoint.spot,
            adjoint.startVariance,
            adjoint.kappa,
            adjoint.theta,
            adjoint.xi,
            adjoint.rho,
            adjoint.rate
        };
    }
}
