package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.JavaType.BOOLEAN;
import static io.pathwise.processor.fuzz.JavaType.DOUBLE;
import static io.pathwise.processor.fuzz.JavaType.FLAGS;
import static io.pathwise.processor.fuzz.JavaType.INT;
import static io.pathwise.processor.fuzz.JavaType.INTS;
import static io.pathwise.processor.fuzz.JavaType.LONG;

import io.pathwise.processor.fuzz.Expression.Binary;
import io.pathwise.processor.fuzz.Expression.Bounded;
import io.pathwise.processor.fuzz.Expression.Call;
import io.pathwise.processor.fuzz.Expression.Cast;
import io.pathwise.processor.fuzz.Expression.Conditional;
import io.pathwise.processor.fuzz.Expression.Element;
import io.pathwise.processor.fuzz.Expression.Literal;
import io.pathwise.processor.fuzz.Expression.Overloaded;
import io.pathwise.processor.fuzz.Expression.Read;
import io.pathwise.processor.fuzz.Expression.Unary;
import io.pathwise.processor.fuzz.Scope.Variable;
import java.util.List;

/** Random expressions, mostly in the domain of the functions that they call. */
final class ExpressionGenerator {
    /** The length of every array parameter. */
    static final int LENGTH = 3;

    private final Chance chance;
    private final ArrayExpressions arrays;
    private final CallGenerator calls;

    ExpressionGenerator(Chance chance, List<RandomMethod> helpers) {
        this.chance = chance;
        this.arrays = new ArrayExpressions(chance, this::index);
        this.calls = new CallGenerator(chance, this, arrays, helpers);
    }

    /** Chooses arrays. */
    ArrayExpressions arrays() {
        return arrays;
    }

    /** Makes calls, and the arrays and records that they take. */
    CallGenerator calls() {
        return calls;
    }

    /** A {@code double}. */
    Expression real(Scope scope, int depth) {
        if (depth <= 0) {
            return realAtom(scope);
        }
        return chance.<Expression>choose(
                option(14, () -> realAtom(scope)),
                option(20, () -> mixed(chance.of("+", "-"), scope, depth)),
                option(14, () -> mixed("*", scope, depth)),
                option(5, () -> new Binary("/", real(scope, depth - 1), away(scope, depth))),
                option(1, () -> new Binary("%", real(scope, depth - 1), away(scope, depth))),
                option(3, () -> new Unary(chance.once(8) ? "+" : "-", real(scope, depth - 1))),
                option(12, () -> bounded(scope, depth)),
                option(9, () -> insideDomain(scope, depth)),
                option(5, () -> withoutGuard(scope, depth)),
                option(5, () -> ofTwo(scope, depth)),
                option(1, () -> math("fma", real(scope, depth - 1), real(scope, depth - 1), real(scope, depth - 1))),
                option(3, () -> conditional(scope, depth)),
                option(2, () -> choiceOfVariables(scope)),
                option(1, () -> new Cast(DOUBLE, whole(INT, scope, depth - 1))),
                option(4, () -> draw(scope, depth)),
                option(4, () -> calls.ofHelper(DOUBLE, scope, depth).orElseGet(() -> bounded(scope, depth))),
                option(2, () -> calls.kept(scope, depth)));
    }

    private Expression realAtom(Scope scope) {
        List<Variable> variables = scope.of(DOUBLE);
        return chance.<Expression>choose(
                option(variables.isEmpty() ? 0 : 14, () -> chance.any(variables).read()),
                option(4, () -> arrays.element(scope)),
                option(3, this::literal),
                option(1, () -> new Read(chance.of("SCALE", "Math.PI"), DOUBLE)));
    }

    /** A number. */
    Expression literal() {
        return new Literal(chance.of("0.5", "1.5", "2.0", "0.3", "1e-1", "3.0", "0.0", "1.0"), DOUBLE);
    }

    /** An operation on two reals, or on a real and a whole number. */
    private Expression mixed(String operator, Scope scope, int depth) {
        Expression left = real(scope, depth - 1);
        return chance.<Expression>choose(
                option(6, () -> new Binary(operator, left, real(scope, depth - 1))),
                option(1, () -> new Binary(operator, left, few(scope, depth - 1))),
                option(1, () -> new Binary(operator, few(scope, depth - 1), left)),
                option(1, () -> new Binary(operator, left, Literal.of(chance.between(0, 3)))));
    }

