package io.pathwise.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the companion of one class: what is written depends on nothing but its argument. */
public final class CompanionWriter {
    private static final String PROCESSOR = "io.pathwise.processor.PathwiseProcessor";

    private CompanionWriter() {}

    /** The companion's source. */
    public static GeneratedSource write(Companion companion) {
        JavaFile file = JavaFile.builder(companion.packageName(), type(companion))
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        String marked = HouseStyle.apply(file.toString());
        return new GeneratedSource(
                companion.qualifiedName(),
                OriginMarks.remove(marked),
                OriginMarks.read(marked),
                Optional.ofNullable(companion.originating()));
    }

    private static TypeSpec type(Companion companion) {
        ClassNames classes = new ClassNames(companion.packageName(), companion.simpleName());
        TypeSpec.Builder type = TypeSpec.classBuilder(companion.simpleName())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(Javadoc.of("Values and derivatives of the {@code @Pathwise} methods of {@link "
                                + companion.sourceDisplayName() + "}.")
                        .build());
        if (companion.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        addAnnotations(companion, classes, type);
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        HiddenFieldReads fields = new HiddenFieldReads(companion, classes);
        companion
                .methods()
                .forEach(method -> addMembers(method.mapExpressions(fields::replace), companion, classes, type));
        fields.type().ifPresent(type::addType);
        return type.build();
    }

    /** The user's expressions are repeated here, and their warnings with them; they are given where they belong. */
    private static void addAnnotations(Companion companion, ClassNames classes, TypeSpec.Builder type) {
        if (companion.generatedAnnotationAvailable()) {
            type.addAnnotation(AnnotationSpec.builder(classes.of("javax.annotation.processing.Generated"))
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
        AnnotationSpec.Builder suppressed =
                AnnotationSpec.builder(SuppressWarnings.class).addMember("value", "$S", "all");
        if (companion.takesObjects()) {
            // the class may be generic, which is nothing to the derivative, and only serialized where it can be
            suppressed.addMember("value", "$S", "rawtypes").addMember("value", "$S", "serial");
        }
        if (companion.dividesByZero()) {
            suppressed.addMember("value", "$S", "divzero");
        }
        type.addAnnotation(suppressed.build());
    }

    private static void addMembers(
            CompanionMethod method, Companion companion, ClassNames classes, TypeSpec.Builder type) {
        String displayName = companion.sourceDisplayName() + "." + method.name();
        type.addMethods(new MethodMembers(method, displayName, classes).all());
        if (method.returnsRecord()) {
            type.addType(GradientClass.of(method, classes));
            return;
        }
        new FunctionFactories(method, displayName, classes).methods().forEach(type::addMethod);
        type.addType(GradientClass.of(method, classes));
        type.addType(new FunctionClass(method, displayName, classes).type());
    }
}
