package io.pathwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The nested class through which a companion reads fields that it may not name. A field's name in upper case is its handle's. */
final class HiddenFieldReads {
    private static final String NAME = "Fields";

    private final ClassNames classes;
    private final Set<String> taken = new HashSet<>();
    private final Map<Key, String> names = new LinkedHashMap<>();

    /** A field, whosever it is. */
    private record Key(String owner, String name, Type type, boolean isStatic) {
        static Key of(SourceField field) {
            return new Key(
                    field.owner(), field.name(), field.type(), field.object().isEmpty());
        }
    }

    /** Names what reads the hidden fields of a class's methods. */
    HiddenFieldReads(Companion companion, ClassNames classes) {
        this.classes = classes;
        companion.methods().forEach(method -> method.expressions(this::note));
    }

    private void note(Expression expression) {
        if (expression instanceof SourceField field && field.hidden()) {
            names.computeIfAbsent(Key.of(field), key -> {
                String name = UniqueNames.free(key.name(), each -> taken.contains(constant(each)));
                taken.add(constant(name));
                return name;
            });
        }
    }

    /** The expression with calls in place of hidden fields. */
    Expression replace(Expression expression) {
        Expression inner = Expressions.mapChildren(expression, this::replace);
        if (!(inner instanceof SourceField field) || !field.hidden()) {
            return inner;
        }
        List<Expression> object = field.object().stream().toList();
        List<Type> types = object.stream().map(Expression::type).toList();
        String owner = classes.companion().nestedClass(NAME).canonicalName();
        return new Call(new Function(owner, names.get(Key.of(field)), types, field.type()), object, field.position());
    }

    /** The class; absent if there is nothing to read. */
    Optional<TypeSpec> type() {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Javadoc.of("Reads fields that only the class they stand in may name.")
                        .build());
        names.forEach((field, name) -> type.addField(handle(field, name)));
        names.forEach((field, name) -> type.addMethod(reader(field, name)));
        return Optional.of(type.build());
    }

    private FieldSpec handle(Key field, String name) {
        CodeBlock found = CodeBlock.of(
                "$T.$L($T.lookup(), $T.class, $S, $T.class)",
                classes.of(ClassNames.runtime("HiddenFields")),
                field.isStatic() ? "ofClass" : "ofObject",
                classes.of("java.lang.invoke.MethodHandles"),
                classes.of(field.owner()),
                field.name(),
                classes.of(field.type()));
        return FieldSpec.builder(classes.of("java.lang.invoke.VarHandle"), constant(name))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(found)
                .build();
    }

    private MethodSpec reader(Key field, String name) {
        TypeName type = classes.of(field.type());
        ClassName owner = classes.of(field.owner());
        MethodSpec.Builder reader =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).returns(type);
        if (!field.isStatic()) {
            reader.addParameter(owner, "object");
        }
        return reader.addStatement("return ($T) $L.get($L)", type, constant(name), field.isStatic() ? "" : "object")
                .build();
    }

    /** {@code strikePrice} as {@code STRIKE_PRICE}. */
    private static String constant(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
