package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts as text, to be kept in class files: whole numbers, parameters, lengths of arrays, {@code + - * / %}, {@code
 * Math.max} and {@code Math.min}, as Java writes them.
 */
public final class CountText {
    private static final Pattern TOKEN =
            Pattern.compile("\\d+|Math\\.(?:max|min)|\\w+(?:\\.\\w+)*|[-+*/%(),]", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String LENGTH = ".length";

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Variable> parameters;
    private int next;

    private CountText(String text, Map<String, Variable> parameters) {
        this.parameters = parameters;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** The text of a count; absent where it is made of anything else. */
    public static Optional<String> write(Expression count) {
        return write(count, Variable::name);
    }

    /**
     * The text of a count; absent where it is made of anything else.
     *
     * @param names what the text calls parameters
     */
    public static Optional<String> write(Expression count, Function<Variable, String> names) {
        Expression bare = withoutNames(count);
        boolean plain = !Expressions.any(bare, each -> !isPlain(each));
        Expression named = Expressions.substitute(bare, each -> named(each, names));
        return plain ? Optional.of(Printer.print(named)) : Optional.empty();
    }

    private static Expression named(Variable variable, Function<Variable, String> names) {
        Variable named = new Variable(variable.id(), names.apply(variable), variable.type(), variable.origin());
        return new Local(named, Position.NONE);
    }

    private static Expression withoutNames(Expression expression) {
        return expression instanceof Constant constant
                ? new Literal(constant.value(), constant.type(), constant.position())
                : Expressions.mapChildren(expression, CountText::withoutNames);
    }

    private static boolean isPlain(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.value() instanceof Integer value && value >= 0;
        } else if (expression instanceof Call call) {
            String name = call.function().name();
            return call.function().owner().equals("java.lang.Math") && (name.equals("max") || name.equals("min"));
        } else if (expression instanceof Length length) {
            return length.array() instanceof Local;
        }
        return expression instanceof Local
                || expression instanceof Binary binary && binary.operator().isArithmetic();
    }

    /**
     * The count that a text states.
     *
     * @param parameters what its names stand for; {@code model.steps} for a component of a record
     * @throws IllegalArgumentException if the text states none
     */
    public static Expression read(String text, Map<String, Variable> parameters) {
        CountText reader = new CountText(text, parameters);
        Expression count = reader.sum();
        if (reader.next < reader.tokens.size()) {
            throw reader.unexpected();
        }
        return count;
    }

    private Expression sum() {
        Expression left = product();
        while (peek().equals("+") || peek().equals("-")) {
            BinaryOperator operator = operator(take());
            left = new Binary(operator, left, product(), Primitive.INT, Position.NONE);
        }
        return left;
    }

    private Expression product() {
        Expression left = operand();
        while (peek().equals("*") || peek().equals("/") || peek().equals("%")) {
            BinaryOperator operator = operator(take());
            left = new Binary(operator, left, operand(), Primitive.INT, Position.NONE);
        }
        return left;
    }

    private Expression operand() {
        String token = take();
        if (token.equals("(")) {
            Expression inside = sum();
            expect(")");
            return inside;
        } else if (token.startsWith("Math.")) {
            return choice(token.substring("Math.".length()));
        } else if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            return new Literal(Integer.valueOf(token), Primitive.INT, Position.NONE);
        } else if (token.endsWith(LENGTH) && !parameters.containsKey(token)) {
            String array = token.substring(0, token.length() - LENGTH.length());
            return new Length(parameter(array), Position.NONE);
        }
        return parameter(token);
    }

    private Expression choice(String name) {
        expect("(");
        Expression first = sum();
        expect(",");
        Expression second = sum();
        expect(")");
        List<Type> types = List.of(Primitive.INT, Primitive.INT);
        return new Call(
                new io.pathwise.processor.program.Function("java.lang.Math", name, types, Primitive.INT),
                List.of(first, second),
                Position.NONE);
    }

    private Expression parameter(String name) {
        if (!parameters.containsKey(name)) {
            throw unexpected();
        }
        return new Local(parameters.get(name), Position.NONE);
    }

    private static BinaryOperator operator(String symbol) {
        for (BinaryOperator each : BinaryOperator.values()) {
            if (each.symbol().equals(symbol)) {
                return each;
            }
        }
        throw new IllegalArgumentException(symbol);
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        String token = peek();
        next++;
        return token;
    }

    private void expect(String token) {
        if (!take().equals(token)) {
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("no count: " + String.join(" ", tokens));
    }
}
