package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Jars of what was compiled earlier.
 *
 * @param directory where they are written
 */
public record Library(Path directory) {
    /** The user's classes, compiled with nothing but the library's class files, together with those. */
    public CompilationResult use(CompilationResult library, String user) throws IOException {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(user)
                .options("-parameters")
                .library(jar(library, name -> true))
                .compile();
        assertThat(result.messages()).isEmpty();
        Map<String, byte[]> all = new TreeMap<>(library.classes());
        all.putAll(result.classes());
        return new CompilationResult(result.succeeded(), result.messages(), result.generatedSources(), all);
    }

    /** A jar with the classes whose names are included. */
    public Path jar(CompilationResult compiled, Predicate<String> included) throws IOException {
        Path jar = Files.createTempFile(directory, "library", ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : compiled.classes().entrySet()) {
                if (included.test(each.getKey())) {
                    out.putNextEntry(new JarEntry(each.getKey().replace('.', '/') + ".class"));
                    out.write(each.getValue());
                    out.closeEntry();
                }
            }
        }
        return jar;
    }
}
