package io.pathwise.processor.read;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Types;

/** What a call is to the derivative: a draw, a part of the method, a call of a companion, a value that is kept or an error. */
final class CallMeaning {
    static final String SAMPLER = "io.pathwise.runtime.Sampler";

    private static final Set<String> MATHEMATICS = Set.of("java.lang.Math", "java.lang.StrictMath");

    private final Source source;
    private final Types types;
    private final TypeElement caller;
    private final ClassNames names;
    private final RandomSources randomSources;
    private final RecordReader records;
    private final ArrayLibrary arrays;
    private final CompanionReader companions;
    private final DerivativeRules rules;
    private final KeptCalls kept;
    private final NullChecks nullChecks;
    private final PrivateHelpers helpers;

    CallMeaning(
            Source source,
            Names variables,
            Types types,
            TypeElement caller,
            ClassNames names,
            Members members,
            RecordReader records,
            CompanionReader companions,
            PrivateHelpers helpers,
            List<Parameter> parameters) {
        this.source = source;
        this.types = types;
        this.caller = caller;
        this.names = names;
        this.randomSources = new RandomSources(names, types);
        this.records = records;
        this.arrays = new ArrayLibrary(source);
        this.companions = companions;
        this.rules = new DerivativeRules(names, members, caller);
        this.kept = new KeptCalls(members, types, parameters);
        this.nullChecks = new NullChecks(variables);
        this.helpers = helpers;
    }

    /** The call as an expression. */
    Expression of(MethodCall call) {
        ExecutableElement method = call.method();
        boolean isPathwise = Annotations.isPathwise(method) || isPrivateHelper(call);
        if (isRandom(call)) {
            return source.refuse(Messages.randomSource(call.position(), call.text()));
        } else if (!call.isStatic() && !isOf(call.object(), call.owner())) {
            return source.refuse(Messages.instanceCall(call.position(), call.text()));
        } else if (ArrayLibrary.includes(method)) {
            return arrays.call(method, call.arguments(), call.position());
        } else if (NumberLibrary.includes(method)) {
            return NumberLibrary.call(method, call.arguments(), call.position());
        } else if (NullChecks.includes(method) && !call.loosely()) {
            return nullChecks.required(call.arguments(), call.position());
        }
        Optional<Function> function = function(method);
        return ofRecord(call, function, isPathwise).orElseGet(() -> ofFunction(call, function, isPathwise));
    }

    private boolean isRandom(MethodCall call) {
        return randomSources.includes(call.owner().asType())
                || MATHEMATICS.contains(call.ownerName())
                        && call.method().getSimpleName().contentEquals("random");
    }

    /** A component of a record, or an error; absent where the method's body is read. */
    private Optional<Expression> ofRecord(MethodCall call, Optional<Function> function, boolean isPathwise) {
        return call.ofRecord().flatMap(record -> {
            Optional<Expression> component = records.component(
                    call.tree(), record, function.map(Function::name).orElse(""));
            return component.isPresent() || isPathwise
                    ? component
                    : Optional.of(source.refuse(Messages.recordMethod(
                            call.position(), call.text(), ((Type.Record) record.type()).simpleName())));
        });
    }

    private Expression ofFunction(MethodCall call, Optional<Function> function, boolean isPathwise) {
        boolean isKnown = isPathwise
                || MATHEMATICS.contains(call.ownerName())
                || call.ownerName().equals(SAMPLER)
                || function.flatMap(Rules::function).isPresent();
        Optional<Callee> ruled = isKnown ? Optional.empty() : function.flatMap(each -> rules.find(call.method(), each));
        if (!isKnown && ruled.isEmpty()) {
            return constant(call);
        } else if (call.loosely()) {
            return source.refuse(Messages.boxingCall(call.position(), call.text()));
        } else if (function.isEmpty()) {
            return source.refuse(Messages.unsupportedSignature(
                    call.position(), call.text(), JavaTypes.signature(call.method(), types)));
        } else if (usesFloat(function.get())) {
            return source.refuse(
                    MATHEMATICS.contains(call.ownerName())
                            ? Messages.floatCall(
                                    call.position(), call.text(), JavaTypes.signature(call.method(), types))
                            : Messages.floatType(call.position(), call.text()));
        } else if (call.arguments().stream().anyMatch(Unknown::is)) {
            return Unknown.at(call.position());
        } else if (call.ownerName().equals(SAMPLER)) {
            return DrawReader.read(function.get(), call.arguments(), call.position())
                    .orElseGet(() -> source.refuse(Messages.discreteStrategy(call.position(), call.text())));
        } else if (ruled.isPresent()) {
            return new CompanionCall(ruled.get(), call.arguments(), List.of(), call.position());
        }
        return isPathwise
                ? differentiable(call, function.get())
                : new Call(function.get(), call.arguments(), call.position());
    }

