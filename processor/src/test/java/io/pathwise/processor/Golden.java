package io.pathwise.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares generated text with a file that people have read and approved.
 *
 * <p>{@code -Dpathwise.golden=update} writes the files instead; read the difference before committing it.
 */
public final class Golden {
    private static final String UPDATE = "-Dpathwise.golden=update";

    private Golden() {}

    /**
     * Compares with {@code src/test/resources/golden/<name>.java.txt}.
     *
     * @throws AssertionError with the lines that differ, if the text is not that of the file
     */
    public static void check(String name, String actual) {
        check(directory().resolve(name + ".java.txt"), actual, isUpdate());
    }

    /** Whether the files are to be written. */
    static boolean isUpdate() {
        return "update".equals(System.getProperty("pathwise.golden"));
    }

    static void check(Path file, String actual, boolean update) {
        try {
            if (update) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            } else if (!Files.exists(file)) {
                throw new AssertionError("no golden file " + file.getFileName() + "; run the tests with " + UPDATE
                        + " to write it. The text:\n" + actual);
            } else {
                compare(file, Files.readString(file), actual);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static void compare(Path file, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("the text differs from " + file.getFileName() + " (- golden, + actual); if it is"
                    + " better now, run the tests with " + UPDATE + ":\n" + LineDiff.of(expected, actual));
        }
    }

    /** Surefire names the module's directory; elsewhere tests run in it or in the one above. */
    private static Path directory() {
        Path start = Path.of(System.getProperty("basedir", ""));
        Path module = Files.isDirectory(start.resolve("processor")) ? start.resolve("processor") : start;
        return module.resolve("src/test/resources/golden");
    }
}
