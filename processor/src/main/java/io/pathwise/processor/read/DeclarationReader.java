package io.pathwise.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.VariableTree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Reference;
import io.pathwise.processor.program.Variable;
import java.util.Optional;
import java.util.Set;

/** Reads declarations of local variables. */
final class DeclarationReader {
    private final Source source;
    private final Names variables;
    private final TypeReader types;
    private final ExpressionReader expressions;
    private final Set<String> localClasses;

    /**
     * A reader for one method.
     *
     * @param localClasses the names of the classes that the method declares, of which a message has said that they cannot be
     */
    DeclarationReader(
            Source source, Names variables, TypeReader types, ExpressionReader expressions, Set<String> localClasses) {
        this.source = source;
        this.variables = variables;
        this.types = types;
        this.expressions = expressions;
        this.localClasses = Set.copyOf(localClasses);
    }

    /** The declaration of a variable with the initial value that its source gives it; absent where it has no name. */
    Optional<Declare> read(VariableTree tree, LocalScope scope) {
        Optional<Type> declared = declared(tree);
        Optional<Expression> value =
                Optional.ofNullable(tree.getInitializer()).flatMap(initializer -> value(initializer, declared, scope));
        return declare(tree, declared, value, scope);
    }

    /** The declaration of a variable that a loop gives a value; absent where it has no name. */
    Optional<Declare> read(VariableTree tree, Expression value, LocalScope scope) {
        Optional<Type> declared = declared(tree);
        boolean isKnown = !Unknown.is(value) && declared.filter(Unknown::is).isEmpty();
        if (isKnown && declared.isPresent() && !Promotion.assigns(value, declared.get())) {
            source.report(Messages.typeMismatch(
                    source.position(tree),
                    value.type().javaName(),
                    declared.get().javaName()));
        }
        return declare(tree, declared, Optional.of(value), scope);
    }

    private Optional<Declare> declare(
            VariableTree tree, Optional<Type> declared, Optional<Expression> value, LocalScope scope) {
        Position position = source.position(tree);
        if (tree.getName().isEmpty()) {
            source.report(Messages.unnamedVariable(position));
            return Optional.empty();
        }
        String name = tree.getName().toString();
        Type type = declared.orElseGet(() -> inferred(name, position, value));
        Variable variable = variables.create(name, type, Variable.Origin.SOURCE);
        scope.declare(variable);
        if (!Unknown.is(type)) {
            source.resolvedVariable(position, type);
        }
        return Optional.of(new Declare(variable, value, position));
    }

    private Type inferred(String name, Position position, Optional<Expression> value) {
        Type type = value.map(Expression::type).orElse(Unknown.TYPE);
        if (!Unknown.is(type) && type instanceof Reference && !types.isValue(type)) {
            source.report(Messages.unsupportedVariable(position, name, type.javaName()));
            return Unknown.TYPE;
        }
        return nameable(type, position);
    }

    /** The type, if generated code may declare a variable of it. */
    private Type nameable(Type type, Position position) {
        if (Unknown.is(type) || types.isNameable(type)) {
            return type;
        }
        source.report(Messages.inaccessibleType(position, type.javaName()));
        return Unknown.ofClass(type.javaName());
    }

    /** The initial value; a variable of unsupported type is not worth a second message. */
    private Optional<Expression> value(ExpressionTree initializer, Optional<Type> declared, LocalScope scope) {
        if (declared.isEmpty()) {
            return Optional.of(expressions.readAny(initializer, scope));
        }
        return declared.filter(type -> !Unknown.is(type)).map(type -> expressions.read(initializer, type, scope));
    }

    /** The type that the declaration states; absent for {@code var}. */
    private Optional<Type> declared(VariableTree tree) {
        return Optional.ofNullable(tree.getType())
                .map(type -> declared(tree, tree.getName().toString()));
    }

    private Type declared(VariableTree tree, String name) {
        Optional<Type> type = types.read(tree.getType());
        Position position = source.position(tree.getType());
        if (type.isEmpty()) {
            String written = tree.getType().toString();
            if (isFunction(tree.getInitializer())) {
                source.report(Messages.functionVariable(
                        position, name, tree.getInitializer().toString()));
            } else if (!localClasses.contains(written)) {
                source.report(types.problem(tree.getType())
                        .map(problem -> Messages.unsupportedRecord(position, written, problem))
                        .orElseGet(() -> Messages.unsupportedVariable(position, name, written)));
            }
            return types.unsupported(tree.getType());
        } else if (JavaTypes.isFloat(type.get())) {
            source.report(Messages.floatType(position, name));
            return Unknown.TYPE;
        }
        return nameable(type.get(), position);
    }

    private static boolean isFunction(ExpressionTree initializer) {
        return initializer instanceof LambdaExpressionTree || initializer instanceof MemberReferenceTree;
    }
}
