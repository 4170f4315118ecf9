package io.pathwise.processor.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs of the machine, found as {@code .ci/run} finds them: by environment variable, else beside the running one. */
final class Jdks {
    private Jdks() {}

    static Optional<Path> find(int feature) {
        Path running = Path.of(System.getProperty("java.home"));
        Stream<Path> named = Stream.of("JAVA" + feature + "_HOME", "JAVA_HOME")
                .map(System::getenv)
                .filter(each -> each != null && !each.isEmpty())
                .map(Path::of);
        return Stream.of(named, Stream.of(running), siblings(running))
                .flatMap(each -> each)
                .filter(each -> isJdk(each, feature))
                .findFirst();
    }

    private static Stream<Path> siblings(Path home) {
        try (Stream<Path> siblings = Files.list(home.toRealPath().getParent())) {
            return siblings.sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isJdk(Path home, int feature) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)
                || !Files.isExecutable(home.resolve("bin").resolve("javac"))) {
            return false;
        }
        try {
            return Files.readString(release).matches("(?s).*JAVA_VERSION=\"" + feature + "[.\"].*");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
