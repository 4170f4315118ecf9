package io.pathwise.processor.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random choices, the same for the same seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** One way to continue, with its share among its neighbours. */
    record Option<T>(int weight, Supplier<? extends T> production) {}

    static <T> Option<T> option(int weight, Supplier<? extends T> production) {
        return new Option<>(weight, production);
    }

    /** Takes one of the options, by their weights. */
    @SafeVarargs
    final <T> T choose(Option<T>... options) {
        int total = 0;
        for (Option<T> each : options) {
            total += each.weight();
        }
        int point = random.nextInt(total);
        for (Option<T> each : options) {
            point -= each.weight();
            if (point < 0) {
                return each.production().get();
            }
        }
        throw new IllegalStateException();
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** True once in so many times. */
    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
