package io.pathwise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads the source of an annotated method as a {@link Program}.
 *
 * <p>Names and types are resolved here, over the subset: asking the compiler for them inside a body would attribute the
 * user's class before its time.
 */
public final class MethodReader {
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final PrivateHelpers helpers = new PrivateHelpers(this::read);

    /** A reader of the compilation that these belong to. */
    public MethodReader(Trees trees, Elements elements, Types types) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
    }

    /** The private methods without an annotation that what was read so far calls, and that become parts of it. */
    public Map<ExecutableElement, Reading> privateHelpers() {
        return helpers.readings();
    }

    /** Reads one method, and reports everything that is wrong with it rather than the first thing. */
    public Reading read(ExecutableElement method) {
        TreePath path = trees.getPath(method);
        if (path == null) {
            String name = JavaTypes.qualifiedName(method);
            return new Reading(Optional.empty(), List.of(Messages.missingBody(Position.NONE, name)), List.of());
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        Source source = new Source(unit, trees.getSourcePositions());
        MethodTree tree = (MethodTree) path.getLeaf();
        Optional<Program> program = Optional.empty();
        try {
            program = read(method, tree, unit, source);
        } catch (StackOverflowError overflow) {
            source.report(Messages.expressionTooLarge(longestStatement(tree, source)));
        }
        boolean failed =
                source.diagnostics().stream().anyMatch(each -> each.code().isError());
        return new Reading(failed ? Optional.empty() : program, source.diagnostics(), source.resolutions());
    }

    /** Where the expression is, most probably, that exceeded the stack. */
    private static Position longestStatement(MethodTree method, Source source) {
        return method.getBody().getStatements().stream()
                .map(source::position)
                .max(Comparator.comparingLong(each -> each.end() - each.start()))
                .orElseGet(() -> source.position(method));
    }

    private Optional<Program> read(ExecutableElement method, MethodTree tree, CompilationUnitTree unit, Source source) {
        checkForm(method, tree, source);
        Names variables = new Names(0);
        LocalScope scope = LocalScope.ofMethod();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        Members members = new Members(elements, types, owner);
        Optional<Variable> self = self(method, owner, variables);
        List<Parameter> parameters = new ArrayList<>();
        self.ifPresent(each -> parameters.add(new Parameter(each, kind(each.type()), source.position(tree))));
        parameters.addAll(parameters(method, tree, source, members, variables, scope));
        if (self.isPresent() && !members.isAccessibleInPackage(owner)) {
            source.report(Messages.inaccessibleType(
                    source.position(tree), owner.getQualifiedName().toString()));
        }
        if (tree.getBody() == null) {
            return Optional.empty();
        }
        Type result =
                isVoid(method) ? null : JavaTypes.of(method.getReturnType()).orElse(Unknown.TYPE);
        FieldReader fields = new FieldReader(
                source,
                members,
                variables,
                self,
                each -> types.isSubtype(
                        types.erasure(owner.asType()),
                        types.erasure(each.getEnclosingElement().asType())));
        CompactConstructor.Readers readers =
                (type, code, all) -> statements(type, code, unit, source, variables, result, parameters, fields, all);
        CompactConstructor constructors = new CompactConstructor(trees, unit, owner, variables, readers);
        Block written = readers.of(owner, tree, constructors).block(tree.getBody(), scope);
        List<Statement> statements = new ArrayList<>(fields.reads());
        statements.addAll(written.statements());
        Block body = new Block(statements, written.position());
        return Optional.of(new Program(
                owner.getQualifiedName().toString(),
                method.getSimpleName().toString(),
                parameters,
                result,
                body,
                variables.next(),
                source.position(tree),
                Annotations.discrete(method)));
    }

    private StatementReader statements(
            TypeElement owner,
            MethodTree tree,
            CompilationUnitTree unit,
            Source source,
            Names variables,
            Type result,
            List<Parameter> parameters,
            FieldReader fields,
            CompactConstructor constructors) {
        Members members = new Members(elements, types, owner);
        ClassNames names = new ClassNames(elements, members, owner, unit);
        Optional<Variable> self = KeptCalls.self(owner, parameters);
        RecordReader records = new RecordReader(source, trees, elements, types, names, members, constructors, self);
        CompanionReader companions = new CompanionReader(trees, elements, names);
        return new StatementReader(new BodyContext(
                tree,
                source,
                variables,
                types,
                owner,
                members,
                names,
                records,
                companions,
                result,
                parameters,
                fields,
                helpers));
    }

    /** The object whose method it is: to the companion the first argument, named after the class. */
    private static Optional<Variable> self(ExecutableElement method, TypeElement owner, Names variables) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        String type = owner.getSimpleName().toString();
        int first = type.codePointAt(0);
        String name = Character.toString(Character.toLowerCase(first)) + type.substring(Character.charCount(first));
        if (SourceVersion.isKeyword(name) || isParameter(method, name)) {
            name += "Instance";
        }
        while (isParameter(method, name)) {
            name += "2";
        }
        return Optional.of(variables.create(name, selfType(owner), Variable.Origin.SOURCE));
    }

    /** A record takes part with its components; of other objects only constants are known. */
    private static Type selfType(TypeElement owner) {
        return (RecordTypes.isRecord(owner.asType()) ? RecordTypes.of(owner) : Optional.<Type>empty())
                .filter(each -> !JavaTypes.isFloat(each))
                .orElseGet(() -> new Type.Reference(owner.getQualifiedName().toString()));
    }

    private static boolean isParameter(ExecutableElement method, String name) {
        return method.getParameters().stream()
                .anyMatch(each -> each.getSimpleName().contentEquals(name));
    }

    private static void checkForm(ExecutableElement method, MethodTree tree, Source source) {
        String name = method.getSimpleName().toString();
        Position position = source.position(tree);
        if (!method.getTypeParameters().isEmpty()) {
            source.report(Messages.genericMethod(position, name));
        }
        if (method.isVarArgs()) {
            source.report(Messages.variableArity(position, name));
        }
        if (tree.getBody() == null) {
            source.report(Messages.missingBody(position, name));
        }
        if (!isVoid(method)) {
            checkResult(method.getReturnType(), tree, source);
        }
    }

    /** A method that returns nothing writes to arrays that it is handed: a part of others. */
    private static boolean isVoid(ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.VOID;
    }

    private static void checkResult(TypeMirror result, MethodTree tree, Source source) {
        Optional<Type> type = JavaTypes.of(result);
        if (type.filter(JavaTypes::isFloat).isPresent()) {
            source.report(Messages.floatType(
                    source.position(tree.getReturnType()), tree.getName().toString()));
        } else if (type.filter(MethodReader::isResult).isEmpty()) {
            source.report(Messages.unsupportedResult(source.position(tree.getReturnType()), result.toString()));
        }
    }

    /** A method that returns anything but a number with a derivative is a part of others. */
    private static boolean isResult(Type type) {
        return type instanceof Type.Record || isFlatEnough(type) && elementOf(type) instanceof Primitive;
    }

    private static Type elementOf(Type type) {
        return type instanceof ArrayOf array ? elementOf(array.element()) : type;
    }

    private static List<Parameter> parameters(
            ExecutableElement method,
            MethodTree tree,
            Source source,
            Members members,
            Names variables,
            LocalScope scope) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement element = method.getParameters().get(i);
            VariableTree parameterTree = tree.getParameters().get(i);
            Type type = parameterType(element, parameterTree, source, members);
            Variable variable = variables.create(element.getSimpleName().toString(), type, Variable.Origin.SOURCE);
            scope.declare(variable);
            Parameter.Kind kind = Annotations.isConstant(element) ? Parameter.Kind.CONSTANT : kind(type);
            parameters.add(new Parameter(variable, kind, source.position(parameterTree)));
        }
        return parameters;
    }

    private static Parameter.Kind kind(Type type) {
        return type.isDifferentiable() ? Parameter.Kind.ACTIVE : Parameter.Kind.CONSTANT;
    }

    private static Type parameterType(VariableElement element, VariableTree tree, Source source, Members members) {
        String name = element.getSimpleName().toString();
        Optional<Type> type = JavaTypes.of(element.asType());
        if (type.filter(JavaTypes::isFloat).isPresent()) {
            source.report(Messages.floatType(source.position(tree.getType()), name));
            return Unknown.TYPE;
        } else if (type.filter(each -> isFlatEnough(each) || Annotations.isConstant(element))
                .isPresent()) {
            return named(element, type.get(), source.position(tree.getType()), source, members);
        }
        Optional<Type> object = JavaTypes.orObject(element.asType());
        if (object.isPresent() && type.isEmpty() && Annotations.isConstant(element)) {
            return named(element, object.get(), source.position(tree.getType()), source, members);
        }
        Position position = source.position(tree.getType());
        String written = element.asType().toString();
        if (type.isPresent()) {
            source.report(Messages.tooManyDimensions(position, name, written));
            return Unknown.ofClass(written);
        }
        source.report(RecordTypes.problem(element.asType())
                .map(problem -> Messages.unsupportedRecord(position, written, problem))
                .orElseGet(() -> Messages.unsupportedParameter(position, name, written, object.isPresent())));
        return Unknown.ofClass(element.asType().toString());
    }

    /** The type, if the companion can name it. */
    private static Type named(VariableElement element, Type type, Position position, Source source, Members members) {
        ExecutableElement method = (ExecutableElement) element.getEnclosingElement();
        boolean isHelper = method.getReturnType().getKind() != TypeKind.DOUBLE;
        if (!isHelper && isHidden(element.asType(), members)) {
            source.report(Messages.inaccessibleType(position, type.javaName()));
            return Unknown.ofClass(type.javaName());
        }
        return type;
    }

    private static boolean isHidden(TypeMirror type, Members members) {
        return !members.isNameableInPackage(type)
                || type instanceof DeclaredType declared
                        && ((TypeElement) declared.asElement())
                                .getRecordComponents().stream().anyMatch(each -> isHidden(each.asType(), members));
    }

    /** Whether a gradient has a place for the type: a number, vector or matrix. */
    private static boolean isFlatEnough(Type type) {
        return !type.isDifferentiable()
                || !(type instanceof ArrayOf cube
                        && cube.element() instanceof ArrayOf matrix
                        && matrix.element() instanceof ArrayOf);
    }
}
