package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.JavaType.BOOLEAN;
import static io.pathwise.processor.fuzz.JavaType.DOUBLE;
import static io.pathwise.processor.fuzz.JavaType.INT;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An expression of a random program. */
interface Expression extends Node {
    /** The type that Java gives it. */
    JavaType type();

    /** How Java writes it. */
    String text();

    @Override
    Expression with(List<Node> children);

    /** Whether it needs no parentheses as an operand. */
    default boolean isAtom() {
        return false;
    }

    /** Whether a part may stand for the whole; not where the whole keeps a loop finite or an index in range. */
    default boolean isReplaceable() {
        return true;
    }

    /** The text as an operand. */
    default String operand() {
        return isAtom() ? text() : "(" + text() + ")";
    }

    private static String list(List<Expression> arguments) {
        return arguments.stream().map(Expression::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<Expression> expressions(List<Node> nodes) {
        return nodes.stream().map(Expression.class::cast).toList();
    }

    /** A literal, never negative. */
    record Literal(String text, JavaType type) implements Expression {
        static Literal of(int value) {
            return new Literal(Integer.toString(value), INT);
        }

        static Literal of(double value) {
            return new Literal(Double.toString(value), DOUBLE);
        }

        static Literal of(boolean value) {
            return new Literal(Boolean.toString(value), BOOLEAN);
        }

        @Override
        public List<Node> children() {
            return List.of();
        }

        @Override
        public Literal with(List<Node> children) {
            return this;
        }

        @Override
        public boolean isAtom() {
            return true;
        }
    }

    /** A variable, parameter or constant. */
    record Read(String text, JavaType type) implements Expression {
        @Override
        public List<Node> children() {
            return List.of();
        }

        @Override
        public Read with(List<Node> children) {
            return this;
        }

        @Override
        public boolean isAtom() {
            return true;
        }
    }

    /** {@code -x}, {@code +x}, {@code ~k}, {@code !b}. */
    record Unary(String operator, Expression operandNode) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(operandNode);
        }

        @Override
        public Unary with(List<Node> children) {
            return new Unary(operator, (Expression) children.get(0));
        }

        @Override
        public JavaType type() {
            return operandNode.type();
        }

        @Override
        public String text() {
            return operator + operandNode.operand();
        }
    }

    /** An operation of two operands. */
    record Binary(String operator, Expression left, Expression right) implements Expression {
        private static final Set<String> RELATIONS = Set.of("<", "<=", ">", ">=", "==", "!=");
        private static final Set<String> SHIFTS = Set.of("<<", ">>", ">>>");

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public Binary with(List<Node> children) {
            return new Binary(operator, (Expression) children.get(0), (Expression) children.get(1));
        }

        @Override
        public JavaType type() {
            if (RELATIONS.contains(operator)) {
                return BOOLEAN;
            }
            return SHIFTS.contains(operator) ? left.type() : JavaType.promoted(left.type(), right.type());
        }

        @Override
        public String text() {
            return left.operand() + " " + operator + " " + right.operand();
        }
    }

