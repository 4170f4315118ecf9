package io.pathwise.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where jumps lead from one point of a method.
 *
 * @param breaks the label that {@code break} leaves; absent where it leaves a loop
 * @param yields what takes the values that {@code yield} gives
 * @param labels the labels of the source that enclose the point, with the ones that stand for them in the program
 */
record Jumps(Optional<String> breaks, Optional<YieldTarget> yields, Map<String, String> labels) {
    /** Where nothing can be left but the method. */
    static final Jumps NONE = new Jumps(Optional.empty(), Optional.empty(), Map.of());

    Jumps {
        labels = Map.copyOf(labels);
    }

    Jumps inLoop() {
        return new Jumps(Optional.empty(), yields, labels);
    }

    Jumps inSwitch(String label) {
        return new Jumps(Optional.of(label), yields, labels);
    }

    Jumps inSwitch(YieldTarget target) {
        return new Jumps(Optional.empty(), Optional.of(target), labels);
    }

    Jumps inLabeled(String label, String represented) {
        Map<String, String> all = new HashMap<>(labels);
        all.put(label, represented);
        return new Jumps(breaks, yields, all);
    }
}
