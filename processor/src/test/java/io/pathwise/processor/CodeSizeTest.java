package io.pathwise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.split.CodeSize;
import io.pathwise.processor.testing.ClassFile;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.processor.write.CompanionMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes of code are estimated from above, and not far from what javac makes. */
class CodeSizeTest {
    private static final double LARGEST_RATIO = 1.35;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Walk",
                "Heston",
                "Barrier",
                "BlackScholes",
                "Grid",
                "Growth",
                "Inventory",
                "Passage",
                "Portfolio",
                "Regimes",
                "Settlement",
                "Collisions",
                "Waiting"
            })
    void isAtLeastWhatTheCompilerMakes(String className) throws IOException {
        List<Program> programs = new ArrayList<>();
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor(source -> {
                    Derivation derivation = new Derivation(source.methods(), Set.of());
                    source.byFunction().forEach((function, each) -> programs.addAll(modes(derivation, function, each)));
                    return new CompanionPipeline().run(source);
                }))
                .source(text(className))
                .compile();
        Map<String, Integer> actual = ClassFile.codeLengths(result.classes().get("demo." + className + "Pathwise"));

        assertThat(programs).isNotEmpty();
        for (Program program : programs) {
            int length = actual.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(program.name() + "("))
                    .mapToInt(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
            assertThat(CodeSize.of(program))
                    .as("%s, in fact %s", program.name(), length)
                    .isBetween(length, (int) (LARGEST_RATIO * length) + 10);
        }
    }

    private static List<Program> modes(Derivation derivation, Function function, Program source) {
        CompanionMethod method = derivation.derive(function, source).method().orElseThrow();
        return List.of(method.primal(), method.forward(), method.reverse());
    }

    private static String text(String className) throws IOException {
        try (InputStream file = CodeSizeTest.class.getResourceAsStream("/programs/" + className + ".java")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
