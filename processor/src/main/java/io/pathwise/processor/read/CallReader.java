package io.pathwise.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
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
import io.pathwise.processor.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Types;

/** Reads calls: which method is meant, and what it is to the derivative. */
final class CallReader {
    private static final Set<String> MATHEMATICS = Set.of("java.lang.Math", "java.lang.StrictMath");
    private static final String SAMPLER = "io.pathwise.runtime.Sampler";

    private final Source source;
    private final Types types;
    private final TypeElement caller;
    private final ClassNames names;
    private final Members members;
    private final NameReader nameReader;
    private final RandomSources randomSources;
    private final RecordReader records;
    private final Overloads overloads;
    private final ArrayLibrary arrays;
    private final CompanionReader companions;
    private final DerivativeRules rules;
    private final KeptCalls kept;
    private final NullChecks nullChecks;
    private final FieldReader fields;
    private final PrivateHelpers helpers;
    private final Optional<Variable> self;

    CallReader(
            Source source,
            Names variables,
            Types types,
            TypeElement caller,
            ClassNames names,
            Members members,
            RecordReader records,
            CompanionReader companions,
            FieldReader fields,
            PrivateHelpers helpers,
            List<Parameter> parameters) {
        this.helpers = helpers;
        this.companions = companions;
        this.fields = fields;
        this.rules = new DerivativeRules(names, members, caller);
        this.source = source;
        this.nullChecks = new NullChecks(variables);
        this.kept = new KeptCalls(members, types, parameters);
        this.self = KeptCalls.self(caller, parameters);
        this.types = types;
        this.caller = caller;
        this.names = names;
        this.members = members;
        this.records = records;
        this.nameReader = new NameReader(names, members);
        this.randomSources = new RandomSources(names, types);
        this.overloads = new Overloads(types, names);
        this.arrays = new ArrayLibrary(source);
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
        Optional<Chosen> target = choose(tree, position, candidates, arguments);
        return target.map(chosen -> classify(tree, position, chosen, object, arguments, scope.isMessage()))
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

    private Expression classify(
            MethodInvocationTree tree,
            Position position,
            Chosen chosen,
            Optional<Expression> object,
            List<Expression> arguments,
            boolean isMessage) {
        ExecutableElement method = chosen.method();
        String call = tree.toString();
        String owner = ownerOf(method).getQualifiedName().toString();
        boolean isPathwise = Annotations.isPathwise(method) || isPrivateHelper(chosen, object, arguments);
        if (randomSources.includes(ownerOf(method).asType()) || isMathematical(owner) && isNamed(method, "random")) {
            return source.refuse(Messages.randomSource(position, call));
        } else if (!method.getModifiers().contains(Modifier.STATIC) && !isOf(object, method)) {
            return source.refuse(Messages.instanceCall(position, call));
        } else if (ArrayLibrary.includes(method)) {
            return arrays.call(method, arguments, position);
        } else if (NumberLibrary.includes(method)) {
            return NumberLibrary.call(method, arguments, position);
        } else if (NullChecks.includes(method) && !chosen.loosely()) {
            return nullChecks.required(arguments, position);
        }
        Optional<Function> function = function(method);
        boolean isOfRecord =
                object.filter(each -> each.type() instanceof Type.Record).isPresent()
                        && !method.getModifiers().contains(Modifier.STATIC);
        if (isOfRecord) {
            Optional<Expression> component = records.component(
                    tree, object.orElseThrow(), function.map(Function::name).orElse(""));
            if (component.isPresent() || !isPathwise) {
                return component.orElseGet(() -> source.refuse(Messages.recordMethod(
                        position, call, ((Type.Record) object.orElseThrow().type()).simpleName())));
            }
        }
        boolean isKnown = isPathwise
                || isMathematical(owner)
                || owner.equals(SAMPLER)
                || function.flatMap(Rules::function).isPresent();
        Optional<Callee> ruled = isKnown ? Optional.empty() : function.flatMap(each -> rules.find(method, each));
        if (!isKnown && ruled.isEmpty()) {
            Optional<Expression> record = arguments.stream()
                    .filter(each -> isMessage && each.type() instanceof Type.Record)
                    .findFirst();
            if (record.isPresent()) {
                return source.refuse(Messages.recordInMessage(record.get().position()));
            }
            return kept.canBe(method) && !prints(method) && (isMessage || kept.areConstant(method, object, arguments))
                    ? kept.keep(method, object, arguments, position)
                    : source.refuse(
                            kept.isHidden(method) && kept.areConstant(method, object, arguments)
                                    ? Messages.hiddenCall(
                                            position,
                                            call,
                                            JavaTypes.qualifiedName(method),
                                            JavaTypes.of(method.getReturnType())
                                                    .filter(each -> !(each instanceof Type.Reference))
                                                    .isPresent())
                                    : refusal(chosen, position, call));
        } else if (chosen.loosely()) {
            return source.refuse(Messages.boxingCall(position, call));
        } else if (function.isEmpty()) {
            return source.refuse(Messages.unsupportedSignature(position, call, JavaTypes.signature(method, types)));
        } else if (usesFloat(function.get())) {
            return source.refuse(
                    isMathematical(owner)
                            ? Messages.floatCall(position, call, JavaTypes.signature(method, types))
                            : Messages.floatType(position, call));
        } else if (arguments.stream().anyMatch(Unknown::is)) {
            return Unknown.at(position);
        } else if (owner.equals(SAMPLER)) {
            return DrawReader.read(function.get(), arguments, position)
                    .orElseGet(() -> source.refuse(Messages.discreteStrategy(position, call)));
        }
        if (ruled.isPresent()) {
            return new CompanionCall(ruled.get(), arguments, List.of(), position);
        }
        if (isPathwise && !method.getModifiers().contains(Modifier.STATIC)) {
            return isFixed(method)
                    ? invoke(method, ofObject(object.orElseThrow(), function.get(), arguments, position), call)
                    : source.refuse(Messages.overridableCall(
                            position, call, JavaTypes.qualifiedName(method), method.isDefault()));
        }
        return isPathwise
                ? invoke(method, new Invoke(function.get(), arguments, position), call)
                : new Call(function.get(), arguments, position);
    }

    /** Whether the method becomes a part of this one without being asked to. */
    private boolean isPrivateHelper(Chosen chosen, Optional<Expression> object, List<Expression> arguments) {
        ExecutableElement method = chosen.method();
        return ownerOf(method).equals(caller)
                && !chosen.loosely()
                && kept.isHidden(method)
                && kept.areConstant(method, object, arguments)
                && helpers.include(method);
    }

    private Diagnostic refusal(Chosen chosen, Position position, String call) {
        ExecutableElement method = chosen.method();
        boolean sameClass = ownerOf(method).equals(caller);
        if (ownerOf(method).getQualifiedName().contentEquals("java.util.Arrays")) {
            return Messages.arraysCall(position, call, JavaTypes.qualifiedName(method));
        } else if (method.getReturnType().getKind() == TypeKind.VOID && !sameClass || prints(method)) {
            return Messages.callForEffect(position, call);
        }
        return chosen.loosely()
                ? Messages.boxingCall(position, call)
                : Messages.unannotatedCall(position, call, JavaTypes.qualifiedName(method), sameClass);
    }

    /** What is compiled now will have a companion; what was compiled before must have one. */
    private Expression invoke(ExecutableElement method, Invoke invoke, String call) {
        if (companions.isCompiledNow(method)) {
            return invoke;
        }
        Position position = invoke.position();
        Type result = invoke.method().result();
        if (result != Type.Primitive.DOUBLE && !(result instanceof Type.Record)) {
            return source.refuse(
                    Messages.partCall(position, call, invoke.method().signature()));
        }
        return companions
                .find(method, invoke.method())
                .<Expression>map(callee -> new CompanionCall(callee, invoke.arguments(), List.of(), position))
                .orElseGet(() -> source.refuse(Messages.noCompanion(
                        position, call, JavaTypes.qualifiedName(method), companions.nameFor(method))));
    }

    /** Whether it is a method of the object rather than of one around it. */
    private boolean isOf(Optional<Expression> object, ExecutableElement method) {
        return object.filter(each -> types.isSubtype(
                        types.erasure(JavaTypes.mirror(each.type(), types, names)),
                        types.erasure(ownerOf(method).asType())))
                .isPresent();
    }

    /** Whether the method that runs is the one whose body is read. */
    private static boolean isFixed(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        return modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.FINAL)
                || ownerOf(method).getModifiers().contains(Modifier.FINAL);
    }

