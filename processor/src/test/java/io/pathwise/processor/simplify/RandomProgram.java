package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.call;
import static io.pathwise.processor.program.Terms.count;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.element;
import static io.pathwise.processor.program.Terms.exit;
import static io.pathwise.processor.program.Terms.field;
import static io.pathwise.processor.program.Terms.leave;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.loop;
import static io.pathwise.processor.program.Terms.math;
import static io.pathwise.processor.program.Terms.memory;
import static io.pathwise.processor.program.Terms.number;
import static io.pathwise.processor.program.Terms.truth;
import static io.pathwise.processor.program.Terms.when;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Legal random programs of the kind that the modes generate: versions and copies, adjoints that start from zero,
 * temporaries, comments, loops that end, early exits, arrays that may be the same, effects of the runtime.
 *
 * <p>Nothing in them tells the two zeros apart.
 */
final class RandomProgram {
    private static final Type ARRAY = new ArrayOf(Primitive.DOUBLE);
    private static final List<String> NAMES = List.of("x", "y", "z");

    private final Random random;
    private final Names names = new Names(0);
    private final List<Expression> written = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Variable> arrays = new ArrayList<>();
    private final Variable gradient;
    private int budget = 40;

    private RandomProgram(long seed) {
        random = new Random(seed);
        gradient = names.create("gradient", new Type.Reference("Gradient"), Origin.GENERATED);
    }

    /** Always the same program for the same seed. Arguments: x, y, n, flag, two arrays of 4, gradient. */
    static Program of(long seed) {
        return new RandomProgram(seed).program();
    }

    private Program program() {
        Scope scope = new Scope(false);
        scope.reals.add(parameter("x", Primitive.DOUBLE, Parameter.Kind.ACTIVE));
        scope.reals.add(parameter("y", Primitive.DOUBLE, Parameter.Kind.ACTIVE));
        scope.wholes.add(parameter("n", Primitive.INT, Parameter.Kind.CONSTANT));
        scope.flags.add(parameter("flag", Primitive.BOOLEAN, Parameter.Kind.CONSTANT));
        arrays.add(parameter("a", ARRAY, Parameter.Kind.CONSTANT));
        arrays.add(parameter("b", ARRAY, Parameter.Kind.CONSTANT));
        parameters.add(new Parameter(gradient, Parameter.Kind.ADDED, Position.NONE));
        List<Statement> body = new ArrayList<>();
        for (int slot = 0; slot < 2; slot++) {
            Variable kept = names.create("kept" + slot, ARRAY, Origin.GENERATED);
            body.add(declare(kept, memory(local(gradient), slot, number(4))));
            arrays.add(kept);
        }
        body.addAll(statements(scope, 0, 8));
        body.addAll(statements(scope, 0, 8));
        body.addAll(statements(scope, 0, 8));
        body.add(exit(real(scope, 3)));
        return new Program("Fuzz", "run", parameters, Primitive.DOUBLE, Block.of(body), names.next(), Position.NONE);
    }

    private Variable parameter(String name, Type type, Parameter.Kind kind) {
        Variable variable = names.create(name, type, Origin.SOURCE);
        parameters.add(new Parameter(variable, kind, Position.NONE));
        return variable;
    }

    /** The variables that have a value. */
    private static final class Scope {
        final List<Variable> reals = new ArrayList<>();
        final List<Variable> wholes = new ArrayList<>();
        final List<Variable> flags = new ArrayList<>();
        final List<Variable> counters = new ArrayList<>();
        final boolean inLoop;

        Scope(boolean inLoop) {
            this.inLoop = inLoop;
        }

        Scope inner(boolean loop) {
            Scope inner = new Scope(loop || inLoop);
            inner.reals.addAll(reals);
            inner.wholes.addAll(wholes);
            inner.flags.addAll(flags);
            inner.counters.addAll(counters);
            return inner;
        }
    }

    private Block block(Scope outer, boolean loop, int depth) {
        return Block.of(statements(outer.inner(loop), depth + 1, 5));
    }

    private List<Statement> statements(Scope scope, int depth, int most) {
        List<Statement> statements = new ArrayList<>();
        int size = 1 + random.nextInt(most);
        for (int i = 0; i < size && budget > 0; i++) {
            budget--;
            statements.addAll(statement(scope, depth));
        }
        return random.nextInt(4) == 0 ? explain(statements) : statements;
    }

    private List<Statement> explain(List<Statement> statements) {
        int cut = random.nextInt(statements.size() + 1);
        List<Statement> explained = new ArrayList<>(statements.subList(0, cut));
        explained.add(new Explained(
                "comment " + random.nextInt(2), statements.subList(cut, statements.size()), Position.NONE));
        return explained;
    }

