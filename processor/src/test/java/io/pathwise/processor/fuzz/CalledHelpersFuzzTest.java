package io.pathwise.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationMessage;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Differentiates random programs whose helpers are in a class of their own, so that every call stays one, or take and
 * return records.
 */
class CalledHelpersFuzzTest {
    private static final long SEED = Long.getLong("pathwise.fuzz.seed", 1);
    private static final int PROGRAMS = Integer.getInteger("pathwise.fuzz.calls", 10);

    /** What companions cannot answer, bodies can. */
    private static final Set<String> ACCEPTED = Set.of("ConstantArgument");

    @Test
    void differentiatesCallsOfRandomHelpers() throws ClassNotFoundException {
        check(RandomProgram::sourcesWithHelpersApart);
    }

    @Test
    void differentiatesCallsThatTakeAndReturnRecords() throws ClassNotFoundException {
        check(RecordHelpers::apart);
    }

    @Test
    void differentiatesHelpersWithRecordsAsPartsOfTheirCallers() throws ClassNotFoundException {
        check(program -> List.of(RecordHelpers.together(program)));
    }

    private static void check(Function<RandomProgram, List<String>> sources) throws ClassNotFoundException {
        Tally tally = new Tally();
        List<String> findings = new ArrayList<>();
        int compared = 0;
        for (long seed = SEED; compared < PROGRAMS; seed++) {
            RandomProgram program = ProgramGenerator.generate(seed, "Fuzz");
            if (program.helpers().isEmpty()) {
                continue;
            }
            CompilationResult result = compile(sources.apply(program));
            if (result.succeeded()) {
                Subject subject = new Subject(program, result.load("Fuzz").getClassLoader());
                long found = seed;
                new Check(subject, seed, tally).run().ifPresent(each -> findings.add(found + ": " + each));
                compared++;
            } else if (!ACCEPTED.containsAll(codes(result))) {
                findings.add(seed + ": " + result.messages() + sources.apply(program));
                compared++;
            }
        }
        assertThat(findings).isEmpty();
    }

    private static CompilationResult compile(List<String> sources) {
        SourceCompiler compiler = SourceCompiler.with(new PathwiseProcessor()).options("-parameters");
        sources.forEach(compiler::source);
        return compiler.compile();
    }

    private static Set<String> codes(CompilationResult result) {
        return result.messages().stream().map(CompilationMessage::code).collect(Collectors.toSet());
    }
}
