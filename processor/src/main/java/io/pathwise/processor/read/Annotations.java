package io.pathwise.processor.read;

import io.pathwise.processor.program.DiscreteStrategy;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Recognises the annotations by name: the processor does not depend on their classes. */
public final class Annotations {
    /** Qualified name of the annotation of differentiated methods. */
    public static final String PATHWISE = "io.pathwise.Pathwise";

    /** Qualified name of the annotation of parameters that take part with their value only. */
    public static final String CONSTANT = "io.pathwise.Constant";

    /** Qualified name of the annotation that generated sources carry. */
    public static final String GENERATED = "javax.annotation.processing.Generated";

    /** Qualified name of the annotation of methods in which users give derivatives. */
    public static final String DERIVATIVE = "io.pathwise.Derivative";

    /** Qualified name of the annotation that describes methods to callers of later compilations. */
    public static final String DIFFERENTIATED = "io.pathwise.Differentiated";

    private Annotations() {}

    /** Whether the method is to be differentiated. */
    public static boolean isPathwise(Element method) {
        return isAnnotated(method, PATHWISE);
    }

    /** How derivatives of the method pass through its draws of whole numbers. */
    static DiscreteStrategy discrete(Element method) {
        return find(method, PATHWISE).stream()
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(each -> each.getKey().getSimpleName().contentEquals("discrete"))
                .map(each -> each.getValue().getValue())
                .filter(VariableElement.class::isInstance)
                .map(value -> ((VariableElement) value).getSimpleName().toString())
                .flatMap(name -> Stream.of(DiscreteStrategy.values())
                        .filter(strategy -> strategy.name().equals(name)))
                .findFirst()
                .orElse(DiscreteStrategy.COUPLED);
    }

    static boolean isConstant(Element parameter) {
        return isAnnotated(parameter, CONSTANT);
    }

    private static boolean isAnnotated(Element element, String annotation) {
        return find(element, annotation).isPresent();
    }

    /** The annotation of this qualified name, if the element has it. */
    static Optional<AnnotationMirror> find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .map(AnnotationMirror.class::cast)
                .findFirst();
    }
}
