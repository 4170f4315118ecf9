package io.pathwise.montecarlo;

import io.pathwise.runtime.NoiseCount;
import java.util.List;

/** An integrand with control variates on the same noise behind its quantities. */
final class ControlledIntegrand implements Integrand {
    private static final long serialVersionUID = 1L;

    private final Integrand integrand;
    private final ControlVariate[] controls;

    ControlledIntegrand(Integrand integrand, ControlVariate[] controls) {
        this.integrand = integrand;
        this.controls = controls;
    }

    @Override
    public String name() {
        return integrand.name();
    }

    @Override
    public List<String> parameterNames() {
        return integrand.parameterNames();
    }

    @Override
    public int size() {
        return integrand.size() + controls.length;
    }

    @Override
    public NoiseCount noise() {
        NoiseCount count = integrand.noise();
        for (ControlVariate control : controls) {
            count = NoiseCounts.larger(count, control.noise());
        }
        return count;
    }

    @Override
    public void evaluate(double[] normals, double[] uniforms, double[] quantities) {
        integrand.evaluate(normals, uniforms, quantities);
        int next = integrand.size();
        for (ControlVariate control : controls) {
            quantities[next++] = control.evaluate(normals, uniforms);
        }
    }

    @Override
    public Integrand copy() {
        ControlVariate[] copies = new ControlVariate[controls.length];
        for (int i = 0; i < controls.length; i++) {
            copies[i] = controls[i].copy();
        }
        return new ControlledIntegrand(integrand.copy(), copies);
    }
}
