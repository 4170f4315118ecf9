package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.Golden;
import io.pathwise.processor.testing.CompilationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated for the example programs, read and approved by people. */
class GoldenProgramsTest {
    static List<String> classNames() {
        return Programs.classNames();
    }

    @ParameterizedTest
    @MethodSource("classNames")
    void isWrittenAsApproved(String className) {
        String companion = Programs.compiled(className).generatedSources().get("demo." + className + "Pathwise");
        Golden.check("program-" + className, DerivativeText.of(companion));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Annuity", "Branching", "Portfolios"})
    void callsAreWrittenAsApproved(String className) {
        Golden.check("program-" + className, DerivativeText.of(calling(className)));
    }

    private static String calling(String className) {
        CompilationResult compiled = Programs.compile(
                Programs.text("Annuity"),
                Programs.text("Branching"),
                Programs.text("Portfolios"),
                Programs.text("Rates"));
        return compiled.generatedSources().get("demo." + className + "Pathwise");
    }

    @Test
    void manyArraysInOneVectorAreWrittenAsApproved() {
        String companion = calling("Annuity");
        Golden.check("function-Annuity", companion.substring(companion.indexOf("/** The gradient of {@code total}")));
        assertThat(companion.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }
}
