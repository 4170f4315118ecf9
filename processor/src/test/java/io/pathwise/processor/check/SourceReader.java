package io.pathwise.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.read.JavacAccess;
import io.pathwise.processor.read.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the annotated methods of a source. */
final class SourceReader extends AbstractProcessor {
    private final List<Program> programs = new ArrayList<>();

    private SourceReader() {}

    static List<Program> read(String className, String source) {
        SourceReader reader = new SourceReader();
        Compiler.javac().withProcessors(reader).compile(JavaFileObjects.forSourceString(className, source));
        return reader.programs;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("io.pathwise.Pathwise");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)).forEach(this::read);
        }
        return true;
    }

    private void read(ExecutableElement method) {
        Reading reading = JavacAccess.of(processingEnv).methodReader().read(method);
        assertThat(reading.diagnostics()).isEmpty();
        programs.add(reading.program().orElseThrow());
    }
}
