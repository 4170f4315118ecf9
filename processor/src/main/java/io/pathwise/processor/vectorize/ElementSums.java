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
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Addition;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.DerivativeVariables;
import io.pathwise.processor.simplify.ElementUses;
import io.pathwise.processor.simplify.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sums what is added to one element of an adjoint in a variable, and adds that to the element once: each write to an array makes the
 * processor wait for the one before, and HotSpot read other arrays again. Values
 * are added in the order of the source.
 */
public final class ElementSums {
    private final Set<Variable> derivatives;
    private final ElementUses uses;
    private final Names names;

    private ElementSums(Set<Variable> derivatives, ArrayAliases aliases, Names names) {
        this.derivatives = derivatives;
        this.uses = new ElementUses(aliases);
        this.names = names;
    }

    /** The program with such sums in variables. */
    public static Program collect(Program program) {
        Names names = program.names();
        ElementSums sums = new ElementSums(DerivativeVariables.of(program), ArrayAliases.of(program.body()), names);
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
        Optional<Addition> start = addition(lines.get(first));
        if (start.isEmpty()) {
            return;
        }
        Element element = (Element) start.get().target();
        List<Integer> places = new ArrayList<>(List.of(first));
        for (int at = first + 1; at < lines.size(); at++) {
            if (addition(lines.get(at))
                    .filter(more -> Expressions.same(more.target(), element))
                    .isPresent()) {
                places.add(at);
            } else if (uses.touches(lines.get(at).statement(), element)) {
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
            Line line = lines.get(at);
            Addition addition = addition(line).orElseThrow();
            Position position = line.statement().position();
            Expression more = new Binary(addition.operator(), sum, addition.more(), Primitive.DOUBLE, Position.NONE);
            Statement statement;
            if (at == places.get(0)) {
                statement = new Declare(variable, Algebra.asInitializer(addition.signed()), position);
            } else if (at == last) {
                Expression whole = new Binary(BinaryOperator.ADD, element, more, Primitive.DOUBLE, Position.NONE);
                statement = new Assign(element, whole, position);
            } else {
                statement = new Assign(sum, more, position);
            }
            lines.set(at, line.with(statement));
        }
    }

    /** The adjoint of x[i] is xIBar. */
    private static String name(Element element) {
        String name = TemporaryName.of(element);
        return name.contains("Bar") ? name.replaceFirst("Bar", "") + "Bar" : name;
    }

    /** What is added to an element which neither the rest nor the place reads. */
    private Optional<Addition> addition(Line line) {
        return Addition.of(line.statement())
                .filter(each -> each.target() instanceof Element element
                        && element.type() == Primitive.DOUBLE
                        && Expressions.variables(element.array()).stream().anyMatch(derivatives::contains)
                        && !uses.reads(each.more(), element)
                        && !uses.reads(element.index(), element));
    }
}