    /** A number that is not near 0. */
    private Expression away(Scope scope, int depth) {
        return new Binary("+", Literal.of(1.5), math("abs", real(scope, depth - 1)));
    }

    /** A number that does not grow. */
    Expression bounded(Scope scope, int depth) {
        return math(chance.of("sin", "cos", "tanh", "atan"), real(scope, depth - 1));
    }

    /** A number between -1 and 1. */
    private Expression unit(Scope scope, int depth) {
        return math(chance.of("sin", "tanh", "cos"), real(scope, depth - 1));
    }

    private Expression insideDomain(Scope scope, int depth) {
        return chance.<Expression>choose(
                option(4, () -> math(chance.of("exp", "expm1", "sinh", "cosh"), unit(scope, depth))),
                option(
                        2,
                        () -> math(
                                chance.of("asin", "acos"),
                                new Binary("*", new Literal("0.9", DOUBLE), unit(scope, depth)))),
                option(2, () -> math(chance.of("log", "log10", "sqrt", "cbrt"), away(scope, depth))),
                option(2, () -> math("log1p", math("abs", real(scope, depth - 1)))),
                option(2, () -> logOfSquare(scope, depth)),
                option(1, () -> new Call("StrictMath." + chance.of("exp", "sin"), unit(scope, depth))));
    }

    private Expression logOfSquare(Scope scope, int depth) {
        Expression square = chance.once(2)
                ? realAtom(scope)
                : new Unary("-", chance.any(scope.of(DOUBLE)).read());
        return math("log", new Binary("+", Literal.of(1), new Binary("*", square, square)));
    }

    private Expression withoutGuard(Scope scope, int depth) {
        Expression argument = real(scope, depth - 1);
        return chance.<Expression>choose(
                option(6, () -> new Overloaded("Math.abs", argument)),
                option(3, () -> math("sqrt", new Overloaded("Math.max", argument, Literal.of(0)))),
                option(1, () -> math(chance.of("sqrt", "log", "cbrt", "tan", "exp"), argument)),
                option(2, () -> math(chance.of("floor", "ceil", "rint", "signum"), argument)),
                option(1, () -> math(chance.of("toRadians", "toDegrees", "nextUp", "nextDown", "ulp"), argument)),
                option(1, () -> new Call("Math.scalb", argument, Literal.of(chance.between(0, 3)))));
    }

    private Expression ofTwo(Scope scope, int depth) {
        Expression first = real(scope, depth - 1);
        return chance.<Expression>choose(
                option(6, () -> extreme(first, scope, depth)),
                option(2, () -> math(chance.of("hypot", "atan2", "copySign"), first, real(scope, depth - 1))),
                option(1, () -> math("pow", first, Literal.of(chance.between(0, 4)))),
                option(1, () -> math("pow", first, real(scope, depth - 1))),
                option(1, () -> math("pow", away(scope, depth), unit(scope, depth))),
                option(1, () -> math("IEEEremainder", first, away(scope, depth))));
    }

    private Expression extreme(Expression first, Scope scope, int depth) {
        Expression second = chance.once(4) ? few(scope, depth - 1) : real(scope, depth - 1);
        return new Overloaded(chance.of("Math.max", "Math.min"), first, second);
    }

    private static Expression math(String function, Expression... arguments) {
        return new Call("Math." + function, arguments);
    }

    private Expression conditional(Scope scope, int depth) {
        Expression yes = real(scope, depth - 1);
        Expression no = chance.once(5) ? few(scope, depth - 1) : real(scope, depth - 1);
        Expression condition = truth(scope, depth - 1);
        return chance.once(2) ? new Conditional(condition, yes, no) : new Conditional(condition, no, yes);
    }

    /** A choice whose derivative is a choice between numbers, by a condition that may read elements. */
    private Expression choiceOfVariables(Scope scope) {
        Expression condition = chance.<Expression>choose(
                option(3, () -> new Binary(chance.of("<", ">"), arrays.element(scope), literal())),
                option(1, () -> new Binary(chance.of("<", ">"), arrays.element(INTS, scope), Literal.of(1))),
                option(scope.of(FLAGS).isEmpty() ? 0 : 2, () -> arrays.element(FLAGS, scope)));
        return new Conditional(condition, perhapsNegative(scope), perhapsNegative(scope));
    }

