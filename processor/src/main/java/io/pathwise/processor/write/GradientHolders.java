package io.pathwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The classes inside a gradient class that mirror records: {@code gradient.model.kappa}. */
final class GradientHolders {
    private static final int DEPTH = 4;

    private final ClassNames classes;
    private final ClassName gradient;
    private final Set<String> taken = new HashSet<>();
    private final Map<Type.Record, String> names = new LinkedHashMap<>();

    /**
     * Names the classes.
     *
     * @param gradient the class around them
     */
    GradientHolders(CompanionMethod method, ClassNames classes, ClassName gradient) {
        this.classes = classes;
        this.gradient = gradient;
        taken.addAll(gradient.simpleNames());
        method.records().parameters().stream()
                .filter(each -> each.isActive())
                .forEach(each -> choose(each.variable().type()));
    }

    private void choose(Type type) {
        if (type instanceof Type.Record record && !names.containsKey(record)) {
            String name = UniqueNames.free(record.simpleName() + "Gradient", taken::contains);
            taken.add(name);
            names.put(record, name);
            record.components().stream()
                    .filter(Type.Record.Component::isDifferentiable)
                    .forEach(each -> choose(each.type()));
        }
    }

    /** The field for a parameter or component. */
    FieldSpec field(Type type, String name, String javadoc) {
        TypeName fieldType =
                type instanceof Type.Record record ? gradient.nestedClass(names.get(record)) : classes.of(type);
        FieldSpec.Builder field =
                FieldSpec.builder(fieldType, name, Modifier.PUBLIC).addJavadoc("$L", javadoc);
        return (type == Type.Primitive.DOUBLE ? field : field.addModifiers(Modifier.FINAL)).build();
    }

    /** The classes. */
    Collection<TypeSpec> types() {
        return names.keySet().stream().map(this::type).toList();
    }

    /** Gives the gradient's field for a parameter its value. */
    void initialize(Variable parameter, Code code) {
        initialize(parameter.type(), parameter.name(), parameter.name(), code);
    }

    private TypeSpec type(Type.Record record) {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.get(record))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Javadoc.of("The partial derivatives in the components of a "
                                + Javadoc.code(record.simpleName()) + ", accumulated.")
                        .build());
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        Code code = new Code(classes, DEPTH);
        for (Type.Record.Component each : record.components()) {
            if (each.isDifferentiable()) {
                type.addField(field(each.type(), each.name(), "∂value/∂" + each.name() + "."));
                arrays(each.type(), each.name())
                        .forEach((word, array) -> constructor.addParameter(classes.of(array), word));
                initialize(each.type(), each.name(), each.name(), code);
            }
        }
        return type.addMethod(constructor.addCode(code.build()).build()).build();
    }

    private void initialize(Type type, String name, String word, Code code) {
        if (type instanceof Type.Record record) {
            List<Doc> arrays = new ArrayList<>();
            arrays(record, word).keySet().forEach(each -> arrays.add(Doc.text(each)));
            code.line(Doc.list(Doc.text("this." + name + " = new " + names.get(record) + "("), arrays, ");"));
        } else if (type instanceof Type.ArrayOf) {
            code.line(
                    "this." + name + " = ",
                    new Doc.ClassName("java.util.Objects"),
                    ".requireNonNull(" + word + ", \"" + name + "\");");
        }
    }

    /** The arrays among the values of a type, by the arguments that hand them over. */
    private static Map<String, Type> arrays(Type type, String word) {
        Map<String, Type> arrays = new LinkedHashMap<>();
        for (Leaf leaf : Leaves.of(type)) {
            if (leaf.isDifferentiable() && leaf.type() instanceof Type.ArrayOf) {
                arrays.put(RecordParameters.word(word, leaf.path()), leaf.type());
            }
        }
        return arrays;
    }
}