    /** A call of a method without derivatives, which is kept if it needs none. */
    private Expression constant(MethodCall call) {
        Optional<Expression> record = call.arguments().stream()
                .filter(each -> call.isMessage() && each.type() instanceof Type.Record)
                .findFirst();
        if (record.isPresent()) {
            return source.refuse(Messages.recordInMessage(record.get().position()));
        }
        ExecutableElement method = call.method();
        return kept.canBe(method) && !prints(call) && (call.isMessage() || isConstant(call))
                ? kept.keep(method, call.object(), call.arguments(), call.position())
                : source.refuse(kept.isHidden(method) && isConstant(call) ? hidden(call) : unknown(call));
    }

    private boolean isConstant(MethodCall call) {
        return kept.areConstant(call.method(), call.object(), call.arguments());
    }

    /** Whether the method becomes a part of this one without being asked to. */
    private boolean isPrivateHelper(MethodCall call) {
        return call.owner().equals(caller)
                && !call.loosely()
                && kept.isHidden(call.method())
                && isConstant(call)
                && helpers.include(call.method());
    }

    private static Diagnostic hidden(MethodCall call) {
        boolean isNumber = JavaTypes.of(call.method().getReturnType())
                .filter(each -> !(each instanceof Type.Reference))
                .isPresent();
        return Messages.hiddenCall(call.position(), call.text(), JavaTypes.qualifiedName(call.method()), isNumber);
    }

    private Diagnostic unknown(MethodCall call) {
        ExecutableElement method = call.method();
        boolean sameClass = call.owner().equals(caller);
        if (call.ownerName().equals("java.util.Arrays")) {
            return Messages.arraysCall(call.position(), call.text(), JavaTypes.qualifiedName(method));
        } else if (method.getReturnType().getKind() == TypeKind.VOID && !sameClass || prints(call)) {
            return Messages.callForEffect(call.position(), call.text());
        }
        return call.loosely()
                ? Messages.boxingCall(call.position(), call.text())
                : Messages.unannotatedCall(call.position(), call.text(), JavaTypes.qualifiedName(method), sameClass);
    }

    private static boolean prints(MethodCall call) {
        return call.ownerName().equals("java.io.PrintStream");
    }

    private Expression differentiable(MethodCall call, Function function) {
        if (call.isStatic()) {
            return invoke(call, new Invoke(function, call.arguments(), call.position()));
        }
        return isFixed(call)
                ? invoke(call, ofObject(call.object().orElseThrow(), function, call.arguments(), call.position()))
                : source.refuse(Messages.overridableCall(
                        call.position(),
                        call.text(),
                        JavaTypes.qualifiedName(call.method()),
                        call.method().isDefault()));
    }

    /** Whether the method that runs is the one whose body is read. */
    private static boolean isFixed(MethodCall call) {
        Set<Modifier> modifiers = call.method().getModifiers();
        return modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.FINAL)
                || call.owner().getModifiers().contains(Modifier.FINAL);
    }

    /** What is compiled now will have a companion; what was compiled before must have one. */
    private Expression invoke(MethodCall call, Invoke invoke) {
        ExecutableElement method = call.method();
        if (companions.isCompiledNow(method)) {
            return invoke;
        }
        Position position = call.position();
        Type result = invoke.method().result();
        if (result != Type.Primitive.DOUBLE && !(result instanceof Type.Record)) {
            return source.refuse(
                    Messages.partCall(position, call.text(), invoke.method().signature()));
        }
        return companions
                .find(method, invoke.method())
                .<Expression>map(callee -> new CompanionCall(callee, invoke.arguments(), List.of(), position))
                .orElseGet(() -> source.refuse(Messages.noCompanion(
                        position, call.text(), JavaTypes.qualifiedName(method), companions.nameFor(method))));
    }

    /** Whether it is a method of the object rather than of one around it. */
    private boolean isOf(Optional<Expression> object, TypeElement owner) {
        return object.filter(each -> types.isSubtype(
                        types.erasure(JavaTypes.mirror(each.type(), types, names)), types.erasure(owner.asType())))
                .isPresent();
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
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return Optional.of(new Function(owner, method.getSimpleName().toString(), parameters, result.orElse(null)));
    }

    /** Objects are passed where the method promises to take them for constants. */
    private static Optional<Type> parameter(VariableElement parameter) {
        return Annotations.isConstant(parameter)
                ? JavaTypes.orObject(parameter.asType())
                : JavaTypes.of(parameter.asType());
    }

    private static boolean usesFloat(Function function) {
        return JavaTypes.isFloat(function.result())
                || function.parameters().stream().anyMatch(JavaTypes::isFloat);
    }
}
