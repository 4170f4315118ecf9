package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Type;
import java.util.ArrayList;
import java.util.List;

/** Evaluates what programs do to arrays. */
final class ArrayEvaluation {
    private final Evaluation evaluation;
    private final Symbols symbols;
    private final Memory memory;

    ArrayEvaluation(Evaluation evaluation, Symbols symbols, Memory memory) {
        this.evaluation = evaluation;
        this.symbols = symbols;
        this.memory = memory;
    }

    Polynomial element(Element element) throws Undecidable {
        Polynomial array = evaluation.evaluateArray(element.array());
        Polynomial index = evaluation.evaluate(element.index());
        return Contents.element(symbols, contents(element.array()), array, index);
    }

    /** A new array among those of a group. */
    Polynomial create(Expression expression, Object group) throws Undecidable {
        String name = memory.count(expression) + " of " + symbols.nameOf(expression);
        if (expression instanceof ArrayValues values) {
            return initialized(values, name, group);
        } else if (expression instanceof New creation) {
            return zeros(creation, name, group);
        }
        Expression original = ArrayOperations.original(expression).orElseThrow();
        Polynomial source = evaluation.evaluateArray(original);
        Polynomial held = contents(original);
        if (expression instanceof Call call) {
            List<Polynomial> range = new ArrayList<>(List.of(held, source));
            for (Expression limit : call.arguments().subList(1, call.arguments().size())) {
                range.add(evaluation.evaluate(limit));
            }
            Polynomial last = range.get(range.size() - 1);
            Polynomial length = range.size() == 3 ? last : last.minus(range.get(2));
            return filled(Contents.CHANGE, name, List.of(length), range, group);
        }
        return filled(Contents.COPY, name, List.of(Contents.length(symbols, source)), List.of(held, source), group);
    }

    void assign(Element target, Polynomial value) throws Undecidable {
        Polynomial array = evaluation.evaluateArray(target.array());
        Polynomial index = evaluation.evaluate(target.index());
        write(Contents.STORE, group(target.array()), array, List.of(index, value));
    }

    /** {@code Arrays.fill} or {@code System.arraycopy}. */
    void transfer(Call call) throws Undecidable {
        Expression target = ArrayOperations.target(call);
        List<Polynomial> operands = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            if (argument.type() instanceof Type.ArrayOf && argument != target) {
                operands.add(evaluation.evaluateArray(argument));
                operands.add(contents(argument));
            } else if (argument != target) {
                operands.add(evaluation.evaluate(argument));
            }
        }
        boolean isWhole = ArrayOperations.isFill(call) && call.arguments().size() == 2;
        Polynomial array = evaluation.evaluateArray(target);
        List<Polynomial> written = isWhole ? operands.subList(0, 1) : operands;
        write(isWhole ? Contents.FILL : Contents.CHANGE, group(target), array, written);
    }

    private Polynomial initialized(ArrayValues values, String name, Object group) throws Undecidable {
        Polynomial length = Polynomial.constant(values.values().size());
        Polynomial array = filled(Contents.FILL, name, List.of(length), List.of(Polynomial.ZERO), group);
        for (int i = 0; i < values.values().size(); i++) {
            Polynomial value = evaluation.evaluateIn(group, values.values().get(i));
            write(Contents.STORE, group, array, List.of(Polynomial.constant(i), value));
        }
        return array;
    }

    private Polynomial zeros(New creation, String name, Object group) throws Undecidable {
        List<Polynomial> lengths = new ArrayList<>();
        for (Expression length : creation.arguments()) {
            lengths.add(evaluation.evaluate(length));
        }
        Type element = ((Type.ArrayOf) creation.type()).element();
        if (element instanceof Type.ArrayOf row && lengths.size() > 1 && !(row.element() instanceof Type.ArrayOf)) {
            return filled(Contents.ROWS, name, lengths, List.of(), group);
        }
        boolean isFlat = element instanceof Type.Primitive;
        return isFlat
                ? filled(Contents.FILL, name, lengths, List.of(Polynomial.ZERO), group)
                : filled(Contents.CHANGE, name, lengths, List.of(), group);
    }

    private Polynomial filled(
            String operation, String name, List<Polynomial> lengths, List<Polynomial> operands, Object group) {
        Polynomial array = Contents.created(symbols, name, lengths);
        write(operation, group, array, operands);
        return array;
    }

    private void write(String operation, Object group, Polynomial array, List<Polynomial> operands) {
        List<Polynomial> all = new ArrayList<>(List.of(memory.contents(group, symbols), array));
        all.addAll(operands);
        memory.putContents(group, symbols.apply(operation, all));
    }

    private Polynomial contents(Expression array) {
        return memory.contents(group(array), symbols);
    }

    private Object group(Expression array) {
        return array instanceof Local local
                ? memory.aliases().group(local.variable())
                : memory.aliases().group(array);
    }
}
