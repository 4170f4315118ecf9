package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordArguments;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.Rules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Statements with their calls as the source has them: calls of methods that are not part of the program, and their longer
 * arguments, have become variables of their own, and so one statement several, all of which stand for that one.
 */
final class SourceCalls {
    private final String home;
    private final RecordParameters records;
    private final Map<Variable, Expression> pieces = new HashMap<>();
    private final Map<Variable, Statement> readers = new HashMap<>();

    private SourceCalls(String home, RecordParameters records) {
        this.home = home;
        this.records = records;
    }

    /**
     * Finds what has become of calls.
     *
     * @param program whose calls are not evaluated yet
     * @param records which of its parameters are components of records
     */
    static SourceCalls of(Program program, RecordParameters records) {
        SourceCalls calls = new SourceCalls(program.owner(), records);
        Set<Variable> arguments = new HashSet<>();
        Map<Variable, Integer> reads = new HashMap<>();
        Statements.walk(program.body(), statement -> calls.note(statement, arguments, reads));
        Statements.walk(program.body(), statement -> calls.notePiece(statement, arguments, reads));
        return calls;
    }

    private void note(Statement statement, Set<Variable> arguments, Map<Variable, Integer> reads) {
        Statements.expressions(statement)
                .forEach(expression -> Expressions.walk(expression, each -> {
                    if (each instanceof Local local) {
                        reads.merge(local.variable(), 1, Integer::sum);
                        readers.put(local.variable(), statement);
                    } else if (each instanceof CompanionCall call) {
                        call.arguments().stream()
                                .filter(Local.class::isInstance)
                                .forEach(argument -> arguments.add(((Local) argument).variable()));
                    }
                }));
    }

    private void notePiece(Statement statement, Set<Variable> arguments, Map<Variable, Integer> reads) {
        if (statement instanceof Declare declare && declare.initializer().isPresent()) {
            Variable variable = declare.variable();
            Expression value = declare.initializer().get();
            boolean isPart = arguments.contains(variable) || value instanceof CompanionCall;
            if (isPart && variable.isTemporary() && reads.getOrDefault(variable, 0) == 1) {
                pieces.put(variable, value);
            }
        }
    }

    /** The statement of the source to which a statement belongs. */
    Statement source(Statement statement) {
        Statement whole = statement;
        while (whole instanceof Declare declare
                && pieces.containsKey(declare.variable())
                && isSimple(readers.get(declare.variable()))) {
            whole = readers.get(declare.variable());
        }
        return Statements.mapExpressions(whole, this::restored);
    }

    /** Whether the statement is stated as a whole. */
    private static boolean isSimple(Statement statement) {
        return statement instanceof Declare || statement instanceof Assign || statement instanceof Return;
    }

    private Expression restored(Expression expression) {
        if (expression instanceof Local local && pieces.containsKey(local.variable())) {
            return restored(pieces.get(local.variable()));
        }
        Expression whole = Expressions.mapChildren(expression, this::restored);
        if (whole instanceof CompanionCall call) {
            return spelled(call.callee().function(), call.arguments(), call.position());
        } else if (whole instanceof Evaluated call
                && Rules.sampler(call.function()).isEmpty()) {
            return spelled(call.function(), call.arguments(), call.position());
        }
        return whole;
    }

    private Expression spelled(Function method, List<Expression> flat, Position position) {
        List<Expression> arguments = RecordArguments.assemble(method.parameters(), flat);
        return records.restored(new Invoke(named(method), arguments, position), Set.of());
    }

    /** The method as it is called: of another class by the name of that. */
    private Function named(Function method) {
        String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
        return method.owner().equals(home)
                ? method
                : new Function(method.owner(), owner + "." + method.name(), method.parameters(), method.result());
    }
}
