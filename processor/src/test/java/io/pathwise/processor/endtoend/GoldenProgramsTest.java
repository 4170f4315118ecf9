package io.pathwise.processor.endtoend;

import io.pathwise.processor.Golden;
import io.pathwise.processor.testing.CompilationResult;
import java.util.List;
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
    @ValueSource(strings = {"Branching", "Portfolios"})
    void callsAreWrittenAsApproved(String className) {
        CompilationResult compiled =
                Programs.compile(Programs.text("Branching"), Programs.text("Portfolios"), Programs.text("Rates"));
        String companion = compiled.generatedSources().get("demo." + className + "Pathwise");
        Golden.check("program-" + className, DerivativeText.of(companion));
    }
}
