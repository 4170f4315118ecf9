package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.JavaType.BOOLEAN;
import static io.pathwise.processor.fuzz.JavaType.CONSTANTS;
import static io.pathwise.processor.fuzz.JavaType.FLAGS;
import static io.pathwise.processor.fuzz.JavaType.INT;
import static io.pathwise.processor.fuzz.JavaType.INTS;

import io.pathwise.processor.fuzz.Expression.Copy;
import io.pathwise.processor.fuzz.Expression.Element;
import io.pathwise.processor.fuzz.Expression.Read;
import io.pathwise.processor.fuzz.Scope.Variable;
import io.pathwise.processor.fuzz.Statement.Declare;
import io.pathwise.processor.fuzz.Statement.Plain;
import java.util.Optional;
import java.util.function.Predicate;

/** Random statements about arrays that carry no derivatives: whole numbers, truth values and constants. */
final class TableGenerator {
    private static final Predicate<Variable> OWN =
            each -> each.isAssignable() && (each.type() == INTS || each.type() == FLAGS || each.type() == CONSTANTS);

    private final Chance chance;
    private final ExpressionGenerator expressions;

    TableGenerator(Chance chance, ExpressionGenerator expressions) {
        this.chance = chance;
        this.expressions = expressions;
    }

    /** A new array, of indices one in which indices stay. */
    Statement declared(Scope scope) {
        String name = scope.freshName(chance);
        JavaType type = chance.of(INTS, INTS, INTS, FLAGS, FLAGS, CONSTANTS);
        boolean isIndex = type == INTS && chance.once(2);
        Expression value = isIndex
                ? new Read(chance.of("ORDER.clone()", "new int[] {0, 1, 2}", "new int[] {1, 2, 0}", "new int[3]"), INTS)
                : ofAny(type, scope);
        scope.add(new Variable(name, type, true, isIndex));
        return new Declare(type.text(), name, Optional.of(value));
    }

    private Expression ofAny(JavaType type, Scope scope) {
        String zeros = type.element() == BOOLEAN
                ? "new boolean[3]"
                : "new " + type.element().text() + "[3]";
        return chance.<Expression>choose(
                option(1, () -> new Read(zeros, type)),
                option(3, () -> expressions.calls().newArray(type, scope, 2)),
                option(1, () -> new Copy(expressions.calls().array(type, scope, 2))));
    }

    /** Whether there is one to write to. */
    boolean exist(Scope scope) {
        return !scope.where(OWN).isEmpty();
    }

    /** A write to an element, or two that change places. */
    Statement written(Scope scope) {
        Variable table = chance.any(scope.where(OWN));
        Element target = new Element(table.read(), expressions.index(scope));
        int counts = table.type() == INTS && !table.isIndex() ? 1 : 0;
        return chance.<Statement>choose(
                option(4, () -> new MoreStatement.Write(target, "=", value(table, scope))),
                option(2, () -> exchanged(table, scope)),
                option(2 * counts, () -> new Plain(target.text() + chance.of("++", "--"), false)),
                option(
                        2 * counts,
                        () -> new MoreStatement.Write(
                                target, chance.of("+=", "-=", "*="), expressions.whole(INT, scope, 1))));
    }

    private Expression value(Variable table, Scope scope) {
        return switch (table.type()) {
            case INTS -> table.isIndex() ? expressions.index(scope) : expressions.whole(INT, scope, 2);
            case FLAGS -> expressions.truth(scope, 2);
            default -> expressions.calls().constant(scope);
        };
    }

    private Statement exchanged(Variable table, Scope scope) {
        String between = scope.freshName(chance);
        Statement exchange =
                new MoreStatement.Exchange(between, table.read(), expressions.index(scope), expressions.index(scope));
        if (table.type() != CONSTANTS) {
            scope.add(new Variable(between, table.type().element(), true, false));
        } else {
            scope.reserve(between);
        }
        return exchange;
    }
}
