package io.pathwise.processor.normalize;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes what the library does to whole arrays as loops over their elements: initialisers, {@code clone}, {@code
 * Arrays.copyOf} and {@code copyOfRange}, {@code Arrays.fill}, {@code System.arraycopy}. What remains are new arrays of
 * zeros and assignments to elements, which are differentiated like any other.
 */
public final class ArrayOperations {
    private static final String ARRAYS = "java.util.Arrays";

    private final Names names;
    private final boolean onlyInitializers;

    private ArrayOperations(Names names, boolean onlyInitializers) {
        this.names = names;
        this.onlyInitializers = onlyInitializers;
    }

    /** The block with operations on whole arrays written out. */
    public static Block expand(Block block, Names names) {
        return new ArrayOperations(names, false).block(block);
    }

    /** The block with initialisers written out, and what the library does left to it. */
    public static Block expandInitializers(Block block, Names names) {
        return new ArrayOperations(names, true).block(block);
    }

    private Block block(Block block) {
        return new Block(all(block.statements()), block.position());
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Declare declare && declare.initializer().isPresent()) {
            declare(declare, out);
        } else if (statement instanceof Assign assign) {
            Expression target = plain(assign.target(), out);
            out.add(new Assign(target, plain(assign.value(), out), assign.position()));
        } else if (statement instanceof Return exit) {
            out.add(new Return(exit.value().map(each -> plain(each, out)), exit.position()));
        } else if (statement instanceof Evaluate evaluate) {
            evaluate(evaluate, out);
        } else if (statement instanceof If branch) {
            Expression condition = plain(branch.condition(), out);
            out.add(new If(condition, block(branch.then()), block(branch.otherwise()), branch.position()));
        } else {
            out.add(Rewriting.lists(statement, this::all));
        }
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        statements.forEach(each -> statement(each, out));
        return out;
    }

    private void declare(Declare declare, List<Statement> out) {
        Expression value = declare.initializer().orElseThrow();
        if (isOperation(value)) {
            create(declare.variable(), operands(value, out), declare.position(), out);
        } else {
            out.add(new Declare(declare.variable(), plain(value, out), declare.position()));
        }
    }

    private void evaluate(Evaluate evaluate, List<Statement> out) {
        Expression expression = operands(evaluate.expression(), out);
        if (!onlyInitializers && expression instanceof Call call && isCall(call, ARRAYS, "fill")) {
            fill(call, out);
        } else if (!onlyInitializers
                && expression instanceof Call call
                && isCall(call, "java.lang.System", "arraycopy")) {
            copy(call, out);
        } else {
            out.add(new Evaluate(expression, evaluate.position()));
        }
    }

    /** The expression with arrays that are created inside it in variables of their own. */
    private Expression plain(Expression expression, List<Statement> out) {
        Expression inner = operands(expression, out);
        if (!isOperation(inner)) {
            return inner;
        }
        Variable array = names.create("copy", inner.type(), Origin.GENERATED);
        create(array, inner, inner.position(), out);
        return new Local(array, inner.position());
    }

    private Expression operands(Expression expression, List<Statement> out) {
        return expression instanceof ArrayValues values && isMatrix(values)
                ? expression
                : Expressions.mapChildren(expression, each -> plain(each, out));
    }

    private boolean isOperation(Expression expression) {
        return expression instanceof ArrayValues || !onlyInitializers && isCopy(expression);
    }

    private static boolean isCopy(Expression expression) {
        return expression instanceof Method method
                        && method.name().equals("clone")
                        && method.type() instanceof Type.ArrayOf
                || expression instanceof Call call
                        && call.function().owner().equals(ARRAYS)
                        && call.function().name().startsWith("copyOf");
    }

    private static boolean isCall(Call call, String owner, String name) {
        return call.function().owner().equals(owner) && call.function().name().equals(name);
    }

    private void create(Variable array, Expression operation, Position position, List<Statement> out) {
        if (operation instanceof ArrayValues values) {
            initialize(array, values, position, out);
        } else if (operation instanceof Method clone) {
            copyOf(array, clone.receiver(), WholeNumbers.ZERO, new Length(clone.receiver(), Position.NONE), out);
        } else {
            List<Expression> arguments = ((Call) operation).arguments();
            boolean isRange = arguments.size() == 3;
            Expression from = isRange ? simple(arguments.get(1), "from", out) : WholeNumbers.ZERO;
            copyOf(array, arguments.get(0), from, simple(arguments.get(isRange ? 2 : 1), "to", out), out);
        }
    }

    private void initialize(Variable array, ArrayValues values, Position position, List<Statement> out) {
        List<Expression> lengths =
                new ArrayList<>(List.of(literal(values.values().size())));
        if (isMatrix(values)) {
            lengths.add(literal(((ArrayValues) values.values().get(0)).values().size()));
        }
        out.add(new Declare(array, new New(array.type(), lengths, position), position));
        assignAll(Algebra.local(array), values, out);
    }

    private void assignAll(Expression array, ArrayValues values, List<Statement> out) {
        for (int i = 0; i < values.values().size(); i++) {
            Element target = new Element(array, literal(i), Position.NONE);
            if (isMatrix(values)) {
                assignAll(target, (ArrayValues) values.values().get(i), out);
            } else {
                Expression value = plain(values.values().get(i), out);
                out.add(new Assign(target, value, value.position()));
            }
        }
    }

    /** Whether all rows are written out and of one length. */
    private static boolean isMatrix(ArrayValues values) {
        return !values.values().isEmpty()
                && values.values().stream().allMatch(ArrayValues.class::isInstance)
                && values.values().stream()
                                .map(each -> ((ArrayValues) each).values().size())
                                .distinct()
                                .count()
                        == 1
                && values.values().stream().noneMatch(each -> isMatrix((ArrayValues) each));
    }

    /** A new array with the elements from one index to another; beyond the source's end it holds zeros. */
    private void copyOf(Variable array, Expression source, Expression from, Expression to, List<Statement> out) {
        Expression length = WholeNumbers.subtract(to, from);
        boolean isWhole = to instanceof Length whole && whole.array().equals(source);
        out.add(new Declare(array, new New(array.type(), List.of(length), Position.NONE), Position.NONE));
        Expression available = WholeNumbers.subtract(new Length(source, Position.NONE), from);
        Expression count = isWhole ? length : min(length, available);
        out.add(loop(
                simple(count, "count", out), i -> assign(Algebra.local(array), i, source, WholeNumbers.add(from, i))));
    }

    private void fill(Call call, List<Statement> out) {
        List<Expression> arguments = call.arguments();
        Expression array = arguments.get(0);
        boolean isRange = arguments.size() == 4;
        Expression from = isRange ? simple(arguments.get(1), "from", out) : WholeNumbers.ZERO;
        Expression to = isRange ? simple(arguments.get(2), "to", out) : new Length(array, Position.NONE);
        Expression value = simple(arguments.get(isRange ? 3 : 1), "filling", out);
        if (isRange) {
            ArrayGuards.fill(arguments, from, to, call.position()).ifPresent(out::add);
        }
        Variable i = names.create("i", Primitive.INT, Origin.GENERATED);
        Statement each = new Assign(new Element(array, Algebra.local(i), Position.NONE), value, call.position());
        out.add(loop(i, from, to, BinaryOperator.LESS, each));
    }

    /** A copy within one array goes in the direction in which it reads no element that it has written. */
    private void copy(Call call, List<Statement> out) {
        List<Expression> arguments = call.arguments();
        Expression source = arguments.get(0);
        Expression from = simple(arguments.get(1), "from", out);
        Expression target = arguments.get(2);
        Expression to = simple(arguments.get(3), "to", out);
        Expression count = simple(arguments.get(4), "count", out);
        ArrayGuards.copy(arguments.get(4), count, call.position()).ifPresent(out::add);
        Statement upwards =
                loop(count, i -> assign(target, WholeNumbers.add(to, i), source, WholeNumbers.add(from, i)));
        Variable i = names.create("i", Primitive.INT, Origin.GENERATED);
        Statement each = assign(
                target, WholeNumbers.add(to, Algebra.local(i)), source, WholeNumbers.add(from, Algebra.local(i)));
        Expression last = WholeNumbers.subtract(count, literal(1));
        Statement downwards = loop(i, last, WholeNumbers.ZERO, BinaryOperator.GREATER_OR_EQUAL, each);
        OptionalInt first = WholeNumbers.value(from);
        OptionalInt place = WholeNumbers.value(to);
        if (first.isPresent() && place.isPresent()) {
            out.add(first.getAsInt() >= place.getAsInt() ? upwards : downwards);
            return;
        }
        Expression isUpwards = Algebra.compare(BinaryOperator.GREATER_OR_EQUAL, from, to);
        out.add(new If(isUpwards, Block.of(List.of(upwards)), Block.of(List.of(downwards)), call.position()));
    }

    private static Statement assign(Expression target, Expression at, Expression source, Expression from) {
        return new Assign(
                new Element(target, at, Position.NONE), new Element(source, from, Position.NONE), Position.NONE);
    }

    private Statement loop(Expression count, java.util.function.Function<Expression, Statement> body) {
        Variable i = names.create("i", Primitive.INT, Origin.GENERATED);
        return loop(i, WholeNumbers.ZERO, count, BinaryOperator.LESS, body.apply(Algebra.local(i)));
    }

    private static Statement loop(Variable i, Expression start, Expression bound, BinaryOperator test, Statement body) {
        boolean isUpwards = test == BinaryOperator.LESS;
        Expression next = isUpwards
                ? WholeNumbers.add(Algebra.local(i), literal(1))
                : WholeNumbers.subtract(Algebra.local(i), literal(1));
        return new For(
                List.of(new Declare(i, start, Position.NONE)),
                Algebra.compare(test, Algebra.local(i), bound),
                List.of(new Assign(Algebra.local(i), next, Position.NONE)),
                Block.of(List.of(body)),
                Position.NONE);
    }

    /** The value as something that the loop neither changes nor computes again. */
    private Expression simple(Expression value, String name, List<Statement> out) {
        boolean isLength = value instanceof Length length && length.array() instanceof Local;
        if (value instanceof Literal || value instanceof Local || isLength) {
            return value;
        }
        Variable variable = names.create(name, value.type(), Origin.GENERATED);
        out.add(new Declare(variable, Optional.of(value), value.position()));
        return Algebra.local(variable);
    }

    private static Expression min(Expression left, Expression right) {
        List<Type> types = List.of(Primitive.INT, Primitive.INT);
        Function min = new Function("java.lang.Math", "min", types, Primitive.INT);
        return new Call(min, List.of(left, right), Position.NONE);
    }

    private static Expression literal(int value) {
        return WholeNumbers.literal(value);
    }
}
