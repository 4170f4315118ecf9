package io.pathwise.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Generated sources, compiled as strictly as any user may compile them. */
final class Compiled {
    private static final List<String> STRICT = List.of("-Xlint:all", "-Werror", "-proc:none");

    private Compiled() {}

    /** The class, loaded with the tests' own class path above it. */
    static Class<?> load(GeneratedSource source, Path directory) throws ClassNotFoundException, MalformedURLException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new java.util.ArrayList<>(STRICT);
        options.addAll(List.of("-d", directory.toString(), "-cp", System.getProperty("java.class.path")));
        boolean success = compiler.getTask(null, null, diagnostics, options, null, List.of(file(source)))
                .call();
        assertThat(diagnostics.getDiagnostics()).as(source.text()).isEmpty();
        assertThat(success).isTrue();
        URL[] classes = {directory.toUri().toURL()};
        return new URLClassLoader(classes, Compiled.class.getClassLoader()).loadClass(source.qualifiedName());
    }

    private static JavaFileObject file(GeneratedSource source) {
        URI name = URI.create("string:///" + source.qualifiedName().replace('.', '/') + ".java");
        return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
                return source.text();
            }
        };
    }
}
