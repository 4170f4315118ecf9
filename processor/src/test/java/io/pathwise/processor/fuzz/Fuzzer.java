package io.pathwise.processor.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Generates programs, compiles and checks them, and shrinks those that fail. */
final class Fuzzer {
    private static final int BATCH = 50;
    private static final int SHRUNK_ALIKE = 1;

    private final Tally tally = new Tally();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> alike = new HashMap<>();

    /**
     * A program that fails.
     *
     * @param seed generates the program again
     * @param smallest the program after shrinking
     */
    record Finding(long seed, Failure failure, RandomProgram smallest) {
        @Override
        public String toString() {
            return "seed " + seed + ", " + failure + System.lineSeparator() + smallest.source();
        }
    }

    Tally tally() {
        return tally;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Checks the programs of consecutive seeds. */
    void run(long firstSeed, int programs) {
        for (int done = 0; done < programs; done += BATCH) {
            long start = firstSeed + done;
            List<RandomProgram> batch = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, programs - done); i++) {
                batch.add(ProgramGenerator.generate(start + i, "Fuzz" + i));
            }
            Batch.compile(
                    batch,
                    subject -> new Check(subject, seed(start, subject.program()), tally)
                            .run()
                            .ifPresent(failure -> found(seed(start, subject.program()), subject.program(), failure)),
                    (program, failure) -> found(seed(start, program), program, failure));
        }
    }

    private static long seed(long start, RandomProgram program) {
        return start + Integer.parseInt(program.className().substring("Fuzz".length()));
    }

    private void found(long seed, RandomProgram program, Failure failure) {
        if (!Batch.isJava(program)) {
            throw new IllegalStateException("seed " + seed + " generates no Java:\n" + program.source());
        }
        int before = alike.merge(failure.signature(), 1, Integer::sum) - 1;
        if (before >= SHRUNK_ALIKE) {
            findings.add(new Finding(seed, failure, program));
            return;
        }
        AtomicReference<Failure> last = new AtomicReference<>(failure);
        RandomProgram smallest = new Shrinker(candidate -> {
                    Optional<Failure> same = failure(seed, candidate)
                            .filter(each -> each.signature().equals(failure.signature()));
                    same.ifPresent(last::set);
                    return same.isPresent();
                })
                .shrink(program);
        findings.add(new Finding(seed, last.get(), smallest));
    }

    private static Optional<Failure> failure(long seed, RandomProgram program) {
        AtomicReference<Failure> found = new AtomicReference<>();
        Batch.compile(
                List.of(program),
                subject -> new Check(subject, seed, new Tally()).run().ifPresent(found::set),
                (refused, failure) -> {
                    if (Batch.isJava(refused)) {
                        found.set(failure);
                    }
                });
        return Optional.ofNullable(found.get());
    }
}
