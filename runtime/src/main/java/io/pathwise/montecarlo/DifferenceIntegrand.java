package io.pathwise.montecarlo;

import io.pathwise.runtime.NoiseCount;
import java.util.List;

/** What one integrand yields less what another yields on the same noise. */
final class DifferenceIntegrand implements Integrand {
    private static final long serialVersionUID = 1L;

    private final Integrand minuend;
    private final Integrand subtrahend;
    private final double[] subtracted;

    DifferenceIntegrand(Integrand minuend, Integrand subtrahend) {
        this.minuend = minuend;
        this.subtrahend = subtrahend;
        this.subtracted = new double[subtrahend.size()];
    }

    @Override
    public String name() {
        return minuend.name() + " - " + subtrahend.name();
    }

    @Override
    public List<String> parameterNames() {
        return minuend.parameterNames();
    }

    @Override
    public int size() {
        return minuend.size();
    }

    @Override
    public NoiseCount noise() {
        return NoiseCounts.larger(minuend.noise(), subtrahend.noise());
    }

    @Override
    public void evaluate(double[] normals, double[] uniforms, double[] quantities) {
        minuend.evaluate(normals, uniforms, quantities);
        subtrahend.evaluate(normals, uniforms, subtracted);
        for (int i = 0; i < subtracted.length; i++) {
            quantities[i] -= subtracted[i];
        }
    }

    @Override
    public Integrand copy() {
        return new DifferenceIntegrand(minuend.copy(), subtrahend.copy());
    }
}
