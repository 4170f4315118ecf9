package io.pathwise.montecarlo;

import io.pathwise.runtime.Dual;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A function that takes a while for each path, and does not heed interruption. */
final class SlowFunction implements PathwiseFunction {
    private static final long serialVersionUID = 1L;

    private final AtomicBoolean isRunning;

    private SlowFunction(AtomicBoolean isRunning) {
        this.isRunning = isRunning;
    }

    static PathwiseFunction signalling(AtomicBoolean isRunning) {
        return new SlowFunction(isRunning);
    }

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public List<String> parameterNames() {
        return List.of();
    }

    @Override
    public NoiseCount noise(double[] parameters) {
        return NoiseCount.of(1, 0);
    }

    @Override
    public double value(double[] parameters, double[] normals, double[] uniforms) {
        isRunning.set(true);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return normals[0];
    }

    @Override
    public Dual forward(double[] parameters, double[] direction, double[] normals, double[] uniforms) {
        return new Dual(value(parameters, normals, uniforms), 0);
    }

    @Override
    public double gradient(double[] parameters, double[] normals, double[] uniforms, double[] gradient) {
        return value(parameters, normals, uniforms);
    }

    @Override
    public PathwiseFunction copy() {
        return this;
    }
}
