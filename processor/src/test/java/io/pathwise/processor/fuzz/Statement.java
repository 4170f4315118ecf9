package io.pathwise.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement of a random program. */
interface Statement extends Node {
    /** Writes it as Java. */
    void print(Lines lines);

    @Override
    Statement with(List<Node> children);

    /** The statements that may stand for it when it is left out. */
    default List<Statement> inside() {
        List<Statement> inside = new ArrayList<>();
        for (Node child : children()) {
            if (child instanceof Block block) {
                inside.addAll(block.statements());
            }
        }
        return inside;
    }

    /** Whether what follows it is never reached. */
    default boolean isAbrupt() {
        return false;
    }

    /** Statements in braces. */
    record Block(List<Statement> statements) implements Statement {
        static final Block EMPTY = new Block(List.of());

        @Override
        public List<Statement> children() {
            return statements;
        }

        @Override
        public Block with(List<Node> children) {
            return new Block(children.stream().map(Statement.class::cast).toList());
        }

        @Override
        public List<Statement> inside() {
            return statements;
        }

        @Override
        public boolean isAbrupt() {
            return !statements.isEmpty()
                    && statements.get(statements.size() - 1).isAbrupt();
        }

        @Override
        public void print(Lines lines) {
            lines.block("", this);
        }
    }

    /** A local variable, with or without {@code var}. */
    record Declare(String type, String name, Optional<Expression> value) implements Statement {
        @Override
        public List<Node> children() {
            return List.copyOf(value.stream().toList());
        }

        @Override
        public Declare with(List<Node> children) {
            return new Declare(
                    type, name, children.stream().map(Expression.class::cast).findFirst());
        }

        @Override
        public void print(Lines lines) {
            lines.add(type + " " + name + value.map(each -> " = " + each.text()).orElse("") + ";");
        }
    }

    /** {@code x = y}, {@code x += y}, … */
    record Assign(String name, String operator, Expression value) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(value);
        }

        @Override
        public Assign with(List<Node> children) {
            return new Assign(name, operator, (Expression) children.get(0));
        }

        @Override
        public void print(Lines lines) {
            lines.add(name + " " + operator + " " + value.text() + ";");
        }
    }

    /** A statement without parts: {@code k++}, {@code break}. */
    record Plain(String text, boolean isAbrupt) implements Statement {
        @Override
        public List<Node> children() {
            return List.of();
        }

        @Override
        public Plain with(List<Node> children) {
            return this;
        }

        @Override
        public void print(Lines lines) {
            lines.add(text + ";");
        }
    }

    /** A call whose result is not used. */
    record Evaluate(Expression call) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(call);
        }

        @Override
        public Evaluate with(List<Node> children) {
            return new Evaluate((Expression) children.get(0));
        }

        @Override
        public void print(Lines lines) {
            lines.add(call.text() + ";");
        }
    }

    /** A branch; an empty second block is left out. */
    record If(Expression condition, Block then, Block otherwise) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(condition, then, otherwise);
        }

        @Override
        public If with(List<Node> children) {
            return new If((Expression) children.get(0), (Block) children.get(1), (Block) children.get(2));
        }

        @Override
        public boolean isAbrupt() {
            return then.isAbrupt() && otherwise.isAbrupt();
        }

        @Override
        public void print(Lines lines) {
            lines.block("if (" + condition.text() + ")", then);
            if (!otherwise.statements().isEmpty()) {
                lines.block("else", otherwise);
            }
        }
    }

    /** A counted loop: {@code for (int i = start; i < bound; i += 2)}. */
    record For(String counter, Expression start, String relation, Expression bound, String update, Block body)
            implements Statement {
        @Override
        public List<Node> children() {
            return List.of(start, bound, body);
        }

        @Override
        public For with(List<Node> children) {
            return new For(
                    counter, (Expression) children.get(0), relation, (Expression) children.get(1), update, (Block)
                            children.get(2));
        }

        @Override
        public void print(Lines lines) {
            String head = "int " + counter + " = " + start.text() + "; " + counter + " " + relation + " "
                    + bound.operand() + "; " + update;
            lines.block("for (" + head + ")", body);
        }
    }

    /** A loop with a condition on data, that a counter of its own ends at the latest. */
    record While(String counter, int most, boolean countsFirst, Expression condition, Block body) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(condition, body);
        }

        @Override
        public While with(List<Node> children) {
            return new While(counter, most, countsFirst, (Expression) children.get(0), (Block) children.get(1));
        }

        @Override
        public void print(Lines lines) {
            String counts = counter + " < " + most;
            String data = condition.operand();
            lines.add("int " + counter + " = 0;");
            lines.block("while (" + (countsFirst ? counts + " && " + data : data + " && " + counts) + ")", counted());
        }

        private Block counted() {
            Statement count = new Plain(counter + "++", false);
            List<Statement> statements = new ArrayList<>(body.statements());
            statements.add(countsFirst || body.isAbrupt() ? 0 : statements.size(), count);
            return new Block(statements);
        }
    }

    /** {@code return x}. */
    record Return(Expression value) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(value);
        }

        @Override
        public Return with(List<Node> children) {
            return new Return((Expression) children.get(0));
        }

        @Override
        public boolean isAbrupt() {
            return true;
        }

        @Override
        public void print(Lines lines) {
            lines.add("return " + value.text() + ";");
        }
    }
}
