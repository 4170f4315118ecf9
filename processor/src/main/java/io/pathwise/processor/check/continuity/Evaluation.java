package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;

/** Evaluates expressions in symbols. Whole numbers are treated as real ones, so their overflow is not seen. */
abstract class Evaluation {
    private final Symbols symbols;
    private final Memory memory;
    private final ArrayEvaluation arrays;
    private Object creating;

    Evaluation(Symbols symbols, Memory memory) {
        this.symbols = symbols;
        this.memory = memory;
        this.arrays = new ArrayEvaluation(this, symbols, memory);
    }

    final Symbols symbols() {
        return symbols;
    }

    final Memory memory() {
        return memory;
    }

    /** The value of a conditional expression. */
    abstract Polynomial conditional(Conditional conditional) throws Undecidable;

    /** What stands for a condition: the condition itself, or its outcome where that is settled. */
    abstract Polynomial condition(Polynomial condition) throws Undecidable;

    /** Hears of each comparison of numbers that was evaluated. */
    void compared(Binary comparison, Polynomial condition) {
        // only of interest to some
    }

    /** Hears of each truth value that is no operation on others. */
    void asked(Expression truth, Polynomial value) {
        // only of interest to some
    }

    /** The value of an expression. */
    final Polynomial evaluate(Expression expression) throws Undecidable {
        try {
            Polynomial value = follow(expression);
            if (expression.type() == Primitive.BOOLEAN && !(expression instanceof Binary)) {
                asked(expression, value);
            }
            return value;
        } catch (Undefined e) {
            throw new Undecidable(e.getMessage());
        }
    }

    /** The array that an expression stands for; what it creates is in the group that the expression belongs to. */
    final Polynomial evaluateArray(Expression array) throws Undecidable {
        return evaluateIn(memory.aliases().group(array), array);
    }

    /** The value of an expression; arrays that it creates belong to the group. */
    final Polynomial evaluateIn(Object group, Expression expression) throws Undecidable {
        Object outer = creating;
        creating = group;
        try {
            return evaluate(expression);
        } finally {
            creating = outer;
        }
    }

    /** Gives an element its value. */
    final void assignElement(Element target, Expression value) throws Undecidable {
        arrays.assign(target, evaluateIn(memory.aliases().group(target), value));
    }

    /** {@code Arrays.fill} or {@code System.arraycopy}. */
    final void transfer(Call call) throws Undecidable {
        arrays.transfer(call);
    }

    private Polynomial follow(Expression expression) throws Undecidable {
        if (ArrayOperations.isNewArray(expression)) {
            Object group = creating == null ? memory.aliases().group(expression) : creating;
            return arrays.create(expression, group);
        } else if (expression instanceof Literal literal) {
            return constant(literal.value());
        } else if (expression instanceof Constant constant) {
            return constant.value() == null
                    ? symbols.opaque("constant " + constant.owner() + "." + constant.name(), List.of())
                    : constant(constant.value());
        } else if (expression instanceof Local local) {
            Polynomial value = memory.get(local.variable(), symbols);
            return local.type() == Primitive.BOOLEAN ? condition(value) : value;
        } else if (expression instanceof Unary unary) {
            return unary(unary);
        } else if (expression instanceof Binary binary) {
            return binary.type() == Primitive.BOOLEAN ? logical(binary) : arithmetic(binary);
        } else if (expression instanceof Conditional conditional) {
            return conditional(conditional);
        } else if (expression instanceof Cast cast) {
            Polynomial operand = evaluate(cast.operand());
            return keepsValue(cast) ? operand : symbols.opaque("to " + cast.type(), List.of(operand));
        } else if (expression instanceof Call call) {
            return Calls.apply(symbols, call, evaluateWithContents(call.arguments()));
        } else if (expression instanceof Draw draw) {
            return draw(draw);
        } else if (expression instanceof CompanionCall call) {
            return companionCall(call);
        } else if (expression instanceof Evaluated call) {
            return evaluate(call.value());
        } else if (expression instanceof Component component) {
            return symbols.opaque("component " + component.name(), List.of(evaluate(component.record())));
        } else if (expression instanceof Element element) {
            Polynomial value = arrays.element(element);
            return element.type() == Primitive.BOOLEAN ? condition(value) : value;
        } else if (expression instanceof Length length) {
            return Contents.length(symbols, evaluateArray(length.array()));
        } else if (expression instanceof SourceField field) {
            List<Polynomial> object = evaluateAll(field.object().stream().toList());
            return symbols.opaque("field " + field.owner() + "." + field.name(), object);
        }
        if (expression instanceof Method method) {
            List<Polynomial> operands = new ArrayList<>(evaluateWithContents(method.arguments()));
            operands.add(evaluate(method.receiver()));
            return symbols.opaque("method " + method.name(), operands);
        }
        throw new Undecidable("an object");
    }

    private Polynomial constant(Object value) {
        if (value instanceof Boolean truth) {
            return Truth.of(truth);
        } else if (value instanceof Character character) {
            return Polynomial.constant(character);
        }
        return value instanceof Number number
                ? Polynomial.constant(number.doubleValue())
                : symbols.opaque("literal " + value, List.of());
    }

