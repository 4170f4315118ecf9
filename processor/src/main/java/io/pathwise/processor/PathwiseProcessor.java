package io.pathwise.processor;

import com.google.auto.service.AutoService;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.read.Annotations;
import io.pathwise.processor.read.JavacAccess;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
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
@AutoService(Processor.class)
public final class PathwiseProcessor extends AbstractProcessor {
    private final Pipeline pipeline;
    private final Set<String> postponed = new LinkedHashSet<>();
    private final Set<String> withRules = new LinkedHashSet<>();
    private RoundProcessor classes;
    private String unsupported = "";

    /** The processor as the compiler finds it. */
    public PathwiseProcessor() {
        this(new CompanionPipeline());
    }

    PathwiseProcessor(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // Companions are annotated as generated; left unclaimed, that would be a lint warning in the user's build.
        return Set.of(
                Annotations.PATHWISE,
                Annotations.CONSTANT,
                Annotations.DERIVATIVE,
                Annotations.DIFFERENTIATED,
                Annotations.GENERATED);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Reporting.OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            classes = new RoundProcessor(new ClassProcessor(environment, JavacAccess.of(environment), pipeline));
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
            } else if (annotation.getQualifiedName().contentEquals(Annotations.DERIVATIVE)) {
                round.getElementsAnnotatedWith(annotation).forEach(method -> withRules.add(ownerOf(method)));
            }
        }
        List<TypeElement> types = names.stream()
                .map(processingEnv.getElementUtils()::getTypeElement)
                .toList();
        if (unsupported.isEmpty()) {
            classes.process(types, round.processingOver())
                    .forEach(type -> postponed.add(type.getQualifiedName().toString()));
        } else {
            String message = Messages.unsupportedCompiler(unsupported).text();
            types.forEach(type -> processingEnv.getMessager().printMessage(Kind.ERROR, message, type));
        }
        if (round.processingOver() && unsupported.isEmpty()) {
            // Only now all classes are there that a rule may be about.
            withRules.forEach(
                    name -> classes.checkRules(processingEnv.getElementUtils().getTypeElement(name)));
        }
        return true;
    }

    private static String ownerOf(Element method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    }
}
