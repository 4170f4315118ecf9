package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordArguments;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Records that calls return which stay calls: the only records of which programs without records know. */
public final class ReturnedRecords {
    private ReturnedRecords() {}

    /** Whether the expression is a call that stays one. */
    static boolean isCall(Expression expression) {
        return expression instanceof Invoke || expression instanceof CompanionCall;
    }

    /**
     * The statements with the results of calls in the user's own variables, where the user has declared some for them.
     *
     * @param assigned the variables that change
     */
    static List<Statement> named(List<Statement> statements, Set<Variable> assigned) {
        List<Statement> named = new ArrayList<>();
        for (Statement each : statements) {
            Statement last = named.isEmpty() ? null : named.get(named.size() - 1);
            if (last instanceof Declare call
                    && each instanceof Declare declare
                    && call.variable().isTemporary()
                    && call.variable().type() instanceof Type.Record
                    && call.initializer().filter(ReturnedRecords::isCall).isPresent()
                    && declare.initializer().orElse(null) instanceof Local local
                    && local.variable().equals(call.variable())
                    && !assigned.contains(declare.variable())) {
                named.set(named.size() - 1, new Declare(declare.variable(), call.initializer(), declare.position()));
            } else {
                named.add(each);
            }
        }
        return named;
    }

    /** Whether companions can hand such a record on: it holds numbers and truth values only. */
    public static boolean isSimple(Type.Record record) {
        return Leaves.of(record).stream().allMatch(each -> each.type() instanceof Primitive);
    }

    /**
     * A value of a record that a call has returned: a function of the call's arguments if it carries derivatives.
     *
     * @param record holds what the call has returned
     */
    static Expression read(Variable record, Leaf leaf, Expression call) {
        Expression value = leaf.of(new Local(record, call.position()));
        if (!leaf.isDifferentiable()) {
            return value;
        }
        Function method = call instanceof CompanionCall known ? known.callee().function() : ((Invoke) call).method();
        List<Expression> arguments =
                call instanceof CompanionCall known ? known.arguments() : ((Invoke) call).arguments();
        Function number = new Function(method.owner(), method.name(), method.parameters(), leaf.type());
        return new Evaluated(number, value, arguments, List.of(), false, call.position());
    }

    /**
     * Programs that return one value each of the record that a program returns, which all together have its jumps.
     *
     * @param flat a program that returns records which are made where it returns
     */
    public static List<Program> eachValue(Program flat) {
        return IntStream.range(0, Leaves.of(flat.result()).size())
                .mapToObj(i -> oneValue(flat, i))
                .toList();
    }

    private static Program oneValue(Program flat, int index) {
        Program value = flat.withBody(Rewriting.block(flat.body(), each -> oneValue(each, index)), flat.names());
        return new Program(
                value.owner(),
                value.name(),
                value.parameters(),
                Primitive.DOUBLE,
                value.body(),
                value.variables(),
                value.position(),
                value.discrete());
    }

    private static Statement oneValue(Statement statement, int index) {
        if (statement instanceof Return exit) {
            RecordValue record = (RecordValue) exit.value().orElseThrow();
            return new Return(number(RecordArguments.leaves(record).get(index)), exit.position());
        }
        return Rewriting.children(statement, each -> oneValue(each, index));
    }

    /** The value as a real number, which jumps where the value changes. */
    private static Expression number(Expression value) {
        if (value.type() != Primitive.BOOLEAN) {
            return value;
        }
        return new Conditional(value, Algebra.integer(1), Algebra.integer(0), Primitive.INT, value.position());
    }
}
