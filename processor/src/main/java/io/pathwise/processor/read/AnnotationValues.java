package io.pathwise.processor.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/** The values that an annotation is written with; what is not written has the default that each question names. */
final class AnnotationValues {
    private final Map<String, Object> values = new HashMap<>();

    AnnotationValues(AnnotationMirror annotation) {
        annotation
                .getElementValues()
                .forEach((member, value) -> values.put(member.getSimpleName().toString(), value.getValue()));
    }

    /** A whole number; 0 if it is not written. */
    int number(String name) {
        return values.get(name) instanceof Integer number ? number : 0;
    }

    /** A text; empty if it is not written. */
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** A truth; false if it is not written. */
    boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Several texts; none if they are not written. */
    List<String> texts(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(each -> ((AnnotationValue) each).getValue().toString())
                .toList();
    }
}
