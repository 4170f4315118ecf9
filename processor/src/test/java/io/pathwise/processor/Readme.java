package io.pathwise.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The project's README. A comment {@code <!-- kind: name -->} before a code block says what the block is, so that tests
 * can hold it to what the processor does.
 */
record Readme(String text) {
    private static final Pattern BLOCK =
            Pattern.compile("<!-- (\\w+): (\\S+) -->\\R```\\w*\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    static Readme read() {
        try {
            return new Readme(Files.readString(file()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The block of a kind and name. */
    String block(String kind, String name) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(kind) && block.group(2).equals(name))
                .map(block -> block.group(3))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block <!-- " + kind + ": " + name + " --> in README.md"));
    }

    /** The blocks of a kind, in order. */
    List<String> blocks(String kind) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(kind))
                .map(block -> block.group(3))
                .toList();
    }

    /** The lines that match a pattern as a whole. */
    List<MatchResult> lines(String pattern) {
        return Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .toList();
    }

    /** Where it is. Surefire names the module's directory; elsewhere tests run in it or in the one above. */
    static Path file() {
        Path start = Path.of(System.getProperty("basedir", ""));
        Path root = Files.isDirectory(start.resolve("processor")) ? start : start.resolve("..");
        return root.resolve("README.md");
    }
}
