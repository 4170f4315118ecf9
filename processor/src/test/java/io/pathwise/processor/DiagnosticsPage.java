package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page {@code docs/diagnostics.md}: a section for each code. A comment {@code <!-- kind -->} before a block says what it
 * is: what is {@code refused}, what to write {@code instead}, what is {@code printed}, or a class that was compiled
 * {@code before}, with the processor or {@code bare}, without it.
 */
record DiagnosticsPage(List<Section> sections) {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)$(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^<!-- (\\w+) -->\\R```\\w+\\R(.*?)^```$");

    /** What the page says about a code. */
    record Section(String id, List<Block> blocks) {
        Code code() {
            return Arrays.stream(Code.values())
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        Optional<String> text(String kind) {
            return blocks.stream()
                    .filter(block -> block.kind().equals(kind))
                    .map(Block::text)
                    .findFirst();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** A piece of source, or of what the compiler prints. */
    record Block(String kind, String text) {}

    static DiagnosticsPage read() {
        try {
            String text = Files.readString(Readme.file().resolveSibling("docs").resolve("diagnostics.md"));
            return new DiagnosticsPage(SECTION.matcher(text)
                    .results()
                    .map(section -> new Section(section.group(1), blocks(section.group(2))))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Block> blocks(String section) {
        return BLOCK.matcher(section)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .toList();
    }
}
