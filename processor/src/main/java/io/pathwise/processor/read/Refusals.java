package io.pathwise.processor.read;

import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Position;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Which message says what about a tree that is not part of the subset. */
final class Refusals {
    private static final Map<Kind, Function<Position, Diagnostic>> STATEMENTS = Map.ofEntries(
            Map.entry(Kind.DO_WHILE_LOOP, Messages::doLoop),
            Map.entry(Kind.ENHANCED_FOR_LOOP, Messages::enhancedFor),
            Map.entry(Kind.SWITCH, Messages::switchStatement),
            Map.entry(Kind.CONTINUE, Messages::continueStatement),
            Map.entry(Kind.LABELED_STATEMENT, Messages::label),
            Map.entry(Kind.BREAK, Messages::label),
            Map.entry(Kind.TRY, Messages::tryStatement),
            Map.entry(Kind.THROW, Messages::throwStatement),
            Map.entry(Kind.ASSERT, Messages::assertStatement),
            Map.entry(Kind.SYNCHRONIZED, Messages::synchronizedStatement),
            Map.entry(Kind.YIELD, Messages::yieldStatement),
            Map.entry(Kind.CLASS, Messages::localClass),
            Map.entry(Kind.ENUM, Messages::localClass),
            Map.entry(Kind.INTERFACE, Messages::localClass),
            Map.entry(Kind.RECORD, Messages::localClass));

    private static final Map<Kind, Function<Position, Diagnostic>> EXPRESSIONS = Map.of(
            Kind.LAMBDA_EXPRESSION, Messages::lambda,
            Kind.NEW_CLASS, Messages::newObject,
            Kind.NEW_ARRAY, Messages::newArray,
            Kind.INSTANCE_OF, Messages::instanceOf,
            Kind.SWITCH_EXPRESSION, Messages::switchExpression,
            Kind.STRING_LITERAL, Messages::stringLiteral,
            Kind.NULL_LITERAL, Messages::nullLiteral);

    private static final Map<Kind, BiFunction<Position, String, Diagnostic>> QUOTED_EXPRESSIONS = Map.ofEntries(
            Map.entry(Kind.MEMBER_REFERENCE, Messages::methodReference),
            Map.entry(Kind.FLOAT_LITERAL, Messages::floatType),
            Map.entry(Kind.PREFIX_INCREMENT, Messages::incrementInExpression),
            Map.entry(Kind.PREFIX_DECREMENT, Messages::incrementInExpression),
            Map.entry(Kind.POSTFIX_INCREMENT, Messages::incrementInExpression),
            Map.entry(Kind.POSTFIX_DECREMENT, Messages::incrementInExpression),
            Map.entry(Kind.ASSIGNMENT, Messages::assignmentInExpression));

    private Refusals() {}

    static Diagnostic statement(Tree tree, Position position) {
        return STATEMENTS
                .getOrDefault(tree.getKind(), each -> Messages.otherStatement(each, nameOf(tree)))
                .apply(position);
    }

    static Diagnostic expression(Tree tree, Position position) {
        BiFunction<Position, String, Diagnostic> quoting = QUOTED_EXPRESSIONS.get(tree.getKind());
        if (quoting != null) {
            return quoting.apply(position, tree.toString());
        }
        return EXPRESSIONS
                .getOrDefault(tree.getKind(), each -> Messages.otherExpression(each, nameOf(tree)))
                .apply(position);
    }

    private static String nameOf(Tree tree) {
        return tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
