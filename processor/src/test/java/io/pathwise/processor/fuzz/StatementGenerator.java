package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.JavaType.BOOLEAN;
import static io.pathwise.processor.fuzz.JavaType.DOUBLE;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;
import static io.pathwise.processor.fuzz.JavaType.INT;
import static io.pathwise.processor.fuzz.JavaType.LONG;
import static io.pathwise.processor.fuzz.JavaType.MATRIX;

import io.pathwise.processor.fuzz.Expression.Binary;
import io.pathwise.processor.fuzz.Expression.Call;
import io.pathwise.processor.fuzz.Expression.Literal;
import io.pathwise.processor.fuzz.Expression.Read;
import io.pathwise.processor.fuzz.RandomMethod.Parameter;
import io.pathwise.processor.fuzz.Scope.Variable;
import io.pathwise.processor.fuzz.Statement.Assign;
import io.pathwise.processor.fuzz.Statement.Block;
import io.pathwise.processor.fuzz.Statement.Declare;
import io.pathwise.processor.fuzz.Statement.Evaluate;
import io.pathwise.processor.fuzz.Statement.If;
import io.pathwise.processor.fuzz.Statement.Plain;
import io.pathwise.processor.fuzz.Statement.Return;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random statements whose loops end. */
final class StatementGenerator {
    private static final int DEEPEST = 4;
    private static final int MOST_LOOPS = 3;

    private final Chance chance;
    private final ExpressionGenerator expressions;
    private final ArrayGenerator arrays;
    private final MatrixGenerator matrices;
    private final TableGenerator tables;
    private final RecordGenerator records;
    private final LoopGenerator loops;
    private final JavaType result;
    private int budget;

    StatementGenerator(Chance chance, ExpressionGenerator expressions, JavaType result, int budget) {
        this.chance = chance;
        this.expressions = expressions;
        this.arrays = new ArrayGenerator(chance, expressions);
        this.matrices = new MatrixGenerator(chance, expressions);
        this.tables = new TableGenerator(chance, expressions);
        this.records = new RecordGenerator(chance, expressions);
        this.loops = new LoopGenerator(chance, expressions, this::block);
        this.result = result;
        this.budget = budget;
    }

    /** A method's body, behind guards against arrays without elements. */
    Block body(Scope scope, List<Parameter> guarded) {
        List<Statement> statements = new ArrayList<>();
        for (Parameter parameter : guarded) {
            Expression isEmpty = new Read(parameter.name() + ".length == 0", BOOLEAN);
            statements.add(new If(isEmpty, new Block(List.of(returnedEarly(parameter))), Block.EMPTY));
        }
        statements.addAll(statements(scope, 0, budget));
        if (chance.once(8)) {
            Block otherwise = Block.EMPTY.with(List.of(returned(scope)));
            statements.add(new If(expressions.truth(scope, 2), returning(scope, 1), otherwise));
        } else {
            statements.add(returned(scope));
        }
        return new Block(statements);
    }

    private List<Statement> statements(Scope scope, int depth, int most) {
        List<Statement> statements = new ArrayList<>();
        int size = chance.between(1, most);
        for (int i = 0; i < size && budget > 0; i++) {
            budget--;
            statements.addAll(next(scope, depth));
        }
        return statements;
    }

    private Block block(Scope scope, int depth) {
        return new Block(statements(scope, depth + 1, 4));
    }

    /** A block that ends with a return. */
    private Block returning(Scope scope, int depth) {
        Scope inner = scope.nested();
        List<Statement> statements = chance.once(3) ? statements(inner, depth + 1, 2) : new ArrayList<>();
        statements.add(returned(inner));
        return new Block(statements);
    }

    private Statement returned(Scope scope) {
        return switch (result) {
            case DOUBLE -> new Return(sum(scope));
            case DOUBLES -> new Return(array(scope));
            case MATRIX -> new Return(matrices.returned(scope));
            case MODEL -> new Return(expressions.calls().model(scope, 2));
            default -> throw new IllegalStateException();
        };
    }

    private Expression array(Scope scope) {
        return expressions.arrays().ownExist(scope) && chance.once(2)
                ? expressions.arrays().own(scope)
                : expressions.calls().newArray(DOUBLES, scope, 2);
    }

    private Expression sum(Scope scope) {
        Expression value = expressions.real(scope, 2);
        List<Variable> reals = scope.of(DOUBLE);
        for (int terms = chance.between(0, 3); terms > 0 && !reals.isEmpty(); terms--) {
            value = new Binary("+", value, chance.any(reals).read());
        }
        return value;
    }

