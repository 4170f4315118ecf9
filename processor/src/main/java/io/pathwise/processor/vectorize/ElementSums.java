package io.pathwise.processor.vectorize;

import io.pathwise.processor.normalize.TemporaryName;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.Disturbance;
import io.pathwise.processor.simplify.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums what is added to one element in a variable, and adds that to the element once: each write to an array makes the
 * processor wait for the one before, and HotSpot read other arrays again.
 */
public final class ElementSums {
    private final ArrayAliases aliases;
    private final Disturbance disturbance;
    private final Names names;

    private ElementSums(ArrayAliases aliases, Names names) {
        this.aliases = aliases;
        this.disturbance = new Disturbance(aliases);
        this.names = names;
    }

    /** The program with such sums in variables. */
    public static Program collect(Program program) {
        Names names = program.names();
        ElementSums sums = new ElementSums(ArrayAliases.of(program.body()), names);
        return program.withBody(sums.block(program.body()), names);
    }

    private Block block(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> lines = new ArrayList<>(before);
            for (int at = 0; at < lines.size(); at++) {
                collectFrom(lines, at);
            }
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), this::block)));
            return lines;
        });
    }

    private void collectFrom(List<Line> lines, int first) {
        if (!(lines.get(first).statement() instanceof Assign start) || !isAddition(start)) {
            return;
        }
        Element element = (Element) start.target();
        List<Integer> places = new ArrayList<>(List.of(first));
        for (int at = first + 1; at < lines.size(); at++) {
            Statement statement = lines.get(at).statement();
            if (statement instanceof Assign more && isAddition(more) && Expressions.same(more.target(), element)) {
                places.add(at);
            } else if (touches(statement, element)) {
                break;
            }
        }
        if (places.size() > 1) {
            collect(lines, places, element);
        }
    }

    private void collect(List<Line> lines, List<Integer> places, Element element) {
        Variable variable = names.create(name(element), Primitive.DOUBLE, Origin.GENERATED);
        Expression sum = Algebra.local(variable);
        int last = places.get(places.size() - 1);
        for (int at : places) {
            Assign addition = (Assign) lines.get(at).statement();
            Binary change = (Binary) addition.value();
            Expression more = new Binary(change.operator(), sum, change.right(), Primitive.DOUBLE, Position.NONE);
            Statement statement;
            if (at == places.get(0)) {
                boolean adds = change.operator() == BinaryOperator.ADD;
                Expression value = adds ? change.right() : Algebra.negate(change.right());
                statement = new Declare(variable, Algebra.asInitializer(value), addition.position());
            } else if (at == last) {
                Expression whole = new Binary(BinaryOperator.ADD, element, more, Primitive.DOUBLE, Position.NONE);
                statement = new Assign(element, whole, addition.position());
            } else {
                statement = new Assign(sum, more, addition.position());
            }
            lines.set(at, lines.get(at).with(statement));
        }
    }

    /** The adjoint of x[i] is xIBar. */
    private static String name(Element element) {
        String name = TemporaryName.of(element);
        return name.contains("Bar") ? name.replaceFirst("Bar", "") + "Bar" : name;
    }

    /** {@code x[i] += more} or {@code x[i] -= more}, where neither the rest nor the place reads the element. */
    private boolean isAddition(Assign assign) {
        return assign.target() instanceof Element element
                && element.type() == Primitive.DOUBLE
                && assign.value() instanceof Binary sum
                && (sum.operator() == BinaryOperator.ADD || sum.operator() == BinaryOperator.SUBTRACT)
                && Expressions.same(sum.left(), element)
                && !reads(sum.right(), element)
                && !reads(element.index(), element);
    }

    private boolean reads(Expression expression, Element element) {
        return Expressions.any(expression, each -> each instanceof Element read && aliases.mayBeSame(read, element));
    }

    /** Whether the statement may read or write the element, mean another one by it, or end before the next does. */
    private boolean touches(Statement statement, Element element) {
        boolean plain = statement instanceof Assign || statement instanceof Declare;
        return !plain
                || disturbance.disturbs(statement, element)
                || Statements.anyExpression(
                        statement, each -> each instanceof Element read && aliases.mayBeSame(read, element));
    }
}
