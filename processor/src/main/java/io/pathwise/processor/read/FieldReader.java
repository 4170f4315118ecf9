package io.pathwise.processor.read;

import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.read.Resolution.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads fields that are not compile-time constants. To the derivative they are constants all the same: each is read once,
 * where the method begins.
 */
final class FieldReader {
    private final Source source;
    private final Members members;
    private final Names variables;
    private final Optional<Variable> self;
    private final Predicate<Element> isOfSelf;
    private final Map<VariableElement, Declare> reads = new LinkedHashMap<>();

    /**
     * A reader for one method.
     *
     * @param self the object whose method it is; absent for a static method
     * @param isOfSelf whether a member is one of that object rather than of one around it
     */
    FieldReader(Source source, Members members, Names variables, Optional<Variable> self, Predicate<Element> isOfSelf) {
        this.source = source;
        this.members = members;
        this.variables = variables;
        this.self = self;
        this.isOfSelf = isOfSelf;
    }

    /** The value of the field when the method begins. */
    Expression read(VariableElement field, Position position) {
        return read(field, JavaTypes.of(field.asType()).filter(FieldReader::isSupported), position);
    }

    /** The object, or anything else, in the field when the method begins, to call a method of it. */
    Expression readObject(VariableElement field, Position position) {
        return read(field, JavaTypes.orObject(field.asType()).filter(FieldReader::isSupported), position);
    }

    /** The value of a field of another object, where it is read; absent where generated code cannot read it. */
    Optional<Expression> readOf(Expression object, VariableElement field, Position position) {
        Set<Modifier> modifiers = field.getModifiers();
        Optional<Type> type = JavaTypes.of(field.asType()).filter(FieldReader::isSupported);
        if (type.isEmpty()
                || modifiers.contains(Modifier.STATIC)
                || !modifiers.contains(Modifier.FINAL)
                || !members.isAccessibleInPackage(field)
                || !members.isNameableInPackage(field.asType())) {
            return Optional.empty();
        }
        String name = field.getSimpleName().toString();
        source.resolvedTo(position, Subject.CONSTANT, JavaTypes.qualifiedName(field));
        String owner =
                ((TypeElement) field.getEnclosingElement()).getQualifiedName().toString();
        SourceField value = new SourceField(Optional.of(object), owner, name, type.get(), false, position);
        return Optional.of(type.get() instanceof Type.ArrayOf ? named(name, value) : value);
    }

    /** The array itself, of which only the length is asked. */
    static Expression unnamed(Expression array) {
        boolean isField = array instanceof Compound compound
                && compound.statements().get(0) instanceof Declare declare
                && declare.initializer().filter(SourceField.class::isInstance).isPresent();
        return isField
                ? ((Declare) ((Compound) array).statements().get(0))
                        .initializer()
                        .orElseThrow()
                : array;
    }

    /** Arrays are followed by the variables that hold them. */
    private Expression named(String name, SourceField array) {
        Variable variable = variables.create(variableName(name), array.type(), Variable.Origin.GENERATED);
        Declare declare = new Declare(variable, array, array.position());
        return new Compound(List.of(declare), new Local(variable, array.position()), array.position());
    }

    private Expression read(VariableElement field, Optional<Type> type, Position position) {
        String name = JavaTypes.qualifiedName(field);
        boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
        boolean isKnown = isStatic || self.isPresent() && isOfSelf.test(field);
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        if (type.isEmpty() || !isKnown || !members.isAccessibleInPackage(owner)) {
            return source.refuse(Messages.nonConstantField(position, name));
        } else if (!members.isNameableInPackage(field.asType())) {
            return source.refuse(Messages.inaccessibleType(position, type.get().javaName()));
        }
        source.resolvedTo(position, Subject.CONSTANT, name);
        Declare read = reads.computeIfAbsent(field, each -> declare(field, type.get(), isStatic, position));
        return new Local(read.variable(), position);
    }

    /** The statements with which the method begins. */
    List<Statement> reads() {
        return List.copyOf(reads.values());
    }

    private Declare declare(VariableElement field, Type type, boolean isStatic, Position position) {
        String name = field.getSimpleName().toString();
        Optional<Expression> object = isStatic ? Optional.empty() : self.map(each -> new Local(each, position));
        String owner =
                ((TypeElement) field.getEnclosingElement()).getQualifiedName().toString();
        boolean isHidden = !members.isAccessibleInPackage(field);
        Variable variable = variables.create(variableName(name), type, Variable.Origin.SOURCE);
        return new Declare(variable, new SourceField(object, owner, name, type, isHidden, position), position);
    }

    /** {@code STRIKE_LEVELS} as {@code strikeLevels}. */
    private static String variableName(String field) {
        if (!field.equals(field.toUpperCase(java.util.Locale.ROOT))) {
            return field;
        }
        StringBuilder name = new StringBuilder();
        for (String word : field.toLowerCase(java.util.Locale.ROOT).split("_")) {
            name.append(
                    name.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.isEmpty() || javax.lang.model.SourceVersion.isKeyword(name) ? field : name.toString();
    }

    private static boolean isSupported(Type type) {
        return !(type instanceof Type.Record) && !JavaTypes.isFloat(type);
    }
}
