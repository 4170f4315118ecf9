package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Continue;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.DoWhile;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Labeled;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs programs with Java's semantics, to test passes without a compiler.
 *
 * <p>Values are boxed; gradient objects are {@link GradientObject}, records maps of their components by name. Reading a variable that no path has assigned, or
 * outside its scope, is an {@link IllegalStateException}.
 */
public final class Interpreter {
    private static final int DEFAULT_LIMIT = 10_000_000;

    private final Calls calls;
    private final Map<Variable, Object> values = new HashMap<>();
    private int remaining;
    private Object result;

    private Interpreter(Calls calls, int limit) {
        this.calls = calls;
        this.remaining = limit;
    }

    /** Runs the program on arguments in the order of its parameters; static methods are called by reflection. */
    public static Object run(Program program, Object... arguments) {
        return run(program, new ReflectiveCalls(), DEFAULT_LIMIT, List.of(arguments));
    }

    /**
     * Runs the program.
     *
     * @param calls answers calls, draws and the like
     * @param limit of the number of statements executed; more of them are an {@link IllegalStateException}
     * @return the value, or {@code null} where the program returns none
     */
    public static Object run(Program program, Calls calls, int limit, List<Object> arguments) {
        Interpreter interpreter = new Interpreter(calls, limit);
        if (arguments.size() != program.parameters().size()) {
            throw new IllegalArgumentException("expected arguments for " + program.parameters());
        }
        for (int i = 0; i < arguments.size(); i++) {
            Variable parameter = program.parameters().get(i).variable();
            interpreter.values.put(parameter, Arithmetic.convert(arguments.get(i), parameter.type()));
        }
        Exit exit = interpreter.execute(program.body());
        if (exit.kind() == Exit.Kind.BREAK || exit.kind() == Exit.Kind.CONTINUE) {
            throw new IllegalStateException("nothing to leave: " + exit);
        }
        return interpreter.result == null ? null : Arithmetic.convert(interpreter.result, program.result());
    }

    /** How a statement ends: by itself, or with a jump that a statement around it may answer to. */
    private record Exit(Kind kind, Optional<String> label) {
        enum Kind {
            NORMAL,
            BREAK,
            CONTINUE,
            RETURN
        }

        static final Exit NORMAL = new Exit(Kind.NORMAL, Optional.empty());
        static final Exit RETURN = new Exit(Kind.RETURN, Optional.empty());

        boolean breaks(Optional<String> wanted) {
            return kind == Kind.BREAK && label.equals(wanted);
        }

        /** Whether a loop goes on with its next iteration. */
        boolean goesOn(Optional<String> ownLabel) {
            return kind == Kind.NORMAL || kind == Kind.CONTINUE && (label.isEmpty() || label.equals(ownLabel));
        }
    }

    private Exit execute(Statement statement) {
        return execute(statement, Optional.empty());
    }

    private Exit execute(Statement statement, Optional<String> label) {
        if (--remaining < 0) {
            throw new IllegalStateException("the program takes too many steps");
        }
        if (statement instanceof Declare declare) {
            Optional<Object> value = declare.initializer().map(this::evaluate);
            values.remove(declare.variable());
            value.ifPresent(each -> assign(declare.variable(), each));
        } else if (statement instanceof Assign assign) {
            assign(assign.target(), assign.value());
        } else if (statement instanceof Evaluate evaluate) {
            evaluate(evaluate.expression());
        } else if (statement instanceof If branch) {
            return execute(isTrue(branch.condition()) ? branch.then() : branch.otherwise());
        } else if (statement instanceof While loop) {
            return loop(loop.condition(), loop.body(), List.of(), true, label);
        } else if (statement instanceof DoWhile loop) {
            return loop(loop.condition(), loop.body(), List.of(), false, label);
        } else if (statement instanceof For loop) {
            loop.init().forEach(this::execute);
            Exit exit = loop(loop.condition(), loop.body(), loop.update(), true, label);
            forget(loop.init());
            return exit;
        } else if (statement instanceof Return exit) {
            result = exit.value().map(this::evaluate).orElse(null);
            return Exit.RETURN;
        } else if (statement instanceof Break exit) {
            return new Exit(Exit.Kind.BREAK, exit.label());
        } else if (statement instanceof Continue exit) {
            return new Exit(Exit.Kind.CONTINUE, exit.label());
        } else if (statement instanceof Labeled labeled) {
            Optional<String> own = Optional.of(labeled.label());
            Exit exit = execute(labeled.statement(), own);
            return exit.breaks(own) ? Exit.NORMAL : exit;
        } else if (statement instanceof Throw exit) {
            throw (RuntimeException) evaluate(exit.exception());
        } else if (statement instanceof Assert check) {
            if (!isTrue(check.condition())) {
                throw new AssertionError(check.message().map(this::evaluate).orElse(null));
            }
        } else if (statement instanceof Block block) {
            Exit exit = execute(block.statements());
            forget(block.statements());
            return exit;
        } else if (statement instanceof Explained explained) {
            return execute(explained.statements());
        }
        return Exit.NORMAL;
    }

    private Exit execute(List<Statement> statements) {
        for (Statement statement : statements) {
            Exit exit = execute(statement);
            if (exit != Exit.NORMAL) {
                return exit;
            }
        }
        return Exit.NORMAL;
    }

    private Exit loop(
            Expression condition, Block body, List<Statement> update, boolean testsFirst, Optional<String> label) {
        boolean goesOn = !testsFirst || isTrue(condition);
        while (goesOn) {
            Exit exit = execute(body);
            if (exit.breaks(Optional.empty())) {
                return Exit.NORMAL;
            } else if (!exit.goesOn(label)) {
                return exit;
            }
            update.forEach(this::execute);
            if (--remaining < 0) {
                throw new IllegalStateException("the program takes too many steps");
            }
            goesOn = isTrue(condition);
        }
        return Exit.NORMAL;
    }

