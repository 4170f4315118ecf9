package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same source gives the same bytes, run by run and JDK by JDK. */
class DeterminismTest {
    @TempDir
    Path directory;

    @Test
    void twoRunsAgree() {
        String[] sources = Programs.classNames().stream().map(Programs::text).toArray(String[]::new);
        assertThat(Programs.compile(sources).generatedSources())
                .isEqualTo(Programs.compile(sources).generatedSources());
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void everyJdkAgrees(int feature) throws IOException {
        assumeThat(Jdks.find(feature)).as("a JDK %d", feature).isPresent();
        Map<String, String> expected = new TreeMap<>();
        Path sources = Files.createDirectories(directory.resolve("sources"));
        for (String className : Programs.classNames()) {
            Files.writeString(sources.resolve(className + ".java"), Programs.text(className));
            expected.put(
                    className + "Pathwise.java",
                    Programs.compiled(className).generatedSources().get("demo." + className + "Pathwise"));
        }
        Javac.Result result = new Javac(Jdks.find(feature).orElseThrow())
                .compile(
                        sources,
                        directory.resolve("target"),
                        "-Xlint:all",
                        "-Werror",
                        "-classpath",
                        Javac.userPath(),
                        "-processorpath",
                        Javac.processorPath());
        assertThat(result.output()).isEmpty();
        assertThat(result.generatedSources()).isEqualTo(expected);
    }
}
