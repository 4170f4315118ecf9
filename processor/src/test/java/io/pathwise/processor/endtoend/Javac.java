package io.pathwise.processor.endtoend;

import com.palantir.javapoet.JavaFile;
import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A compiler in a process of its own, as users' builds run it.
 *
 * @param home the JDK
 */
record Javac(Path home) {
    /**
     * What it left behind.
     *
     * @param output what it printed
     * @param generatedSources texts by file name
     */
    record Result(int exitCode, String output, Map<String, String> generatedSources) {}

    /** The compiler of the JDK that runs the tests. */
    static Javac ofThisJvm() {
        return new Javac(Path.of(System.getProperty("java.home")));
    }

    /** The processor and what it needs. */
    static String processorPath() {
        return location(PathwiseProcessor.class) + File.pathSeparator + location(JavaFile.class);
    }

    /** What users depend on. */
    static String userPath() {
        return SourceCompiler.classPath();
    }

    /** Compiles the Java files below {@code sources}; classes and generated sources go below {@code target}. */
    Result compile(Path sources, Path target, String... options) {
        try {
            Path generated = Files.createDirectories(target.resolve("generated"));
            Path classes = Files.createDirectories(target.resolve("classes"));
            List<String> command = new ArrayList<>();
            command.add(home.resolve("bin").resolve("javac").toString());
            command.addAll(List.of("-encoding", "UTF-8", "-s", generated.toString(), "-d", classes.toString()));
            command.addAll(List.of(options));
            javaFiles(sources).forEach(each -> command.add(each.toString()));
            return run(command, generated);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Result run(List<String> command, Path generated) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output, texts(generated));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private static Map<String, String> texts(Path directory) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : javaFiles(directory)) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }

    private static List<Path> javaFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