    private List<Statement> next(Scope scope, int depth) {
        int deeper = depth < DEEPEST ? 1 : 0;
        int looping = scope.loops() < MOST_LOOPS ? deeper : 0;
        int whole = scope.assignable(INT).isEmpty() ? 0 : 1;
        int real = scope.assignable(DOUBLE).isEmpty() ? 0 : 1;
        int flag = scope.assignable(BOOLEAN).isEmpty() ? 0 : 1;
        int own = expressions.arrays().ownExist(scope) ? 1 : 0;
        int matrix = scope.assignable(MATRIX).isEmpty() ? 0 : 1;
        int guard = guardable(scope).isEmpty() ? 0 : 1;
        return chance.<List<Statement>>choose(
                option(12, () -> declare(DOUBLE, scope)),
                option(3, () -> List.of(arrays.declared(scope))),
                option(1, () -> List.of(arrays.named(scope))),
                option(12 * own, () -> List.of(arrays.written(scope))),
                option(3 * own, () -> List.of(arrays.shared(scope))),
                option(3, () -> List.of(matrices.declared(scope))),
                option(5 * matrix, () -> List.of(matrices.rearranged(scope))),
                option(scope.loops() < MOST_LOOPS - 1 ? 3 * matrix : 0, () -> List.of(matrices.swept(scope))),
                option(3, () -> List.of(tables.declared(scope))),
                option(tables.exist(scope) ? 6 : 0, () -> List.of(tables.written(scope))),
                option(2, () -> List.of(records.next(scope))),
                option(guard, () -> guarded(scope)),
                option(4 * looping, () -> List.of(loops.forEach(scope, depth))),
                option(2 * looping, () -> List.of(loops.doWhile(scope, depth))),
                option(2 * deeper, () -> List.of(switched(scope, depth))),
                option(scope.isInLoop() ? deeper : 0, () -> List.of(continuing(scope))),
                option(3, () -> declare(INT, scope)),
                option(1, () -> declare(LONG, scope)),
                option(2, () -> declare(BOOLEAN, scope)),
                option(14 * real, () -> List.of(assign(scope))),
                option(3 * whole, () -> List.of(assignWhole(scope))),
                option(flag, () -> List.of(assignFlag(scope))),
                option(1, () -> List.of(evaluate(scope))),
                option(7 * deeper, () -> List.of(branch(scope, depth))),
                option(4 * deeper, () -> List.of(earlyReturn(scope, depth))),
                option(2 * deeper, () -> chosen(scope, depth)),
                option(scope.isInLoop() ? 2 * deeper : 0, () -> List.of(breaking(scope))),
                option(9 * looping, () -> List.of(loops.counted(scope, depth))),
                option(4 * looping, () -> List.of(loops.repeated(scope, depth))),
                option(deeper, () -> List.of(block(scope.nested(), depth))));
    }

    private List<Statement> declare(JavaType type, Scope scope) {
        Expression value = value(type, scope);
        String name = scope.freshName(chance);
        scope.add(new Variable(name, type, true, false));
        boolean isVar = value.type() == type && chance.once(4);
        return List.of(new Declare(isVar ? "var" : type.text(), name, Optional.of(value)));
    }

    private Expression value(JavaType type, Scope scope) {
        return switch (type) {
            case BOOLEAN -> expressions.truth(scope, 2);
            case INT, LONG -> expressions.whole(type, scope, 2);
            case DOUBLE -> chance.once(12) ? expressions.few(scope, 1) : expressions.real(scope, 3);
            default -> throw new IllegalArgumentException();
        };
    }

    /** Assignments to reals; in loops rather such as do not grow without bound. */
    private Statement assign(Scope scope) {
        String name = chance.any(scope.assignable(DOUBLE)).name();
        Read self = new Read(name, DOUBLE);
        int calm = scope.isInLoop() ? 3 : 1;
        return chance.<Statement>choose(
                option(4, () -> new Assign(name, "=", expressions.real(scope, 3))),
                option(3 * calm, () -> new Assign(name, "=", new Call("Math.sin", expressions.real(scope, 2)))),
                option(2 * calm, () -> new Assign(name, "=", damped(self, expressions.real(scope, 2)))),
                option(2 * calm, () -> new Assign(name, "+=", expressions.real(scope, 2))),
                option(calm, () -> new Assign(name, "-=", expressions.real(scope, 2))),
                option(calm, () -> new Assign(name, "*=", new Call("Math.cos", expressions.real(scope, 2)))),
                option(1, () -> new Assign(name, "*=", expressions.real(scope, 1))),
                option(1, () -> new Assign(name, "/=", new Call("Math.cosh", expressions.real(scope, 1)))),
                option(1, () -> new Assign(name, "%=", Literal.of(2.0))),
                option(1, () -> new Assign(name, chance.of("+=", "*=", "="), expressions.few(scope, 1))),
                option(1, () -> new Plain(name + chance.of("++", "--"), false)));
    }

    private static Expression damped(Expression self, Expression other) {
        return new Binary("+", new Binary("*", Literal.of(0.5), self), other);
    }

