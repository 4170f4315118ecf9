package io.pathwise.montecarlo;

import io.pathwise.runtime.NoiseCount;

/** The noise that several functions need which share it. */
final class NoiseCounts {
    private NoiseCounts() {}

    static NoiseCount larger(NoiseCount a, NoiseCount b) {
        if (!a.isKnown() || !b.isKnown()) {
            return NoiseCount.dataDependent();
        }
        return NoiseCount.of(Math.max(a.normals(), b.normals()), Math.max(a.uniforms(), b.uniforms()));
    }
}
