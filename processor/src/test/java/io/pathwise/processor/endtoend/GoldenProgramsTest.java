package io.pathwise.processor.endtoend;

import io.pathwise.processor.Golden;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
}
