package io.pathwise.processor;

import io.pathwise.processor.calls.Methods;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Program;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * A class with annotated methods, as read.
 *
 * @param packageName the class's package; empty for the unnamed one
 * @param className the class's name with enclosing classes joined by underscores: {@code Outer_Inner}
 * @param displayName the class's name as Java writes it inside its package: {@code Outer.Inner}
 * @param isPublic whether other packages see the class, and so its companion
 * @param generatedAnnotationAvailable whether {@code javax.annotation.processing.Generated} resolves in the user's build
 * @param originating the class
 * @param programs the annotated methods in the order of the source
 * @param byFunction the same methods by how they are called, in the same order
 * @param methods all methods that they may call
 */
public record ClassSource(
        String packageName,
        String className,
        String displayName,
        boolean isPublic,
        boolean generatedAnnotationAvailable,
        TypeElement originating,
        List<Program> programs,
        Map<Function, Program> byFunction,
        Methods methods) {
    public ClassSource {
        programs = List.copyOf(programs);
        byFunction = Collections.unmodifiableMap(new LinkedHashMap<>(byFunction));
    }

    /** The companion's name with its package. */
    public String companionName() {
        return ClassNaming.companion(packageName, className);
    }

    /** How a program is called. */
    static Map<Function, Program> byFunction(List<Program> programs) {
        Map<Function, Program> byFunction = new LinkedHashMap<>();
        for (Program program : programs) {
            var types = program.parameters().stream()
                    .map(parameter -> parameter.variable().type())
                    .toList();
            byFunction.put(new Function(program.owner(), program.name(), types, program.result()), program);
        }
        return byFunction;
    }
}
