package io.pathwise.processor.split;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the methods into which a method is split, under names that only tell them apart. */
final class Parts {
    private final Map<Function, Piece> pieces = new LinkedHashMap<>();

    /**
     * Makes statements a method.
     *
     * @param source the method they come from
     * @param taken the variables that are its parameters
     * @param result type of the result, or {@code null}
     * @param carried the variables that are carried inside
     * @return its call
     */
    Call add(Program source, Block body, List<Variable> taken, Type result, Effects effects, BitSet carried) {
        String name = "part" + pieces.size();
        Function function = new Function(
                source.owner(), name, taken.stream().map(Variable::type).toList(), result);
        List<Parameter> parameters = taken.stream()
                .map(each -> new Parameter(each, Parameter.Kind.ADDED, Position.NONE))
                .toList();
        Program part =
                new Program(source.owner(), name, parameters, result, body, source.variables(), source.position());
        pieces.put(function, new Piece(part, effects, carried));
        List<Expression> arguments = taken.stream()
                .map(each -> (Expression) new Local(each, Position.NONE))
                .toList();
        return new Call(function, arguments, Position.NONE);
    }

    /** The part that a call means. */
    Optional<Piece> of(Function function) {
        return Optional.ofNullable(pieces.get(function));
    }

    /** What calls of parts in the block do to carried variables. */
    Effects effects(Block block) {
        return calledIn(block).stream().map(each -> pieces.get(each).effects()).reduce(Effects.NONE, Effects::and);
    }

    /** What the expression, if it calls a part, does to carried variables. */
    Effects effects(Expression expression) {
        return expression instanceof Call call && pieces.containsKey(call.function())
                ? pieces.get(call.function()).effects()
                : Effects.NONE;
    }

    /** The parts that the block calls, in order. */
    List<Function> calledIn(Block block) {
        List<Function> called = new ArrayList<>();
        Statements.walkExpressions(block, each -> {
            if (each instanceof Call call && pieces.containsKey(call.function())) {
                called.add(call.function());
            }
        });
        return called;
    }

    /** How many parts there are. */
    int count() {
        return pieces.size();
    }

    /** Forgets the parts that were made last, of which no call remains. */
    void forgetAllBut(int count) {
        functions().stream().skip(count).forEach(pieces::remove);
    }

    /** All parts in the order in which they were made. */
    List<Function> functions() {
        return new ArrayList<>(pieces.keySet());
    }

    /** Replaces a part by a smaller one. */
    void replace(Function function, Piece part) {
        pieces.put(function, part);
    }
}
