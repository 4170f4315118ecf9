package io.pathwise.processor.fuzz.discrete;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Parts of programs, each as its source and as what it means. */
final class Terms {
    private Terms() {}

    /** A real expression. */
    record Real(String text, Function<World, Jet> meaning) {
        Jet in(World world) {
            return meaning.apply(world);
        }
    }

    /** A whole expression. */
    record Whole(String text, ToIntFunction<World> meaning) {
        int in(World world) {
            return meaning.applyAsInt(world);
        }
    }

    /** A condition. */
    record Condition(String text, Predicate<World> meaning) {
        boolean in(World world) {
            return meaning.test(world);
        }
    }

    /** A statement; running it gives the value that it returns, or null where it goes on. */
    record Step(String text, Function<World, Jet> meaning) {
        Jet in(World world) {
            return meaning.apply(world);
        }
    }
}
