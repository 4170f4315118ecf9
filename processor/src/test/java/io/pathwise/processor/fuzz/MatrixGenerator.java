package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.ExpressionGenerator.LENGTH;
import static io.pathwise.processor.fuzz.JavaType.DOUBLE;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;
import static io.pathwise.processor.fuzz.JavaType.INT;
import static io.pathwise.processor.fuzz.JavaType.MATRIX;

import io.pathwise.processor.fuzz.Expression.Call;
import io.pathwise.processor.fuzz.Expression.Copy;
import io.pathwise.processor.fuzz.Expression.Element;
import io.pathwise.processor.fuzz.Expression.Literal;
import io.pathwise.processor.fuzz.Expression.NewArray;
import io.pathwise.processor.fuzz.Expression.Read;
import io.pathwise.processor.fuzz.Scope.Variable;
import io.pathwise.processor.fuzz.Statement.Assign;
import io.pathwise.processor.fuzz.Statement.Block;
import io.pathwise.processor.fuzz.Statement.Declare;
import io.pathwise.processor.fuzz.Statement.For;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random statements about matrices and their rows, which have at least the length of arrays. */
final class MatrixGenerator {
    private final Chance chance;
    private final ExpressionGenerator expressions;

    MatrixGenerator(Chance chance, ExpressionGenerator expressions) {
        this.chance = chance;
        this.expressions = expressions;
    }

    /** A new matrix: of zeros, of new or shared rows, another name of one, or what a helper returns. */
    Statement declared(Scope scope) {
        String name = scope.freshName(chance);
        int more = scope.assignable(MATRIX).isEmpty() ? 0 : 1;
        Optional<Expression> called = expressions.calls().ofHelper(MATRIX, scope, 2);
        Expression value = chance.<Expression>choose(
                option(called.isEmpty() ? 0 : 4, called::orElseThrow),
                option(
                        2,
                        () -> new Read(
                                "new double[" + LENGTH + "][" + chance.between(LENGTH, LENGTH + 1) + "]", MATRIX)),
                option(5, () -> expressions.calls().newArray(MATRIX, scope, 2)),
                option(expressions.arrays().ownExist(scope) ? 3 : 0, () -> new NewArray(MATRIX, sharedRows(scope))),
                option(2 * more, () -> new Copy(own(scope))),
                option(more, () -> own(scope)));
        scope.add(new Variable(name, MATRIX, true, false));
        return new Declare(MATRIX.text(), name, Optional.of(value));
    }

    /** What a method may hand to its caller. */
    Expression returned(Scope scope) {
        return scope.assignable(MATRIX).isEmpty() || chance.once(3)
                ? expressions.calls().newArray(MATRIX, scope, 2)
                : own(scope);
    }

    private List<Expression> sharedRows(Scope scope) {
        List<Expression> rows = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            rows.add(
                    chance.once(3)
                            ? expressions.calls().newArray(DOUBLES, scope, 2)
                            : expressions.arrays().own(scope));
        }
        return rows;
    }

    private Expression own(Scope scope) {
        return chance.any(scope.assignable(MATRIX)).read();
    }

    /** Rows that change places, or are replaced by others; a whole matrix that is replaced. */
    Statement rearranged(Scope scope) {
        Expression matrix = own(scope);
        Element row = new Element(matrix, expressions.index(scope));
        return chance.<Statement>choose(
                option(4, () -> exchanged(matrix, scope)),
                option(
                        2,
                        () -> new MoreStatement.Write(
                                row, "=", expressions.arrays().own(scope))),
                option(
                        1,
                        () -> new MoreStatement.Write(
                                row, "=", new Copy(expressions.arrays().any(scope)))),
                option(
                        1,
                        () -> new MoreStatement.Write(
                                row, "=", expressions.calls().newArray(DOUBLES, scope, 2))),
                option(1, () -> new Assign(matrix.text(), "=", own(scope))));
    }

    private Statement exchanged(Expression matrix, Scope scope) {
        String between = scope.freshName(chance);
        Statement exchange =
                new MoreStatement.Exchange(between, matrix, expressions.index(scope), expressions.index(scope));
        scope.add(new Variable(between, DOUBLES, true, false));
        return exchange;
    }

    /** Two loops over all elements, whose rows may have different lengths. */
    Statement swept(Scope scope) {
        Scope rows = scope.insideFor();
        String i = rows.freshName(chance);
        Expression matrix = own(scope);
        rows.add(new Variable(i, INT, false, true));
        Scope columns = rows.insideFor();
        String j = columns.freshName(chance);
        columns.add(new Variable(j, INT, false, false));
        Element row = new Element(matrix, new Read(i, INT));
        Element element = new Element(row, new Read(j, INT));
        Expression value = new Call("Math.sin", List.of(expressions.real(columns, 2)), DOUBLE);
        Statement write = new MoreStatement.Write(element, chance.of("=", "+=", "*="), value);
        Statement inner = loop(j, new Read(row.text() + ".length", INT), write);
        return loop(i, new Read(matrix.text() + ".length", INT), inner);
    }

    private static Statement loop(String counter, Expression bound, Statement body) {
        return new For(counter, Literal.of(0), "<", bound, counter + "++", new Block(List.of(body)));
    }
}
