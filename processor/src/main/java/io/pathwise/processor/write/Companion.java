package io.pathwise.processor.write;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.simplify.Algebra;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.lang.model.element.Element;

/**
 * What is written for one annotated class.
 *
 * @param packageName the class's package; empty for the unnamed one
 * @param sourceClass the class's name with enclosing classes joined by underscores: {@code Outer_Inner}
 * @param sourceDisplayName the class's name as Java writes it inside its package: {@code Outer.Inner}
 * @param isPublic whether other packages see the class, and so its companion
 * @param generatedAnnotationAvailable whether {@code javax.annotation.processing.Generated} resolves in the user's build
 * @param methods the differentiated methods in the order of the source
 * @param originating the class, for incremental builds; {@code null} where there is no compiler
 */
public record Companion(
        String packageName,
        String sourceClass,
        String sourceDisplayName,
        boolean isPublic,
        boolean generatedAnnotationAvailable,
        List<CompanionMethod> methods,
        Element originating) {
    public Companion {
        methods = List.copyOf(methods);
    }

    /** Whether a method takes an object, be it of the class itself. */
    boolean takesObjects() {
        return methods.stream()
                .flatMap(method -> method.source().parameters().stream())
                .map(each -> each.variable().type())
                .anyMatch(each -> each instanceof Type.Reference object
                        && !object.qualifiedName().equals(String.class.getName()));
    }

    /** Whether whole numbers are divided by a zero that stands there as such. */
    boolean dividesByZero() {
        AtomicBoolean divides = new AtomicBoolean();
        methods.forEach(method -> method.expressions(each -> {
            if (each instanceof Binary quotient
                    && (quotient.operator() == BinaryOperator.DIVIDE || quotient.operator() == BinaryOperator.REMAINDER)
                    && quotient.type() instanceof Type.Primitive type
                    && type.isIntegral()
                    && Algebra.isZero(quotient.right())) {
                divides.set(true);
            }
        }));
        return divides.get();
    }

    /** The companion's own simple name: {@code OptionPathwise}. */
    public String simpleName() {
        return sourceClass + "Pathwise";
    }

    /** The companion's name with its package. */
    public String qualifiedName() {
        return packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
    }
}
