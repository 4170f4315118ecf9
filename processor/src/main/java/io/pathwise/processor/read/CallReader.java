package io.pathwise.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.read.Named.OfField;
import io.pathwise.processor.read.Named.OfPackage;
import io.pathwise.processor.read.Named.OfType;
import io.pathwise.processor.read.Named.OfVariable;
import io.pathwise.processor.read.Resolution.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Types;

/** Reads calls: finds the method that is meant. */
final class CallReader {
    private final Source source;
    private final Types types;
    private final TypeElement caller;
    private final ClassNames names;
    private final Members members;
    private final NameReader nameReader;
    private final RandomSources randomSources;
    private final RecordReader records;
    private final Overloads overloads;
    private final FieldReader fields;
    private final CallMeaning meaning;
    private final Optional<Variable> self;

    CallReader(
            Source source,
            Types types,
            TypeElement caller,
            ClassNames names,
            Members members,
            RecordReader records,
            FieldReader fields,
            CallMeaning meaning,
            List<Parameter> parameters) {
        this.fields = fields;
        this.source = source;
        this.meaning = meaning;
        this.self = KeptCalls.self(caller, parameters);
        this.types = types;
        this.caller = caller;
        this.names = names;
        this.members = members;
        this.records = records;
        this.nameReader = new NameReader(names, members);
        this.randomSources = new RandomSources(names, types);
        this.overloads = new Overloads(types, names);
    }

