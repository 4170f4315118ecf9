package io.pathwise.runtime.discrete;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleToIntFunction;

/** Where on (0, 1) a step function jumps. */
final class Intervals {
    private static final int GRID = 512;

    private Intervals() {}

    /** 0, the jumps to the last bit, and 1; steps narrower than the grid are overlooked. */
    static double[] ends(DoubleToIntFunction step) {
        List<Double> ends = new ArrayList<>(List.of(0.0));
        for (int i = 0; i < GRID; i++) {
            double left = (i + 1e-9) / GRID;
            double right = i + 1 == GRID ? 1 - 1e-15 : (i + 1 + 1e-9) / GRID;
            if (step.applyAsInt(left) != step.applyAsInt(right)) {
                ends.add(jump(step, left, right));
            }
        }
        ends.add(1.0);
        return ends.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double jump(DoubleToIntFunction step, double left, double right) {
        double below = left;
        double above = right;
        int value = step.applyAsInt(left);
        while (above - below > 1e-16 && (below + above) / 2 > below && (below + above) / 2 < above) {
            double middle = (below + above) / 2;
            if (step.applyAsInt(middle) == value) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }
}
