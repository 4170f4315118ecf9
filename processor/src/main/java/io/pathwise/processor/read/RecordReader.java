package io.pathwise.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.Trees;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.read.Named.OfType;
import io.pathwise.processor.read.Resolution.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what is done with records: they are made of components, and components are read. */
final class RecordReader {
    private final Source source;
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final ClassNames classNames;
    private final Members members;
    private final NameReader names;
    private final Overloads overloads;
    private final CompactConstructor constructors;
    private final Optional<Variable> self;

    RecordReader(
            Source source,
            Trees trees,
            Elements elements,
            Types types,
            ClassNames classNames,
            Members members,
            CompactConstructor constructors,
            Optional<Variable> self) {
        this.constructors = constructors;
        this.self = self.filter(each -> each.type() instanceof Type.Record);
        this.source = source;
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.classNames = classNames;
        this.members = members;
        this.names = new NameReader(classNames, members);
        this.overloads = new Overloads(types, classNames);
    }

    /** The record that is made, if it is one. */
    Optional<TypeElement> recordOf(NewClassTree tree) {
        boolean isPlain = tree.getClassBody() == null
                && tree.getEnclosingExpression() == null
                && tree.getTypeArguments().isEmpty();
        return isPlain
                        && names.read(tree.getIdentifier(), LocalScope.ofMethod()) instanceof OfType named
                        && named.type().getKind() == ElementKind.RECORD
                ? Optional.of(named.type())
                : Optional.empty();
    }

    /** {@code new Model(first, second)}. */
    Expression creation(NewClassTree tree, TypeElement record, Function<ExpressionTree, Expression> reader) {
        Position position = source.position(tree);
        List<Expression> arguments = tree.getArguments().stream().map(reader).toList();
        Optional<Type> type = RecordTypes.of(record);
        if (type.isEmpty()) {
            String problem = RecordTypes.problem(record.asType()).orElse("its components are not supported");
            return source.refuse(Messages.unsupportedRecord(position, nameOf(record), problem));
        } else if (JavaTypes.isFloat(type.get())) {
            return source.refuse(Messages.floatType(position, nameOf(record)));
        } else if (arguments.stream().anyMatch(Unknown::is)) {
            return Unknown.at(position);
        }
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
                .filter(members::isAccessible)
                .toList();
        List<ExecutableElement> chosen = overloads.choose(constructors, arguments);
        if (chosen.size() != 1) {
            String given =
                    arguments.stream().map(each -> each.type().javaName()).collect(Collectors.joining(", "));
            return source.refuse(Messages.noApplicableConstructor(position, nameOf(record), given));
        }
        source.resolvedTo(position, Subject.METHOD, JavaTypes.signature(chosen.get(0), types));
        return value(record, chosen.get(0), (Type.Record) type.get(), arguments, position)
                .orElseGet(() -> source.refuse(refusal(record, chosen.get(0), position)));
    }

    /** The component, if a call of the method of a record gives one. */
    Optional<Expression> component(MethodInvocationTree tree, Expression record, String name) {
        boolean isComponent = tree.getArguments().isEmpty()
                && ((Type.Record) record.type()).component(name).isPresent();
        return isComponent ? Optional.of(read(tree, record, name)) : Optional.empty();
    }

    private Expression read(MethodInvocationTree tree, Expression record, String name) {
        Position position = source.position(tree);
        Type.Record type = (Type.Record) record.type();
        accessor(type, name)
                .ifPresent(method -> source.resolvedTo(position, Subject.METHOD, JavaTypes.signature(method, types)));
        return new Component(record, name, position);
    }

    /** The record whose method is read; absent if it is another object's, or static. */
    Optional<Expression> self(Position position) {
        return self.map(each -> new Local(each, position));
    }

    /** The component that a field of {@link #self} is; absent for other fields. */
    Optional<Expression> ofSelf(VariableElement field, Position position) {
        return self.filter(each -> !field.getModifiers().contains(Modifier.STATIC)
                        && nameOf((TypeElement) field.getEnclosingElement())
                                .equals(((Type.Record) each.type()).qualifiedName()))
                .map(each -> component(
                                new Local(each, position), field.getSimpleName().toString())
                        .map(name -> new Component(new Local(each, position), name, position))
                        .map(Expression.class::cast)
                        .orElseGet(() -> source.refuse(Messages.fieldOfObject(
                                position, field.getSimpleName().toString()))));
    }

    /** The component that the field of the name holds and the accessor gives. */
    private Optional<String> component(Expression record, String name) {
        return Optional.of(name)
                .filter(each -> accessor((Type.Record) record.type(), each)
                        .filter(this::isImplied)
                        .isPresent());
    }

    /** {@code model.kappa}: the companion reads it through the accessor, which has to give the same. */
    Expression field(MemberSelectTree tree, Expression record) {
        Position position = source.position(tree);
        Type.Record type = (Type.Record) record.type();
        String name = tree.getIdentifier().toString();
        boolean isComponent = type.component(name).isPresent()
                && classNames.type(type.qualifiedName()).stream()
                        .flatMap(each -> members.fields(each, name).stream())
                        .anyMatch(members::isAccessible)
                && component(record, name).isPresent();
        return isComponent
                ? new Component(record, name, position)
                : source.refuse(Messages.fieldOfObject(position, tree.toString()));
    }

    private Optional<ExecutableElement> accessor(Type.Record type, String name) {
        return classNames.type(type.qualifiedName()).stream()
                .flatMap(each -> each.getRecordComponents().stream())
                .filter(each -> each.getSimpleName().contentEquals(name))
                .map(RecordComponentElement::getAccessor)
                .findFirst();
    }

    /** The record, if it is known what its constructor does, and if accessors give what that leaves. */
    private Optional<Expression> value(
            TypeElement record,
            ExecutableElement constructor,
            Type.Record type,
            List<Expression> arguments,
            Position position) {
        if (!isCanonical(record, constructor) || !hasImpliedAccessors(record)) {
            return Optional.empty();
        } else if (elements.getOrigin(constructor) == Elements.Origin.MANDATED) {
            return Optional.of(new RecordValue(type, arguments, position));
        }
        return constructors.read(record, constructor, type, arguments, position);
    }

    private static boolean isCanonical(TypeElement record, ExecutableElement constructor) {
        return RecordTypes.canonicalConstructor(record)
                .filter(constructor::equals)
                .isPresent();
    }

    private boolean hasImpliedAccessors(TypeElement record) {
        return record.getRecordComponents().stream()
                .map(RecordComponentElement::getAccessor)
                .allMatch(this::isImplied);
    }

    private Diagnostic refusal(TypeElement record, ExecutableElement constructor, Position position) {
        String name = nameOf(record);
        if (!hasSource(record)) {
            return Messages.recordOfClassFile(position, name);
        } else if (!hasImpliedAccessors(record)) {
            return Messages.recordWithAccessors(position, name);
        } else if (!isCanonical(record, constructor)) {
            return Messages.recordByOtherConstructor(position, name);
        }
        return constructors.isInSight(record)
                ? Messages.recordWithConstructor(position, name)
                : Messages.recordOfOtherClass(position, name);
    }

    /** The compiler adds accessors without a tree; those of class files have none either way. */
    private boolean isImplied(ExecutableElement accessor) {
        return hasSource(accessor.getEnclosingElement()) && trees.getTree(accessor) == null;
    }

    private boolean hasSource(Element type) {
        return trees.getPath(type) != null;
    }

    private static String nameOf(TypeElement record) {
        return record.getQualifiedName().toString();
    }
}
