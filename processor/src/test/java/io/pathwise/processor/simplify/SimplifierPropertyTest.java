package io.pathwise.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.GradientObject;
import io.pathwise.processor.program.Interpreter;
import io.pathwise.processor.program.Legality;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.ReflectiveCalls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Random programs do the same before and after simplification. */
class SimplifierPropertyTest {
    private static final long PROGRAMS = Long.getLong("pathwise.simplify.programs", 5000);

    @Test
    void simplifiedProgramsDoTheSame() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            check(seed, Simplifier::simplify);
        }
    }

    @Test
    void simplifyingAgainChangesNothing() {
        for (long seed = 0; seed < PROGRAMS / 10; seed++) {
            Program once = Simplifier.simplify(RandomProgram.of(seed));
            String twice = Printer.print(Simplifier.simplify(once));
            assertThat(twice).as("seed %d", seed).isEqualTo(Printer.print(once));
        }
    }

    private static void check(long seed, UnaryOperator<Program> pass) {
        Program before = RandomProgram.of(seed);
        assertThat(Legality.faults(before)).as("seed %d", seed).isEmpty();
        Program after = pass.apply(before);
        assertThat(Legality.faults(after))
                .as(() -> describe(seed, before, after))
                .isEmpty();
        for (int input = 0; input < 4; input++) {
            Outcome expected = Outcome.of(before, input);
            Outcome actual = Outcome.of(after, input);
            if (!actual.isAllowedFor(expected)) {
                fail("input %d: expected %s but was %s%n%s", input, expected, actual, describe(seed, before, after));
            }
        }
    }

    private static String describe(long seed, Program before, Program after) {
        return "seed " + seed + "\n" + Printer.print(before) + "\nbecame\n" + Printer.print(after);
    }

    /** All that one run lets others see; the two zeros and all NaNs count as one. */
    private record Outcome(Optional<RuntimeException> exception, String state, List<String> effects) {
        static Outcome of(Program program, int input) {
            GradientObject gradient =
                    new GradientObject().with("x", 0.25).with("y", -1.0).with("weights", new double[] {1, 2, 3, 4});
            double[] a = {0.3, -0.7, 1.1, 0.2};
            double[] b = input == 1 ? a : new double[] {-0.4, 0.9, 0.1, 2};
            Recorder recorder = new Recorder();
            List<Object> arguments = List.of(0.8 - input, 0.3 * input, input, input % 2 == 0, a, b, gradient);
            try {
                Object value = Interpreter.run(program, recorder, 100_000, arguments);
                TreeMap<String, Object> fields = new TreeMap<>(gradient.fields());
                fields.computeIfPresent("weights", (name, weights) -> text((double[]) weights));
                fields.replaceAll((name, field) -> field instanceof Double number ? text(number) : field);
                String state = text((double) value) + fields + text(a) + text(b);
                return new Outcome(Optional.empty(), state, recorder.effects);
            } catch (ArithmeticException | IndexOutOfBoundsException exception) {
                return new Outcome(Optional.of(exception), "", recorder.effects);
            }
        }

        private static String text(double... values) {
            return Arrays.toString(Arrays.stream(values).map(each -> each + 0.0).toArray());
        }

        /** An exception may vanish with the value that nobody needs, but nothing that happened before it. */
        boolean isAllowedFor(Outcome expected) {
            if (expected.exception.isPresent()) {
                int known = expected.effects.size();
                return effects.size() >= known && effects.subList(0, known).equals(expected.effects);
            }
            return equals(expected);
        }
    }

    /** Answers the runtime with numbers that tell the order of the calls. */
    private static final class Recorder extends ReflectiveCalls {
        private final List<String> effects = new ArrayList<>();

        @Override
        public Object call(Function function, Object[] arguments) {
            if (!function.owner().startsWith("io.pathwise.runtime")) {
                return super.call(function, arguments);
            }
            effects.add(function.name() + Outcome.text((Double) arguments[0]));
            return Math.sin(effects.size());
        }
    }
}
