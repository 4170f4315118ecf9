package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Branching {
    private Branching() {}

    /** The size of a tree whose branches grow and split. */
    @Pathwise
    static double size(double growth, double spread, int depth) {
        double length = Sampler.logNormal(growth, spread);
        if (depth == 0) {
            return length;
        }
        return length + 0.5 * (size(growth, spread, depth - 1) + size(growth, spread, depth - 1));
    }
}