    private List<Statement> statement(Scope scope, int depth) {
        int kind = random.nextInt(depth < 3 ? 26 : 19);
        return switch (kind) {
            case 0, 1, 2 -> List.of(define(scope, origin(), real(scope, 2)));
            case 3, 4 -> List.of(define(scope, Origin.TEMPORARY, real(scope, 2)));
            case 5 -> List.of(define(scope, Origin.GENERATED, number(0)));
            case 6 -> List.of(version(scope, false));
            case 7 -> List.of(version(scope, true));
            case 8, 9 -> List.of(assign(any(scope.reals), real(scope, 2)));
            case 10 -> List.of(assign(any(scope.reals), local(any(scope.reals))));
            case 11, 12 -> List.of(accumulate(local(any(scope.reals)), scope));
            case 13 -> List.of(accumulate(slope(), scope));
            case 14 -> List.of(assign(cell(scope), real(scope, 2)));
            case 15, 16 -> List.of(effect(scope));
            case 17 -> whole(scope);
            case 18 -> List.of(define(scope, Origin.TEMPORARY, cell(scope)));
            case 19, 20 -> List.of(when(condition(scope), block(scope, false, depth), otherwise(scope, depth)));
            case 21 -> chosen(scope, depth);
            case 22, 23 -> List.of(counted(scope, depth));
            case 24 -> repeated(scope, depth);
            default -> List.of(early(scope));
        };
    }

    private Origin origin() {
        return Origin.values()[random.nextInt(2) * 2];
    }

    private Statement define(Scope scope, Origin origin, Expression value) {
        Variable variable = names.create(any(NAMES), Primitive.DOUBLE, origin);
        scope.reals.add(variable);
        return declare(variable, value);
    }

    /** {@code double x2 = x} or {@code double x2 = f(x)}; what follows mostly uses x2. */
    private Statement version(Scope scope, boolean computed) {
        Variable variable = any(scope.reals);
        Variable version = names.version(variable);
        Expression value = local(variable);
        if (random.nextInt(3) > 0) {
            scope.reals.remove(variable);
        }
        scope.reals.add(version);
        return declare(version, computed ? binary(value, "*", real(scope.inner(false), 1, variable)) : value);
    }

    private Expression real(Scope scope, int depth, Variable instead) {
        scope.reals.removeIf(each -> each.name().equals(instead.name()));
        scope.reals.add(instead);
        return real(scope, depth);
    }

    private Statement accumulate(Expression target, Scope scope) {
        Expression value = real(scope, 2);
        return switch (random.nextInt(5)) {
            case 0 -> assign(target, binary(target, "-", value));
            case 1 -> assign(target, binary(value, "+", target));
            case 2 -> assign(target, binary(binary(target, "+", real(scope, 1)), "-", value));
            case 3 -> assign(target, binary(target, "+", local(any(scope.wholes))));
            default -> add(target, value);
        };
    }

    private Expression slope() {
        return field(local(gradient), random.nextBoolean() ? "x" : "y", Primitive.DOUBLE);
    }

    private Expression cell(Scope scope) {
        Expression array = random.nextInt(5) == 0 ? field(local(gradient), "weights", ARRAY) : local(any(arrays));
        return element(array, index(scope));
    }

    private Expression index(Scope scope) {
        return scope.counters.isEmpty() || random.nextBoolean()
                ? number(random.nextInt(random.nextInt(100) == 0 ? 6 : 4))
                : local(any(scope.counters));
    }

    private Statement effect(Scope scope) {
        Expression tick = call("io.pathwise.runtime.Noise", "tick", real(scope, 1));
        return switch (random.nextInt(4)) {
            case 0 -> new Evaluate(tick, Position.NONE);
            case 1 -> define(scope, Origin.TEMPORARY, tick);
            case 2 -> define(scope, Origin.SOURCE, tick);
            default -> assign(any(scope.reals), tick);
        };
    }

    private List<Statement> whole(Scope scope) {
        Expression left = local(any(scope.wholes));
        String operator = any(List.of("+", "*", "-", "/", "%"));
        Expression right = random.nextInt(6) == 0 ? local(any(scope.wholes)) : number(1 + random.nextInt(3));
        Variable variable = names.create("k", Primitive.INT, random.nextBoolean() ? Origin.TEMPORARY : Origin.SOURCE);
        scope.wholes.add(variable);
        return List.of(declare(variable, random.nextInt(4) == 0 ? left : binary(left, operator, right)));
    }

    private Block otherwise(Scope scope, int depth) {
        return random.nextBoolean() ? Block.EMPTY : block(scope, false, depth);
    }

