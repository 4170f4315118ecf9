package io.pathwise.runtime;

/** The base noise that a sampler transforms into its draw. */
public enum NoiseKind {
    /** Independent draws from the normal distribution with mean 0 and standard deviation 1. */
    NORMAL,

    /** Independent draws from the uniform distribution on the open interval (0, 1). */
    UNIFORM;

    /** Returns an amount in words, such as "1 normal" or "252 uniforms". */
    String amount(int count) {
        String noun = this == NORMAL ? "normal" : "uniform";
        return count + " " + (count == 1 ? noun : noun + "s");
    }
}
