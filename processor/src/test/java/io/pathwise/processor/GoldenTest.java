package io.pathwise.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    Path directory;

    @Test
    void acceptsTheSameText() throws IOException {
        Path file = Files.writeString(directory.resolve("same.java.txt"), "a\nb\n");
        assertThatCode(() -> Golden.check(file, "a\nb\n", false)).doesNotThrowAnyException();
    }

    @Test
    void showsOnlyWhatDiffersAndItsSurroundings() throws IOException {
        Path file = Files.writeString(directory.resolve("other.java.txt"), "1\n2\n3\n4\nold\n6\n7\n8\n9\n");
        assertThatThrownBy(() -> Golden.check(file, "1\n2\n3\n4\nnew\n6\n7\n8\n9\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("other.java.txt")
                .hasMessageEndingWith(":\n  …\n  3\n  4\n- old\n+ new\n  6\n  7\n");
    }

    @Test
    void namesTheSwitchThatWritesAMissingFile() {
        assertThatThrownBy(() -> Golden.check(directory.resolve("missing.java.txt"), "a", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dpathwise.golden=update");
    }

    @Test
    void writesTheFileOnRequest() throws IOException {
        Path file = directory.resolve("deep/new.java.txt");
        Golden.check(file, "a\n", true);
        assertThat(Files.readString(file)).isEqualTo("a\n");
    }
}