    /** A variable that gets its value in both branches. */
    private List<Statement> chosen(Scope scope, int depth) {
        Variable source = any(scope.reals);
        Variable variable = random.nextBoolean()
                ? names.version(source)
                : names.create(any(NAMES), Primitive.DOUBLE, Origin.GENERATED);
        Scope then = scope.inner(false);
        List<Statement> yes = new ArrayList<>(statements(then, depth + 1, 3));
        if (random.nextBoolean()) {
            yes.add(version(then, true));
        }
        yes.add(assign(variable, local(then.reals.get(then.reals.size() - 1))));
        Block no = random.nextBoolean()
                ? Block.of(List.of(assign(variable, local(source))))
                : Block.of(List.of(assign(variable, real(scope, 2))));
        scope.reals.add(variable);
        Statement first = random.nextBoolean() ? declare(variable) : declare(variable, number(0));
        return List.of(first, when(condition(scope.inner(false), variable), Block.of(yes), no));
    }

    private Expression condition(Scope scope, Variable except) {
        scope.reals.remove(except);
        return condition(scope);
    }

    private Statement counted(Scope scope, int depth) {
        Variable counter = names.create("i", Primitive.INT, Origin.SOURCE);
        Scope inner = scope.inner(true);
        inner.counters.add(counter);
        inner.wholes.add(counter);
        List<Statement> body = new ArrayList<>(statements(inner, depth + 1, 6));
        Variable last = inner.reals.get(inner.reals.size() - 1);
        Variable carried = any(scope.reals);
        if (random.nextBoolean()) {
            body.add(assign(carried, local(last)));
        }
        Expression bound = random.nextBoolean()
                ? number(1 + random.nextInt(4))
                : local(parameters.get(2).variable());
        return count(counter, bound, Block.of(body));
    }

    /** A loop with an exit condition on data that ends after four rounds at most. */
    private List<Statement> repeated(Scope scope, int depth) {
        Variable rounds = names.create("rounds", Primitive.INT, Origin.GENERATED);
        Expression ends = binary(local(rounds), "<", number(1 + random.nextInt(4)));
        List<Statement> body = new ArrayList<>(List.of(add(rounds, number(1))));
        Expression condition = random.nextBoolean() ? ends : binary(ends, "&&", condition(scope));
        body.addAll(statements(scope.inner(true), depth + 1, 4));
        return List.of(declare(rounds, number(0)), loop(condition, Block.of(body)));
    }

    private Statement early(Scope scope) {
        Statement leaving = scope.inLoop && random.nextBoolean() ? leave() : exit(real(scope, 2));
        Expression condition = random.nextInt(8) == 0 ? truth(false) : condition(scope);
        return when(condition, Block.of(List.of(accumulate(slope(), scope), leaving)));
    }

    private Expression condition(Scope scope) {
        return switch (random.nextInt(5)) {
            case 0 -> local(any(scope.flags));
            case 1 -> binary(local(any(scope.wholes)), any(List.of("<", "==", ">=")), number(random.nextInt(3)));
            case 2 -> binary(local(any(scope.flags)), any(List.of("&&", "||")), comparison(scope));
            default -> comparison(scope);
        };
    }

    private Expression comparison(Scope scope) {
        return binary(real(scope, 1), any(List.of("<", ">", "<=", "!=")), real(scope, 1));
    }

    /** A value, sometimes one that was written before and has all it reads in scope. */
    private Expression real(Scope scope, int depth) {
        List<Variable> visible = new ArrayList<>(scope.reals);
        visible.addAll(scope.wholes);
        List<Expression> again = written.stream()
                .filter(each -> visible.containsAll(Expressions.variables(each)))
                .toList();
        if (depth > 0 && !again.isEmpty() && random.nextInt(4) == 0) {
            return any(again);
        }
        Expression value = fresh(scope, depth);
        if (Expressions.any(value, each -> each instanceof Expression.Call)
                && Expressions.variables(value).stream().noneMatch(each -> each.type() instanceof ArrayOf)) {
            written.add(value);
        }
        return value;
    }

    private Expression fresh(Scope scope, int depth) {
        if (depth == 0) {
            return switch (random.nextInt(8)) {
                case 0 -> number(0.5 + random.nextInt(3));
                case 1, 2 -> cell(scope);
                default -> local(any(scope.reals));
            };
        }
        Expression left = real(scope, depth - 1);
        return switch (random.nextInt(9)) {
            case 0, 1 -> binary(left, "*", real(scope, depth - 1));
            case 2, 3 -> binary(left, "+", real(scope, depth - 1));
            case 4 -> binary(left, "-", real(scope, depth - 1));
            case 5 -> binary(left, "/", binary(number(1.5), "+", math("abs", real(scope, depth - 1))));
            case 6 -> math(any(List.of("sin", "tanh", "exp")), left);
            case 7 -> binary(left, "*", local(any(scope.wholes)));
            default ->
                new Expression.Conditional(
                        comparison(scope), left, real(scope, depth - 1), Primitive.DOUBLE, Position.NONE);
        };
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