    private Statement assignWhole(Scope scope) {
        String name = chance.any(scope.assignable(INT)).name();
        return chance.<Statement>choose(
                option(3, () -> new Assign(name, "=", expressions.whole(INT, scope, 2))),
                option(2, () -> new Assign(name, "=", expressions.few(scope, 2))),
                option(3, () -> new Assign(name, chance.of("+=", "-=", "*="), expressions.whole(INT, scope, 1))),
                option(1, () -> new Assign(name, chance.of("/=", "%="), Literal.of(chance.of(2, 3, 5)))),
                option(1, () -> new Assign(name, chance.of("&=", "|=", "^="), expressions.whole(INT, scope, 1))),
                option(1, () -> new Assign(name, chance.of("<<=", ">>=", ">>>="), Literal.of(chance.between(0, 3)))),
                option(1, () -> new Assign(name, chance.of("+=", "*=", "-="), expressions.real(scope, 1))),
                option(3, () -> new Plain(step(name), false)));
    }

    private String step(String name) {
        String operator = chance.of("++", "--");
        return chance.once(3) ? operator + name : name + operator;
    }

    private Statement assignFlag(Scope scope) {
        String name = chance.any(scope.assignable(BOOLEAN)).name();
        return new Assign(name, chance.of("=", "=", "&=", "|=", "^="), expressions.truth(scope, 2));
    }

    private Statement evaluate(Scope scope) {
        return new Evaluate(
                chance.once(2)
                        ? expressions.draw(scope, 1)
                        : expressions
                                .calls()
                                .ofHelper(DOUBLE, scope, 2)
                                .orElseGet(() -> expressions.bounded(scope, 2)));
    }

    private Statement branch(Scope scope, int depth) {
        Expression condition = expressions.truth(scope, 2);
        Block then = block(scope.nested(), depth);
        return new If(condition, then, chance.once(2) ? Block.EMPTY : block(scope.nested(), depth));
    }

    private Statement earlyReturn(Scope scope, int depth) {
        Expression condition = expressions.truth(scope, 2);
        Block exit = returning(scope, depth);
        return switch (chance.between(0, 5)) {
            case 0 -> new If(condition, block(scope.nested(), depth), exit);
            case 1 -> new If(condition, exit, block(scope.nested(), depth));
            default -> new If(condition, exit, Block.EMPTY);
        };
    }

    /** A guard that returns a constant or more, and an array whose length only the guard makes safe. */
    private List<Statement> guarded(Scope scope) {
        String divisor = chance.any(guardable(scope)).name();
        Expression isOutside = new Read(divisor + " < 1", BOOLEAN);
        Statement exit = result == DOUBLE && chance.once(2) ? new Return(Literal.of(0.0)) : returned(scope);
        String name = scope.freshName(chance);
        scope.add(new Variable(name, DOUBLES, true, false));
        Expression array = new Read("new double[6 / " + divisor + " + 3]", DOUBLES);
        return List.of(
                new If(isOutside, new Block(List.of(exit)), Block.EMPTY),
                new Declare(DOUBLES.text(), name, Optional.of(array)));
    }

    private static List<Variable> guardable(Scope scope) {
        return scope.where(each -> each.type() == INT && !each.isAssignable());
    }

    private Statement returnedEarly(Parameter empty) {
        return chance.once(4)
                ? new Plain("throw new IllegalArgumentException(\"" + empty.name() + "\")", true)
                : new Return(Literal.of(chance.of(0.0, 1.0)));
    }

    private Statement switched(Scope scope, int depth) {
        Expression selector = expressions.few(scope, 2);
        List<Block> cases = new ArrayList<>();
        for (int i = chance.between(2, 4); i > 0; i--) {
            cases.add(block(scope.nested(), depth));
        }
        return new MoreStatement.Switch(selector, chance.once(2), chance.once(3), cases);
    }

    /** Only {@code for} loops count where {@code continue} goes on; another loop's counter ends it all the same. */
    private Statement continuing(Scope scope) {
        Statement exit = new Plain(scope.isCounted() ? "continue" : "break", true);
        return new If(expressions.truth(scope, 1), new Block(List.of(exit)), Block.EMPTY);
    }

    private Statement breaking(Scope scope) {
        Scope inner = scope.nested();
        List<Statement> statements = chance.once(2) ? statements(inner, DEEPEST, 2) : new ArrayList<>();
        statements.add(new Plain("break", true));
        return new If(expressions.truth(scope, 1), new Block(statements), Block.EMPTY);
    }

    /** A variable that gets its value in both branches. */
    private List<Statement> chosen(Scope scope, int depth) {
        String name = scope.freshName(chance);
        Scope reserved = scope.nested();
        reserved.reserve(name);
        Expression condition = expressions.truth(scope, 2);
        If branch = new If(condition, choosing(name, reserved, depth), choosing(name, reserved, depth));
        scope.add(new Variable(name, DOUBLE, true, false));
        return List.of(new Declare("double", name, Optional.empty()), branch);
    }

    private Block choosing(String name, Scope outer, int depth) {
        Scope scope = outer.nested();
        List<Statement> statements = chance.once(2) ? statements(scope, depth + 1, 2) : new ArrayList<>();
        statements.add(new Assign(name, "=", expressions.real(scope, 2)));
        return new Block(statements);
    }
}
