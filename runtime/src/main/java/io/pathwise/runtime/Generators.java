package io.pathwise.runtime;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Which generator of random numbers serves the current thread, and the base noise taken from it. */
final class Generators {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /** A generator that the factory creates without a seed is independent of all that it created before. */
    private static final ThreadLocal<RandomGenerator> OWN = ThreadLocal.withInitial(FACTORY::create);

    private static final ThreadLocal<RandomGenerator> FIXED = new ThreadLocal<>();

    private Generators() {}

    static <T> T withFixed(RandomGenerator generator, Supplier<T> body) {
        RandomGenerator previous = FIXED.get();
        FIXED.set(generator);
        try {
            return body.get();
        } finally {
            restore(previous);
        }
    }

    private static void restore(RandomGenerator previous) {
        if (previous == null) {
            FIXED.remove();
        } else {
            FIXED.set(previous);
        }
    }

    /** Draws standard normal noise. */
    static double nextNormal() {
        return current().nextGaussian();
    }

    /** Draws noise from the open interval (0, 1): at 0 an inverse distribution function may be infinite. */
    static double nextUniform() {
        RandomGenerator generator = current();
        double u = generator.nextDouble();
        while (u == 0.0) {
            u = generator.nextDouble();
        }
        return u;
    }

    private static RandomGenerator current() {
        RandomGenerator fixed = FIXED.get();
        return fixed != null ? fixed : OWN.get();
    }
}