    private Polynomial unary(Unary unary) throws Undecidable {
        Polynomial operand = evaluate(unary.operand());
        return switch (unary.operator()) {
            case PLUS -> operand;
            case NEGATE -> operand.scaled(-1);
            case NOT -> condition(Truth.not(symbols, operand));
            case COMPLEMENT -> symbols.opaque("~", List.of(operand));
        };
    }

    private Polynomial logical(Binary binary) throws Undecidable {
        Polynomial left = evaluate(Ordering.left(binary));
        if (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR) {
            boolean settles = left.value().isPresent()
                    && (left.value().getAsDouble() != 0) == (binary.operator() == BinaryOperator.OR);
            return settles ? left : joined(binary, left, evaluate(binary.right()));
        }
        Polynomial right = evaluate(Ordering.right(binary));
        return condition(
                switch (binary.operator()) {
                    case BIT_AND, BIT_OR -> joined(binary, left, right);
                    case BIT_XOR, NOT_EQUAL -> Truth.not(symbols, comparison(binary, Truth.ZERO, left.minus(right)));
                    case EQUAL -> comparison(binary, Truth.ZERO, left.minus(right));
                    case GREATER -> comparison(binary, Truth.POSITIVE, left.minus(right));
                    case GREATER_OR_EQUAL -> comparison(binary, Truth.NONNEGATIVE, left.minus(right));
                    case LESS -> comparison(binary, Truth.POSITIVE, right.minus(left));
                    case LESS_OR_EQUAL -> comparison(binary, Truth.NONNEGATIVE, right.minus(left));
                    default -> throw new Undecidable(binary.operator().symbol());
                });
    }

    private Polynomial joined(Binary binary, Polynomial left, Polynomial right) throws Undecidable {
        boolean isAnd = binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.BIT_AND;
        return condition(symbols.apply(isAnd ? Truth.AND : Truth.OR, List.of(left, right)));
    }

    private Polynomial comparison(Binary binary, String operation, Polynomial difference) {
        Polynomial condition = symbols.apply(operation, List.of(difference));
        compared(binary, condition);
        return condition;
    }

    private Polynomial arithmetic(Binary binary) throws Undecidable {
        Polynomial left = evaluate(binary.left());
        Polynomial right = evaluate(binary.right());
        boolean isReal = binary.type() == Primitive.DOUBLE;
        return switch (binary.operator()) {
            case ADD -> binary.type() instanceof Primitive ? left.plus(right) : operation(binary, left, right);
            case SUBTRACT -> left.minus(right);
            case MULTIPLY -> symbols.product(left, right);
            case DIVIDE -> isReal ? symbols.quotient(left, right) : operation(binary, left, right);
            default -> operation(binary, left, right);
        };
    }

    private Polynomial operation(Binary binary, Polynomial left, Polynomial right) {
        return symbols.opaque(binary.operator() + " " + binary.type(), List.of(left, right));
    }

    private Polynomial draw(Draw draw) throws Undecidable {
        List<Polynomial> operands = new ArrayList<>(evaluateWithContents(draw.arguments()));
        if (draw.noise().isPresent()) {
            operands.add(evaluate(draw.noise().get()));
            return symbols.opaque(draw.sampler().signature(), operands);
        }
        return symbols.opaque("draw " + memory.count(draw) + " of " + symbols.nameOf(draw), operands);
    }

    /** A differentiable method is trusted to be continuous: its own jumps are warned of where it is declared. */
    private Polynomial companionCall(CompanionCall call) throws Undecidable {
        List<Polynomial> operands = new ArrayList<>(evaluateWithContents(call.arguments()));
        operands.addAll(evaluateWithContents(call.noise()));
        String which = call.callee().draws() ? memory.count(call) + " at " + call.position() : "";
        return symbols.opaque("call " + call.callee().function() + which, operands);
    }

    /** Arguments as a method sees them: arrays with what they hold. */
    private List<Polynomial> evaluateWithContents(List<Expression> arguments) throws Undecidable {
        List<Polynomial> values = new ArrayList<>();
        for (Expression argument : arguments) {
            if (argument.type() instanceof Type.ArrayOf) {
                values.add(evaluateArray(argument));
                values.add(memory.contents(memory.aliases().group(argument), symbols));
            } else {
                values.add(evaluate(argument));
            }
        }
        return values;
    }

    private List<Polynomial> evaluateAll(List<Expression> expressions) throws Undecidable {
        List<Polynomial> values = new ArrayList<>();
        for (Expression expression : expressions) {
            values.add(evaluate(expression));
        }
        return values;
    }

    private static boolean keepsValue(Cast cast) {
        Type source = cast.operand().type();
        return cast.type().equals(source)
                || cast.type() == Primitive.DOUBLE
                || source instanceof Primitive narrow
                        && cast.type() instanceof Primitive wide
                        && wide.isIntegral()
                        && narrow.isIntegral()
                        && wide != Primitive.CHAR
                        && narrow.compareTo(wide) <= 0;
    }
}
