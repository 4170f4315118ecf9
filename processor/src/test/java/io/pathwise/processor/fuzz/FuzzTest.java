package io.pathwise.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.fuzz.Tally.Event;
import org.junit.jupiter.api.Test;

/**
 * Differentiates random programs: value against the source on the same noise, forward against reverse mode, both against
 * differences.
 *
 * <p>The programs of consecutive seeds are checked; a failure prints its seed and the smallest program that fails in the
 * same way. Many programs:
 *
 * <pre>{@code
 * mvn -pl processor -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dpathwise.fuzz.programs=20000 -Dpathwise.fuzz.seed=1
 * }</pre>
 *
 * <p>One program again: {@code -Dpathwise.fuzz.programs=1} and its seed.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("pathwise.fuzz.seed", 1);
    private static final int PROGRAMS = Integer.getInteger("pathwise.fuzz.programs", 300);

    @Test
    void differentiatesRandomPrograms() {
        Fuzzer fuzzer = new Fuzzer();
        fuzzer.run(SEED, PROGRAMS);
        System.out.println(fuzzer.tally());
        assertThat(fuzzer.findings()).isEmpty();
        assertThat(fuzzer.tally().of(Event.MODES_COMPARED)).isGreaterThan(PROGRAMS);
        assertThat(fuzzer.tally().of(Event.REVERSE_NAN)).isLessThan(3 + PROGRAMS / 100);
    }
}
