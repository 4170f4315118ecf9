package io.pathwise.processor.endtoend;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium. */
final class Browser {
    private Browser() {}

    /** The one that {@code -Dpathwise.browser} names, or else {@code chromium} on the path or where Debian installs it. */
    static Optional<Path> find() {
        return Optional.ofNullable(System.getProperty("pathwise.browser"))
                .map(Path::of)
                .or(() -> Stream.concat(
                                Stream.of(System.getenv()
                                                .getOrDefault("PATH", "")
                                                .split(File.pathSeparator))
                                        .filter(directory -> !directory.isEmpty()),
                                Stream.of("/usr/bin"))
                        .map(directory -> Path.of(directory, "chromium"))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    /**
     * The page as it is after its scripts have run.
     *
     * @param profile a directory for what the browser keeps, so that one that is open already does not matter
     */
    static String run(Path browser, Path page, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--user-data-dir=" + profile,
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return shown;
    }
}
