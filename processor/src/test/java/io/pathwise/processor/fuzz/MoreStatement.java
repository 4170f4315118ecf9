package io.pathwise.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A statement about local arrays, or a rarer statement of Java. */
sealed interface MoreStatement extends Statement {
    /** {@code double[] a = {x, y, z}}. */
    record Initialize(String name, List<Expression> values) implements MoreStatement {
        @Override
        public List<Node> children() {
            return List.copyOf(values);
        }

        @Override
        public Initialize with(List<Node> children) {
            return new Initialize(
                    name, children.stream().map(Expression.class::cast).toList());
        }

        @Override
        public void print(Lines lines) {
            lines.add("double[] " + name
                    + values.stream().map(Expression::text).collect(Collectors.joining(", ", " = {", "};")));
        }
    }

    /** {@code a[i] = x}, {@code a[i] += x}, … */
    record Write(Expression target, String operator, Expression value) implements MoreStatement {
        @Override
        public List<Node> children() {
            return List.of(target, value);
        }

        @Override
        public Write with(List<Node> children) {
            return new Write((Expression) children.get(0), operator, (Expression) children.get(1));
        }

        @Override
        public void print(Lines lines) {
            lines.add(target.text() + " " + operator + " " + value.text() + ";");
        }
    }

    /** {@code Arrays.fill(a, x)}. */
    record Fill(Expression array, Expression value) implements MoreStatement {
        @Override
        public List<Node> children() {
            return List.of(array, value);
        }

        @Override
        public Fill with(List<Node> children) {
            return new Fill((Expression) children.get(0), (Expression) children.get(1));
        }

        @Override
        public void print(Lines lines) {
            lines.add("java.util.Arrays.fill(" + array.text() + ", " + value.text() + ");");
        }
    }

    /** {@code for (double x : a)}, {@code for (double[] row : m)}. */
    record ForEach(String element, Expression array, Block body) implements MoreStatement {
        @Override
        public List<Node> children() {
            return List.of(array, body);
        }

        @Override
        public ForEach with(List<Node> children) {
            return new ForEach(element, (Expression) children.get(0), (Block) children.get(1));
        }

        @Override
        public void print(Lines lines) {
            String type = array.type().element().text();
            lines.block("for (" + type + " " + element + " : " + array.text() + ")", body);
        }
    }

    /** Two elements or rows change places. */
    record Exchange(String between, Expression array, Expression first, Expression second) implements MoreStatement {
        @Override
        public List<Node> children() {
            return List.of(array, first, second);
        }

        @Override
        public Exchange with(List<Node> children) {
            return new Exchange(
                    between, (Expression) children.get(0), (Expression) children.get(1), (Expression) children.get(2));
        }

        @Override
        public void print(Lines lines) {
            String one = array.text() + "[" + first.text() + "]";
            String other = array.text() + "[" + second.text() + "]";
            lines.add(array.type().element().text() + " " + between + " = " + one + ";");
            lines.add(one + " = " + other + ";");
            lines.add(other + " = " + between + ";");
        }
    }

    /** {@code do … while (k++ < n && x < y)}. */
    record DoWhile(String counter, int most, Expression condition, Block body) implements MoreStatement {
        @Override
        public List<Node> children() {
            return List.of(condition, body);
        }

        @Override
        public DoWhile with(List<Node> children) {
            return new DoWhile(counter, most, (Expression) children.get(0), (Block) children.get(1));
        }

        @Override
        public void print(Lines lines) {
            lines.add("int " + counter + " = 0;");
            lines.open("do");
            lines.add("if (" + counter + "++ > " + most + ") break;");
            body.statements().forEach(each -> each.print(lines));
            lines.close();
            lines.add("while (" + condition.text() + ");");
        }
    }

    /** {@code switch (i)} with old or new labels, which fall through or do not. */
    record Switch(Expression selector, boolean isNew, boolean fallsThrough, List<Block> cases)
            implements MoreStatement {
        @Override
        public List<Node> children() {
            List<Node> children = new ArrayList<>(List.of(selector));
            children.addAll(cases);
            return children;
        }

        @Override
        public Switch with(List<Node> children) {
            List<Block> blocks =
                    children.stream().skip(1).map(Block.class::cast).toList();
            return new Switch((Expression) children.get(0), isNew, fallsThrough, blocks);
        }

        @Override
        public void print(Lines lines) {
            lines.open("switch (" + selector.text() + ")");
            for (int i = 0; i < cases.size(); i++) {
                String label = i == cases.size() - 1 ? "default" : "case " + i;
                if (isNew) {
                    lines.block(label + " ->", cases.get(i));
                } else {
                    lines.add(label + ":");
                    lines.block("", cases.get(i));
                    if (!fallsThrough && !cases.get(i).isAbrupt()) {
                        lines.add("break;");
                    }
                }
            }
            lines.close();
        }
    }
}
