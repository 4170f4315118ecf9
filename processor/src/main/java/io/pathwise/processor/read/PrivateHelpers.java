package io.pathwise.processor.read;

import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Private methods without an annotation that take constants by nature, such as whole numbers. Generated code cannot call
 * them, so that they become parts of their callers, if their code can.
 */
final class PrivateHelpers {
    private final Function<ExecutableElement, Reading> reader;
    private final Map<ExecutableElement, Optional<Reading>> known = new LinkedHashMap<>();

    PrivateHelpers(Function<ExecutableElement, Reading> reader) {
        this.reader = reader;
    }

    /** Whether the method can be a part of its callers; one that calls itself cannot. */
    boolean include(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.PRIVATE) || !takesConstants(method)) {
            return false;
        }
        Optional<Reading> reading = known.get(method);
        if (reading == null) {
            known.put(method, Optional.empty());
            reading = Optional.of(reader.apply(method))
                    .filter(each -> each.program().isPresent());
            known.put(method, reading);
        }
        return reading.isPresent();
    }

    /** What was read of those that are parts of others. */
    Map<ExecutableElement, Reading> readings() {
        Map<ExecutableElement, Reading> readings = new LinkedHashMap<>();
        known.forEach((method, reading) -> reading.ifPresent(each -> readings.put(method, each)));
        return readings;
    }

    private static boolean takesConstants(ExecutableElement method) {
        return method.getParameters().stream()
                .map(Element::asType)
                .allMatch(each ->
                        JavaTypes.of(each).filter(PrivateHelpers::isConstant).isPresent());
    }

    private static boolean isConstant(Type type) {
        boolean isPlain = type instanceof Primitive || type instanceof Type.Reference || type instanceof ArrayOf;
        return isPlain && !type.isDifferentiable();
    }
}