    private Expression perhapsNegative(Scope scope) {
        Expression atom =
                chance.once(4) ? literal() : chance.any(scope.of(DOUBLE)).read();
        return chance.once(2) ? atom : new Unary("-", atom);
    }

    /** A draw, mostly with parameters that are in range. */
    Expression draw(Scope scope, int depth) {
        return chance.<Expression>choose(
                option(3, () -> sampler("normal", real(scope, depth - 1), spread(scope, depth))),
                option(1, () -> sampler("normal", Literal.of(0), Literal.of(1))),
                option(2, () -> sampler("logNormal", unit(scope, depth), spread(scope, depth))),
                option(2, () -> sampler("uniform", unit(scope, depth), away(scope, depth))),
                option(1, () -> sampler("uniform", new Unary("-", spread(scope, depth)), spread(scope, depth))),
                option(3, () -> sampler("exponential", spread(scope, depth))));
    }

    /** A small positive number. */
    private Expression spread(Scope scope, int depth) {
        return chance.<Expression>choose(
                option(1, () -> new Literal(chance.of("0.5", "1.0", "2"), DOUBLE)),
                option(2, () -> math("cosh", unit(scope, depth))),
                option(2, () -> new Binary("+", new Literal("0.1", DOUBLE), math("abs", real(scope, depth - 1)))));
    }

    private static Expression sampler(String name, Expression... arguments) {
        return new Call("Sampler." + name, arguments);
    }

    /** An index of the arrays. */
    Expression index(Scope scope) {
        List<Variable> counters = scope.where(each -> each.isIndex() && each.type() == INT);
        List<Variable> tables = scope.where(each -> each.isIndex() && each.type() == INTS);
        int some = counters.isEmpty() ? 0 : 1;
        return chance.<Expression>choose(
                option(3, () -> Literal.of(chance.between(0, LENGTH - 1))),
                option(8 * some, () -> chance.any(counters).read()),
                option(
                        2 * some,
                        () -> new Binary(
                                "-",
                                Literal.of(LENGTH - 1),
                                chance.any(counters).read())),
                option(2, () -> new Element(chance.any(tables).read(), place(counters))),
                option(1, () -> new Call("choose", List.of(calls.table(INTS, scope), whole(INT, scope, 1)), INT)),
                option(3, () -> within(whole(INT, scope, 1), LENGTH)),
                option(2, () -> within(new Cast(INT, real(scope, 1)), LENGTH)));
    }

    private Expression place(List<Variable> counters) {
        return counters.isEmpty() || chance.once(2)
                ? Literal.of(chance.between(0, LENGTH - 1))
                : chance.any(counters).read();
    }

    private Expression within(Expression value, int limit) {
        return new Bounded(chance.any(List.of(Bounded.Form.values())), value, limit);
    }

    /** An {@code int} from 0 to 4. */
    Expression few(Scope scope, int depth) {
        List<Variable> counters = scope.where(each -> each.type() == INT && !each.isAssignable());
        return chance.<Expression>choose(
                option(4, () -> Literal.of(chance.between(0, 4))),
                option(counters.isEmpty() ? 0 : 5, () -> chance.any(counters).read()),
                option(3, () -> within(whole(INT, scope, depth - 1), chance.between(2, 4))),
                option(1, () -> within(new Cast(INT, real(scope, depth - 1)), chance.between(2, 4))),
                option(1, () -> new Read("COUNT", INT)));
    }

