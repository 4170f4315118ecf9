package io.pathwise.processor.testing;

import io.pathwise.runtime.Sampler;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory as a user does who has the runtime and the annotations on the class path. */
public final class SourceCompiler {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|interface|record|enum|@interface) (\\w+)");

    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
    private final List<Path> libraries = new ArrayList<>();
    private final List<Processor> processors;

    private SourceCompiler(List<Processor> processors) {
        this.processors = processors;
    }

    /** A compiler that runs these processors, with all lint checks as errors. */
    public static SourceCompiler with(Processor... processors) {
        return new SourceCompiler(List.of(processors));
    }

    /** Adds the text of a compilation unit; its first type gives it its name. */
    public SourceCompiler source(String text) {
        sources.add(new MemoryFile(nameOf(text), JavaFileObject.Kind.SOURCE, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Adds options of javac. */
    public SourceCompiler options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Puts a directory or jar on the class path, besides what a user depends on. */
    public SourceCompiler library(Path classes) {
        libraries.add(classes);
        return this;
    }

    /** Lets warnings pass. */
    public SourceCompiler allowingWarnings() {
        options.remove("-Werror");
        return this;
    }

    /** Compiles. */
    public CompilationResult compile() {
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        return compile(collector, new StringWriter(), collector::getDiagnostics);
    }

    /** What the compiler prints when, as on the command line, nobody listens to its messages. */
    public String compileToText() {
        StringWriter printed = new StringWriter();
        compile(null, printed, List::of);
        return printed.toString();
    }

    private CompilationResult compile(
            DiagnosticListener<JavaFileObject> listener,
            Writer printed,
            Supplier<List<Diagnostic<? extends JavaFileObject>>> diagnostics) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager standard =
                        javac.getStandardFileManager(listener, Locale.ROOT, StandardCharsets.UTF_8);
                MemoryFiles files = new MemoryFiles(standard)) {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of("-classpath", wholeClassPath()));
            JavaCompiler.CompilationTask task = javac.getTask(printed, files, listener, all, null, sources);
            task.setLocale(Locale.ROOT);
            task.setProcessors(processors);
            boolean succeeded = task.call();
            List<CompilationMessage> messages =
                    diagnostics.get().stream().map(CompilationMessage::of).toList();
            return new CompilationResult(succeeded, messages, files.generatedSources(), files.classes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String wholeClassPath() {
        return Stream.concat(Stream.of(classPath()), libraries.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a user depends on. */
    public static String classPath() {
        return Stream.of(annotation(), Sampler.class)
                .map(SourceCompiler::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** By name, because the package's own module hides it from the code of a package below. */
    private static Class<?> annotation() {
        try {
            return Class.forName("io.pathwise.Pathwise");
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String nameOf(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + text);
        }
        Matcher inPackage = PACKAGE.matcher(text);
        return inPackage.find() ? inPackage.group(1) + "." + type.group(1) : type.group(1);
    }
}