    /** Ends the scope of what the statements declare. */
    private void forget(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof Declare declare) {
                values.remove(declare.variable());
            } else if (statement instanceof Explained explained) {
                forget(explained.statements());
            }
        }
    }

    private void assign(Expression target, Expression value) {
        if (target instanceof Local local) {
            assign(local.variable(), evaluate(value));
        } else if (target instanceof Element element) {
            Object array = evaluate(element.array());
            Object index = evaluate(element.index());
            Object stored = Arithmetic.convert(evaluate(value), element.type());
            Array.set(array, checkedIndex(array, index), stored);
        } else {
            Field field = (Field) target;
            GradientObject object = (GradientObject) evaluate(field.object());
            object.with(field.name(), Arithmetic.convert(evaluate(value), field.type()));
        }
    }

    private void assign(Variable variable, Object value) {
        values.put(variable, Arithmetic.convert(value, variable.type()));
    }

    private boolean isTrue(Expression condition) {
        return (Boolean) evaluate(condition);
    }

    private Object evaluate(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.value() == null ? null : Arithmetic.convert(literal.value(), literal.type());
        } else if (expression instanceof Constant constant) {
            return constant.value() == null
                    ? calls.constant(constant.owner(), constant.name())
                    : Arithmetic.convert(constant.value(), constant.type());
        } else if (expression instanceof Local local) {
            return read(local.variable());
        } else if (expression instanceof Unary unary) {
            return Arithmetic.unary(unary.operator(), evaluate(unary.operand()));
        } else if (expression instanceof Binary binary) {
            return evaluate(binary);
        } else if (expression instanceof Conditional conditional) {
            Expression chosen = isTrue(conditional.condition()) ? conditional.whenTrue() : conditional.whenFalse();
            return Arithmetic.convert(evaluate(chosen), conditional.type());
        } else if (expression instanceof Cast cast) {
            return Arithmetic.convert(evaluate(cast.operand()), cast.type());
        } else if (expression instanceof Element element) {
            Object array = evaluate(element.array());
            return Array.get(array, checkedIndex(array, evaluate(element.index())));
        } else if (expression instanceof Length length) {
            return Array.getLength(evaluate(length.array()));
        } else if (expression instanceof Compound compound) {
            compound.statements().forEach(this::execute);
            return evaluate(compound.value());
        } else if (expression instanceof Field field) {
            return ((GradientObject) evaluate(field.object())).read(field.name());
        }
        return evaluateCall(expression);
    }

    private Object evaluateCall(Expression expression) {
        if (expression instanceof Call call) {
            return calls.call(call.function(), arguments(call.function(), call.arguments()));
        } else if (expression instanceof Invoke invoke) {
            return calls.invoke(invoke.method(), arguments(invoke.method(), invoke.arguments()));
        } else if (expression instanceof Draw draw) {
            Optional<Object> noise = draw.noise().map(this::evaluate);
            return calls.draw(draw.sampler(), arguments(draw.sampler(), draw.arguments()), noise);
        } else if (expression instanceof Method method) {
            return calls.method(evaluate(method.receiver()), method.name(), evaluateAll(method.arguments()));
        }
        if (expression instanceof ArrayValues array) {
            return calls.array(array.type(), evaluateAll(array.values()));
        } else if (expression instanceof SourceField field) {
            return calls.constant(field.owner(), field.name());
        } else if (expression instanceof RecordValue created) {
            return components(created);
        } else if (expression instanceof Component component) {
            return ((Map<?, ?>) evaluate(component.record())).get(component.name());
        }
        New creation = (New) expression;
        return calls.create(creation.type(), evaluateAll(creation.arguments()));
    }

    private Map<String, Object> components(RecordValue created) {
        Map<String, Object> components = new HashMap<>();
        for (int i = 0; i < created.components().size(); i++) {
            Type.Record.Component component = created.type().components().get(i);
            Object value = evaluate(created.components().get(i));
            components.put(component.name(), Arithmetic.convert(value, component.type()));
        }
        return components;
    }

    private static int checkedIndex(Object array, Object value) {
        int index = (Integer) Arithmetic.convert(value, Type.Primitive.INT);
        int length = Array.getLength(array);
        if (index < 0 || index >= length) {
            throw new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
        }
        return index;
    }

    private Object evaluate(Binary binary) {
        Object left = evaluate(binary.left());
        if (binary.operator().isShortCircuit()) {
            boolean decided = (Boolean) left == (binary.operator() == BinaryOperator.OR);
            return decided ? left : evaluate(binary.right());
        }
        Object right = evaluate(binary.right());
        if (binary.type() instanceof Type.Reference) {
            return String.valueOf(left) + right;
        } else if (binary.left().type() instanceof Type.Reference) {
            return (left == right) == (binary.operator() == BinaryOperator.EQUAL);
        }
        return Arithmetic.binary(binary.operator(), left, right);
    }

    private Object read(Variable variable) {
        if (!values.containsKey(variable)) {
            throw new IllegalStateException("read before assignment: " + variable);
        }
        return values.get(variable);
    }

    private Object[] arguments(Function function, List<Expression> expressions) {
        Object[] arguments = new Object[expressions.size()];
        for (int i = 0; i < arguments.length; i++) {
            Object value = evaluate(expressions.get(i));
            arguments[i] = value == null
                    ? null
                    : Arithmetic.convert(value, function.parameters().get(i));
        }
        return arguments;
    }

    private Object[] evaluateAll(List<Expression> expressions) {
        return expressions.stream().map(this::evaluate).toArray();
    }
}
