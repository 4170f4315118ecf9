package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.read.Annotations;
import io.pathwise.processor.read.JavacAccess;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Writes the companions of classes with methods annotated {@code @Pathwise}.
 *
 * <p>A class that refers to something another processor may still generate is tried again in the next round; only its
 * name is kept, since elements are worth nothing after their round.
 */
public final class PathwiseProcessor extends AbstractProcessor {
    private final Pipeline pipeline;
    private final Set<String> postponed = new LinkedHashSet<>();
    private ClassProcessor classes;
    private String unsupported = "";

    PathwiseProcessor(Pipeline pipeline) {
        this.pipeline = pipeline;
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
        try {
            classes = new ClassProcessor(environment, JavacAccess.of(environment), pipeline);
        } catch (IllegalArgumentException | LinkageError notJavac) {
            unsupported = environment.getClass().getName();
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> names = new LinkedHashSet<>(postponed);
        postponed.clear();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(Annotations.PATHWISE)) {
                round.getElementsAnnotatedWith(annotation).forEach(method -> names.add(ownerOf(method)));
            }
        }
        names.forEach(name -> process(name, round.processingOver()));
        return true;
    }

    private void process(String name, boolean isLastRound) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
        if (!unsupported.isEmpty()) {
            String message = Messages.unsupportedCompiler(unsupported).text();
            processingEnv.getMessager().printMessage(Kind.ERROR, message, type);
        } else if (!classes.process(type, isLastRound)) {
            postponed.add(name);
        }
    }

    private static String ownerOf(Element method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    }
}