    /** The call as an expression; {@code reader} reads arguments and other subexpressions. */
    Expression read(
            MethodInvocationTree tree, LocalScope scope, BiFunction<ExpressionTree, LocalScope, Expression> reader) {
        if (!tree.getTypeArguments().isEmpty()) {
            return source.refuse(Messages.typeArguments(source.position(tree), tree.toString()));
        }
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            return qualified(tree, select, scope, reader);
        }
        String name = ((IdentifierTree) tree.getMethodSelect()).getName().toString();
        return call(tree, names.methods(name), self(source.position(tree)), scope, reader);
    }

    private Optional<Expression> self(Position position) {
        return self.map(each -> new Local(each, position));
    }

    private Expression qualified(
            MethodInvocationTree tree,
            MemberSelectTree select,
            LocalScope scope,
            BiFunction<ExpressionTree, LocalScope, Expression> reader) {
        Position position = source.position(tree);
        String name = select.getIdentifier().toString();
        if (NameReader.isSuper(select.getExpression())) {
            return source.refuse(Messages.memberOfSuperclass(position, tree.toString()));
        }
        if (NameReader.isThis(select.getExpression())) {
            return call(tree, members.methods(caller, name), self(position), scope, reader);
        }
        Named qualifier = nameReader.read(select.getExpression(), scope);
        if (qualifier instanceof OfType owner) {
            return call(tree, members.methods(owner.type(), name), self(position), scope, reader);
        } else if (qualifier instanceof OfPackage unknown) {
            return source.refuse(Messages.unknownName(position, unknown.qualifiedName()));
        } else if (qualifier instanceof Named.Ambiguous ambiguous) {
            return source.refuse(Messages.ambiguousName(
                    position, select.getExpression().toString(), String.join(", ", ambiguous.candidates())));
        } else if (isRandom(qualifier, select.getExpression(), scope)) {
            return source.refuse(Messages.randomSource(position, tree.toString()));
        }
        Expression receiver = withObjects(qualifier, select.getExpression(), scope, reader);
        if (Unknown.is(receiver)) {
            return Unknown.at(position);
        } else if (receiver.type() instanceof Type.Reference type) {
            TypeElement owner = names.type(type.qualifiedName()).orElseThrow();
            return call(tree, members.methods(owner, name), Optional.of(receiver), scope, reader);
        } else if (receiver.type() instanceof Type.Record type) {
            TypeElement owner = names.type(type.qualifiedName()).orElseThrow();
            return records.component(tree, receiver, name)
                    .orElseGet(() -> call(tree, members.methods(owner, name), Optional.of(receiver), scope, reader));
        }
        boolean isCopy = receiver.type() instanceof ArrayOf
                && name.equals("clone")
                && tree.getArguments().isEmpty();
        return isCopy
                ? new Method(receiver, name, List.of(), receiver.type(), position)
                : source.refuse(Messages.instanceCall(position, tree.toString()));
    }

    /** A value of which a method is called, or that a method is handed: nothing else can be done with objects in fields. */
    Expression withObjects(
            Named named,
            ExpressionTree tree,
            LocalScope scope,
            BiFunction<ExpressionTree, LocalScope, Expression> reader) {
        return named instanceof OfField field
                        && field.field().getConstantValue() == null
                        && JavaTypes.of(field.field().asType()).isEmpty()
                ? fields.readObject(field.field(), source.position(tree))
                : reader.apply(tree, scope);
    }

    /** A field of an object that stays the same; absent where generated code cannot read it, or the object may be another. */
    Optional<Expression> fieldOf(Expression object, String name, Position position) {
        if (!(object.type() instanceof Type.Reference type)) {
            return Optional.empty();
        }
        return names.type(type.qualifiedName())
                .map(owner -> members.fields(owner, name))
                .filter(found -> found.size() == 1)
                .flatMap(found -> fields.readOf(object, found.get(0), position));
    }

    private boolean isRandom(Named qualifier, ExpressionTree tree, LocalScope scope) {
        if (qualifier instanceof OfVariable variable) {
            return randomSources.includes(variable.variable().type());
        } else if (qualifier instanceof OfField field) {
            return randomSources.includes(field.field().asType());
        }
        return tree instanceof NewClassTree creation
                && nameReader.read(creation.getIdentifier(), scope) instanceof OfType type
                && randomSources.includes(type.type().asType());
    }

    private Expression call(
            MethodInvocationTree tree,
            List<ExecutableElement> candidates,
            Optional<Expression> object,
            LocalScope scope,
            BiFunction<ExpressionTree, LocalScope, Expression> reader) {
        Position position = source.position(tree);
        if (candidates.stream().anyMatch(this::isGeneratorChoice)) {
            return source.refuse(Messages.notASampler(position, tree.toString()));
        }
        if (candidates.isEmpty()) {
            return source.refuse(Messages.noSuchMethod(position, nameOf(tree)));
        }
        List<Expression> arguments = new ArrayList<>();
        for (ExpressionTree argument : tree.getArguments()) {
            arguments.add(withObjects(nameReader.read(argument, scope), argument, scope, reader));
        }
        return choose(tree, position, candidates, arguments)
                .map(chosen -> meaning.of(new MethodCall(
                        tree, position, chosen.method(), chosen.loosely(), object, arguments, scope.isMessage())))
                .orElseGet(() -> Unknown.at(position));
    }

    /**
     * A method that is called.
     *
     * @param loosely whether arguments have to be boxed or collected in an array
     */
    private record Chosen(ExecutableElement method, boolean loosely) {}

    /** The method that is called; where there is none, a message says why unless an argument's message does. */
    private Optional<Chosen> choose(
            MethodInvocationTree tree,
            Position position,
            List<ExecutableElement> candidates,
            List<Expression> arguments) {
        List<ExecutableElement> possible = candidates.stream()
                .filter(candidate -> Overloads.takes(candidate, arguments.size()))
                .toList();
        if (arguments.stream().anyMatch(Unknown::is)) {
            return possible.size() == 1 ? Optional.of(new Chosen(possible.get(0), false)) : Optional.empty();
        }
        List<ExecutableElement> chosen = overloads.choose(candidates, arguments);
        List<ExecutableElement> loosely = chosen.isEmpty() ? overloads.chooseLoosely(candidates, arguments) : List.of();
        if (chosen.size() == 1 || loosely.size() == 1) {
            ExecutableElement method = chosen.size() == 1 ? chosen.get(0) : loosely.get(0);
            source.resolvedTo(position, Subject.METHOD, JavaTypes.signature(method, types));
            return Optional.of(new Chosen(method, chosen.isEmpty()));
        }
        source.report(
                chosen.size() > 1
                        ? Messages.ambiguousCall(position, tree.toString(), list(chosen))
                        : possible.stream().anyMatch(CallReader::takesObjects)
                                ? Messages.boxingCall(position, tree.toString())
                                : Messages.noApplicableMethod(position, nameOf(tree), typesOf(arguments)));
        return Optional.empty();
    }

    private boolean isGeneratorChoice(ExecutableElement method) {
        return ownerOf(method).getQualifiedName().contentEquals(CallMeaning.SAMPLER)
                && (method.getSimpleName().contentEquals("withGenerator")
                        || !method.getReturnType().getKind().isPrimitive()
                                && method.getReturnType().getKind() != TypeKind.ARRAY);
    }

    private static boolean takesObjects(ExecutableElement method) {
        return method.isVarArgs()
                || method.getParameters().stream()
                        .map(Element::asType)
                        .anyMatch(type -> type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.TYPEVAR);
    }

    private String list(List<ExecutableElement> methods) {
        return methods.stream().map(each -> JavaTypes.signature(each, types)).collect(Collectors.joining(", "));
    }

    private static String nameOf(MethodInvocationTree tree) {
        return tree.getMethodSelect().toString();
    }

    private static String typesOf(List<Expression> arguments) {
        return arguments.stream().map(each -> each.type().javaName()).collect(Collectors.joining(", "));
    }

    private static TypeElement ownerOf(ExecutableElement method) {
        return (TypeElement) method.getEnclosingElement();
    }
}
