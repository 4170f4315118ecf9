package io.pathwise.processor.read;

import io.pathwise.processor.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads annotated methods, prints the messages, and has the compiler confirm what the reader resolved. */
final class ReadingProcessor extends AbstractProcessor {
    private final List<Program> programs = new ArrayList<>();
    private final UnaryOperator<Resolution> distortion;
    private JavacAccess javac;

    ReadingProcessor() {
        this(UnaryOperator.identity());
    }

    /** Has the compiler confirm something else than what the reader resolved. */
    ReadingProcessor(UnaryOperator<Resolution> distortion) {
        this.distortion = distortion;
    }

    List<Program> programs() {
        return programs;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Annotations.PATHWISE, Annotations.CONSTANT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        javac = JavacAccess.of(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotations.stream()
                .filter(annotation -> annotation.getQualifiedName().contentEquals(Annotations.PATHWISE))
                .flatMap(annotation -> ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)).stream())
                .forEach(this::read);
        return true;
    }

    private void read(ExecutableElement method) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        Reading reading = javac.methodReader().read(method);
        reading.diagnostics().forEach(diagnostic -> javac.print(diagnostic, type));
        reading.program().ifPresent(programs::add);
        javac.checkLater(type, reading.resolutions().stream().map(distortion).toList());
    }
}
