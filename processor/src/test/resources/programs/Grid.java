package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Grid {
    private Grid() {}

    @Pathwise
    static double energy(double scale, double coupling, int rows, int columns) {
        double energy = 0;
        double state = scale;
        for (int i = 0; i < rows; i++) {
            double row = 1;
            for (int j = 0; j < columns; j++) {
                double noise = Sampler.normal(0, scale);
                state = Math.tanh(coupling * state + noise);
                row *= 1 + state * state;
            }
            energy += row;
        }
        return energy / (rows * columns);
    }
}