    /** To the derivative the object is the first argument. */
    private static Invoke ofObject(Expression object, Function method, List<Expression> arguments, Position position) {
        boolean isRecord = object.type() instanceof Type.Record;
        List<Type> parameters = new ArrayList<>(List.of(isRecord ? object.type() : new Type.Reference(method.owner())));
        parameters.addAll(method.parameters());
        List<Expression> all = new ArrayList<>(List.of(object));
        all.addAll(arguments);
        return new Invoke(new Function(method.owner(), method.name(), parameters, method.result()), all, position);
    }

    private static Optional<Function> function(ExecutableElement method) {
        List<Type> parameters = method.getParameters().stream()
                .flatMap(each -> parameter(each).stream())
                .toList();
        Optional<Type> result = JavaTypes.of(method.getReturnType());
        boolean returnsNothing =
                Annotations.isPathwise(method) && method.getReturnType().getKind() == TypeKind.VOID;
        if (parameters.size() < method.getParameters().size() || result.isEmpty() && !returnsNothing) {
            return Optional.empty();
        }
        String owner = ownerOf(method).getQualifiedName().toString();
        return Optional.of(new Function(owner, method.getSimpleName().toString(), parameters, result.orElse(null)));
    }

    /** Objects are passed where the method promises to take them for constants. */
    private static Optional<Type> parameter(VariableElement parameter) {
        return Annotations.isConstant(parameter)
                ? JavaTypes.orObject(parameter.asType())
                : JavaTypes.of(parameter.asType());
    }

    private boolean isGeneratorChoice(ExecutableElement method) {
        return ownerOf(method).getQualifiedName().contentEquals(SAMPLER)
                && (isNamed(method, "withGenerator")
                        || !method.getReturnType().getKind().isPrimitive()
                                && method.getReturnType().getKind() != TypeKind.ARRAY);
    }

    private static boolean prints(ExecutableElement method) {
        return ownerOf(method).getQualifiedName().contentEquals("java.io.PrintStream");
    }

    private static boolean isMathematical(String owner) {
        return MATHEMATICS.contains(owner);
    }

    private static boolean isNamed(ExecutableElement method, String name) {
        return method.getSimpleName().contentEquals(name);
    }

    private static boolean usesFloat(Function function) {
        return JavaTypes.isFloat(function.result())
                || function.parameters().stream().anyMatch(JavaTypes::isFloat);
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
