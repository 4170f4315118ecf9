package io.pathwise.processor.read;

import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.read.Resolution.Subject;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads fields: compile-time constants keep their names where generated code may use them. */
final class ConstantReader {
    private final Source source;
    private final Members members;
    private final FieldReader fields;

    ConstantReader(Source source, Members members, FieldReader fields) {
        this.source = source;
        this.members = members;
        this.fields = fields;
    }

    /** The value of a field. */
    Expression read(VariableElement field, Position position) {
        String name = JavaTypes.qualifiedName(field);
        Optional<Type> type = JavaTypes.of(field.asType());
        if (type.filter(JavaTypes::isFloat).isPresent()) {
            return source.refuse(Messages.floatType(position, name));
        } else if (field.getKind() == ElementKind.ENUM_CONSTANT) {
            return enumConstant(field, type.orElseThrow(), position);
        }
        Object value = field.getConstantValue();
        if (value == null || !field.getModifiers().contains(Modifier.STATIC)) {
            return fields.read(field, position);
        }
        source.resolvedTo(position, Subject.CONSTANT, name);
        return members.isAccessibleInPackage(field)
                ? constant(field, whole(value), type.orElseThrow(), position)
                : literal(value, type.orElseThrow(), position);
    }

    /** The constant of this name among those of an enum. */
    Expression enumConstant(TypeElement owner, String name, Position position) {
        return members.fields(owner, name).stream()
                .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                .findFirst()
                .map(field -> read(field, position))
                .orElseGet(() -> source.refuse(Messages.unknownName(position, owner.getSimpleName() + "." + name)));
    }

    private Expression enumConstant(VariableElement field, Type type, Position position) {
        source.resolvedTo(position, Subject.CONSTANT, JavaTypes.qualifiedName(field));
        return members.isAccessibleInPackage(field)
                ? constant(field, null, type, position)
                : source.refuse(Messages.inaccessibleType(position, type.javaName()));
    }

    private static Constant constant(VariableElement field, Object value, Type type, Position position) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        return new Constant(
                owner.getQualifiedName().toString(), field.getSimpleName().toString(), value, type, position);
    }

    private static Expression literal(Object value, Type type, Position position) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return new Constant("java.lang.Double", nameOf(number), number, type, position);
        }
        if (type == Primitive.BYTE || type == Primitive.SHORT) {
            return new Cast(new Literal(whole(value), Primitive.INT, position), type, position);
        }
        return new Literal(value, type, position);
    }

    private static String nameOf(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return number > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
    }

    private static Object whole(Object value) {
        return value instanceof Byte || value instanceof Short ? (Object) ((Number) value).intValue() : value;
    }
}