    /** An {@code int} or {@code long} of any size. */
    Expression whole(JavaType type, Scope scope, int depth) {
        if (depth <= 0) {
            return wholeAtom(type, scope);
        }
        return chance.<Expression>choose(
                option(6, () -> wholeAtom(type, scope)),
                option(6, () -> ofTwoWhole(chance.of("+", "-", "*"), type, scope, depth)),
                option(2, () -> new Binary(chance.of("/", "%"), whole(type, scope, depth - 1), divisor())),
                option(2, () -> ofTwoWhole(chance.of("&", "|", "^"), type, scope, depth)),
                option(
                        1,
                        () -> new Binary(
                                chance.of("<<", ">>", ">>>"),
                                whole(type, scope, depth - 1),
                                Literal.of(chance.between(0, 3)))),
                option(2, () -> new Unary(chance.of("-", "~"), whole(type, scope, depth - 1))),
                option(2, () -> new Cast(type, real(scope, depth - 1))),
                option(1, () -> new Cast(type, whole(type == INT ? LONG : INT, scope, depth - 1))),
                option(1, () -> rounded(type, scope, depth)),
                option(1, () -> new Overloaded("Math.abs", whole(type, scope, depth - 1))),
                option(2, () -> wholeExtreme(type, scope, depth)),
                option(
                        2,
                        () -> new Conditional(
                                truth(scope, depth - 1), whole(type, scope, depth - 1), wholeAtom(type, scope))));
    }

    private Expression wholeAtom(JavaType type, Scope scope) {
        List<Variable> variables = scope.of(type);
        int some = type == INT ? 1 : 0;
        return chance.<Expression>choose(
                option(variables.isEmpty() ? 0 : 8, () -> chance.any(variables).read()),
                option(3, () -> wholeLiteral(type)),
                option(2 * some, () -> arrays.element(INTS, scope)),
                option(some, () -> new Call("total", List.of(calls.table(INTS, scope)), INT)),
                option(some, () -> new Read(arrays.measurable(scope).text() + ".length", INT)));
    }

    private Expression wholeLiteral(JavaType type) {
        String digits = chance.of("0", "1", "2", "3", "5", "7");
        return new Literal(type == LONG ? digits + "L" : digits, type);
    }

    private Expression divisor() {
        return Literal.of(chance.of(2, 3, 5, 7));
    }

    private Expression ofTwoWhole(String operator, JavaType type, Scope scope, int depth) {
        return new Binary(operator, whole(type, scope, depth - 1), whole(type, scope, depth - 1));
    }

    private Expression wholeExtreme(JavaType type, Scope scope, int depth) {
        return new Overloaded(chance.of("Math.max", "Math.min"), whole(type, scope, depth - 1), wholeAtom(type, scope));
    }

    private Expression rounded(JavaType type, Scope scope, int depth) {
        Expression rounded = new Call("Math.round", List.of(real(scope, depth - 1)), LONG);
        return type == LONG ? rounded : new Cast(INT, rounded);
    }

    /** A condition. */
    Expression truth(Scope scope, int depth) {
        List<Variable> flags = scope.of(BOOLEAN);
        int deeper = depth > 0 ? 1 : 0;
        return chance.<Expression>choose(
                option(8, () -> compared(chance.of("<", "<=", ">", ">="), scope, depth)),
                option(4, () -> wholesCompared(scope, depth)),
                option(flags.isEmpty() ? 0 : 4, () -> chance.any(flags).read()),
                option(scope.of(FLAGS).isEmpty() ? 0 : 4, () -> arrays.element(FLAGS, scope)),
                option(1, () -> new Call("isOdd", List.of(wholeAtom(INT, scope)), BOOLEAN)),
                option(2 * deeper, () -> new Unary("!", truth(scope, depth - 1))),
                option(8 * deeper, () -> logical(chance.of("&&", "||"), scope, depth)),
                option(2 * deeper, () -> logical(chance.of("&", "|", "^", "==", "!="), scope, depth)),
                option(
                        deeper,
                        () -> new Conditional(
                                truth(scope, depth - 1), truth(scope, depth - 1), truth(scope, depth - 1))));
    }

    private Expression compared(String relation, Scope scope, int depth) {
        return new Binary(relation, real(scope, depth - 1), chance.once(3) ? literal() : real(scope, depth - 1));
    }

    private Expression wholesCompared(Scope scope, int depth) {
        String relation = chance.of("<", "<=", ">", ">=", "==", "!=");
        JavaType type = chance.once(4) ? LONG : INT;
        return new Binary(relation, whole(type, scope, depth - 1), few(scope, 0));
    }

    private Expression logical(String operator, Scope scope, int depth) {
        return new Binary(operator, truth(scope, depth - 1), truth(scope, depth - 1));
    }
}