    /** {@code c ? x : y}. */
    record Conditional(Expression condition, Expression yes, Expression no) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(condition, yes, no);
        }

        @Override
        public Conditional with(List<Node> children) {
            List<Expression> parts = expressions(children);
            return new Conditional(parts.get(0), parts.get(1), parts.get(2));
        }

        @Override
        public JavaType type() {
            return JavaType.promoted(yes.type(), no.type());
        }

        @Override
        public String text() {
            return condition.operand() + " ? " + yes.operand() + " : " + no.operand();
        }
    }

    /** {@code (int) x}. */
    record Cast(JavaType type, Expression operandNode) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(operandNode);
        }

        @Override
        public Cast with(List<Node> children) {
            return new Cast(type, (Expression) children.get(0));
        }

        @Override
        public String text() {
            return "(" + type.text() + ") " + operandNode.operand();
        }
    }

    /** A call of a function, sampler or helper with one signature. */
    record Call(String callee, List<Expression> arguments, JavaType type) implements Expression {
        Call(String callee, Expression... arguments) {
            this(callee, List.of(arguments), DOUBLE);
        }

        @Override
        public List<Expression> children() {
            return arguments;
        }

        @Override
        public Call with(List<Node> children) {
            return new Call(callee, expressions(children), type);
        }

        @Override
        public String text() {
            return callee + list(arguments);
        }

        @Override
        public boolean isAtom() {
            return true;
        }
    }

    /** A call of a function that exists for each numeric type: {@code Math.max}. */
    record Overloaded(String callee, List<Expression> arguments) implements Expression {
        Overloaded(String callee, Expression... arguments) {
            this(callee, List.of(arguments));
        }

        @Override
        public List<Expression> children() {
            return arguments;
        }

        @Override
        public Overloaded with(List<Node> children) {
            return new Overloaded(callee, expressions(children));
        }

        @Override
        public JavaType type() {
            return arguments.stream()
                    .map(Expression::type)
                    .reduce(JavaType::promoted)
                    .orElseThrow();
        }

        @Override
        public String text() {
            return callee + list(arguments);
        }

        @Override
        public boolean isAtom() {
            return true;
        }
    }

    /** {@code a[i]}, also of an array that is a row itself. */
    record Element(Expression array, Expression index) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(array, index);
        }

        @Override
        public Element with(List<Node> children) {
            return new Element((Expression) children.get(0), (Expression) children.get(1));
        }

        @Override
        public JavaType type() {
            return array.type().element();
        }

        @Override
        public String text() {
            return array.text() + "[" + index.text() + "]";
        }

        @Override
        public boolean isAtom() {
            return true;
        }
    }

    /** {@code a.clone()}. */
    record Copy(Expression array) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(array);
        }

        @Override
        public Copy with(List<Node> children) {
            return new Copy((Expression) children.get(0));
        }

        @Override
        public JavaType type() {
            return array.type();
        }

        @Override
        public String text() {
            return array.text() + ".clone()";
        }

        @Override
        public boolean isAtom() {
            return true;
        }

        @Override
        public boolean isReplaceable() {
            return false;
        }
    }

    /** {@code new double[] {x, y, z}}, of an array or of rows. */
    record NewArray(JavaType type, List<Expression> values) implements Expression {
        @Override
        public List<Expression> children() {
            return values;
        }

        @Override
        public NewArray with(List<Node> children) {
            return new NewArray(type, expressions(children));
        }

        @Override
        public String text() {
            return "new " + type.text()
                    + values.stream().map(Expression::text).collect(Collectors.joining(", ", " {", "}"));
        }

        @Override
        public boolean isReplaceable() {
            return false;
        }
    }

    /** An {@code int} brought into the range from 0 to below a limit, so that loops end and indices exist. */
    record Bounded(Form form, Expression operandNode, int limit) implements Expression {
        /** Ways to bring a whole number into a range. */
        enum Form {
            FLOOR_MOD("Math.floorMod(%s, %d)"),
            ABSOLUTE_REMAINDER("Math.abs(%s %% %d)"),
            CLAMPED("Math.max(0, Math.min(%s, %d - 1))");

            private final String pattern;

            Form(String pattern) {
                this.pattern = pattern;
            }
        }

        @Override
        public List<Node> children() {
            return List.of(operandNode);
        }

        @Override
        public Bounded with(List<Node> children) {
            return new Bounded(form, (Expression) children.get(0), limit);
        }

        @Override
        public JavaType type() {
            return INT;
        }

        @Override
        public String text() {
            return String.format(form.pattern, operandNode.operand(), limit);
        }

        @Override
        public boolean isAtom() {
            return true;
        }

        @Override
        public boolean isReplaceable() {
            return false;
        }
    }
}
