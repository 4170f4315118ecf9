package io.pathwise.processor.read;

import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Position;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Which message says what about a tree that is not part of the subset. */
final class Refusals {
    private static final Map<Kind, Function<Position, Diagnostic>> STATEMENTS = Map.of(
            Kind.TRY, Messages::tryStatement,
            Kind.SYNCHRONIZED, Messages::synchronizedStatement,
            Kind.CLASS, Messages::localClass,
            Kind.ENUM, Messages::localClass,
            Kind.INTERFACE, Messages::localClass,
            Kind.RECORD, Messages::localClass);

    private static final Map<Kind, Function<Position, Diagnostic>> EXPRESSIONS = Map.of(
            Kind.LAMBDA_EXPRESSION, Messages::lambda,
            Kind.NEW_CLASS, Messages::newObject,
            Kind.INSTANCE_OF, Messages::instanceOf,
            Kind.NULL_LITERAL, Messages::nullLiteral);

    private Refusals() {}

    static Diagnostic statement(Tree tree, Position position) {
        return STATEMENTS
                .getOrDefault(tree.getKind(), each -> Messages.otherStatement(each, nameOf(tree)))
                .apply(position);
    }

    static Diagnostic expression(Tree tree, Position position) {
        if (tree.getKind() == Kind.MEMBER_REFERENCE) {
            return Messages.methodReference(position, tree.toString());
        }
        return EXPRESSIONS
                .getOrDefault(tree.getKind(), each -> Messages.otherExpression(each, nameOf(tree)))
                .apply(position);
    }

    private static String nameOf(Tree tree) {
        return tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
