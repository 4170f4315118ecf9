package io.pathwise.montecarlo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Estimates down to the last bit. */
final class Bits {
    private Bits() {}

    /** All numbers of an estimate, doubles by their bits, so that even NaNs and zeros compare. */
    static List<Long> of(Estimate estimate) {
        DoubleStream doubles = DoubleStream.of(estimate.value(), estimate.standardError());
        doubles = DoubleStream.concat(doubles, Arrays.stream(estimate.gradient()));
        doubles = DoubleStream.concat(doubles, Arrays.stream(estimate.gradientStandardErrors()));
        List<Long> bits = new java.util.ArrayList<>(
                doubles.mapToLong(Double::doubleToRawLongBits).boxed().toList());
        bits.add(estimate.paths());
        bits.add(estimate.worstPath());
        bits.add(estimate.skippedPaths());
        Arrays.stream(estimate.firstSkippedPaths()).forEach(bits::add);
        return bits;
    }
}
