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

    private final double[][] normals = Noises.normals(PATHS, 504);
    private final HestonAsianExpert expert = new HestonAsianExpert();
    private final CallGradient gradient = new CallGradient();
    private double spot = 100;
    private double startVariance = 0.04;
    private double kappa = 1.5;
    private double theta = 0.04;
    private double xi = 0.5;
    private double rho = -0.7;
    private double rate = 0.03;
    private double strike = 100;
    private double maturity = 1;
    private int steps = 252;
    private int path;

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
        path = path + 1 & PATHS - 1;
        return normals[path];
    }

    @Override
    public int paths() {
        return PATHS;
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
