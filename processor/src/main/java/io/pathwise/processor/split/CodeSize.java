package io.pathwise.processor.split;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Continue;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.DoWhile;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Labeled;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How many bytes of code javac makes of a method, estimated from above.
 *
 * <p>The sizes of instructions are those of chapter 6 of the Java Virtual Machine Specification; what javac saves by
 * folding constants and by incrementing in place is left out.
 */
public final class CodeSize {
    /** HotSpot compiles no method with more bytes of code than this. */
    public static final int LARGEST_COMPILED = 8000;

    private static final int JUMP = 3;
    private static final int CREATION = 4;

    private final ExpressionSize expressions;
    private final ToIntFunction<Variable> slots;
    private final Map<Statement, Integer> known;

    private CodeSize(ToIntFunction<Variable> slots, Map<Statement, Integer> known) {
        this.slots = slots;
        this.known = known;
        this.expressions = new ExpressionSize(slots);
    }

    /** The size of the method's code. */
    public static int of(Program program) {
        return new CodeSize(LocalSlots.of(program), new IdentityHashMap<>())
                .of(program.body().statements());
    }

    /** Sizes of statements whose variables all have the number {@code slot}; remembers those of compound ones. */
    static CodeSize withSlots(int slot) {
        return new CodeSize(variable -> slot, new IdentityHashMap<>());
    }

    /** The size of the statements' code. */
    int of(List<Statement> statements) {
        return statements.stream().mapToInt(this::of).sum();
    }

    /** The size of the statement's code. */
    int of(Statement statement) {
        if (Statements.children(statement).isEmpty()) {
            return measured(statement);
        }
        Integer size = known.get(statement);
        if (size == null) {
            size = measured(statement);
            known.put(statement, size);
        }
        return size;
    }

    private int measured(Statement statement) {
        if (statement instanceof Declare declare) {
            return declare.initializer()
                    .map(value -> assignment(declare.variable(), value))
                    .orElse(0);
        } else if (statement instanceof Assign assign) {
            return ofAssignment(assign);
        } else if (statement instanceof Evaluate evaluate) {
            return expressions.of(evaluate.expression()) + 1;
        } else if (statement instanceof Block block) {
            return of(block.statements());
        } else if (statement instanceof Explained explained) {
            return of(explained.statements());
        } else if (statement instanceof If branch) {
            return ofBranch(branch);
        } else if (Statements.isLoop(statement) || statement instanceof DoWhile) {
            return ofLoop(statement);
        } else if (statement instanceof Labeled labeled) {
            return of(labeled.statement());
        }
        return ofExit(statement);
    }

    private int ofAssignment(Assign assign) {
        if (assign.target() instanceof Local target) {
            return assignment(target.variable(), assign.value());
        }
        return expressions.of(assign.target())
                + expressions.converted(assign.value(), assign.target().type());
    }

    private int assignment(Variable variable, Expression value) {
        return expressions.converted(value, variable.type()) + ExpressionSize.access(slots.applyAsInt(variable));
    }

    private int ofBranch(If branch) {
        int otherwise = branch.otherwise().isEmpty() ? 0 : JUMP + of(branch.otherwise());
        return expressions.condition(branch.condition()) + of(branch.then()) + otherwise;
    }

    private int ofLoop(Statement loop) {
        int header = loop instanceof For counted ? of(counted.init()) + of(counted.update()) : 0;
        Expression condition = loop instanceof For counted
                ? counted.condition()
                : loop instanceof While repeated ? repeated.condition() : ((DoWhile) loop).condition();
        return header + expressions.condition(condition) + of(Statements.body(loop)) + JUMP;
    }

    private int ofExit(Statement statement) {
        if (statement instanceof Break || statement instanceof Continue) {
            return JUMP;
        } else if (statement instanceof Return exit) {
            return exit.value().map(this::ofResult).orElse(0) + 1;
        } else if (statement instanceof Throw exit) {
            return expressions.of(exit.exception()) + 1;
        }
        Assert check = (Assert) statement;
        int message = check.message().map(expressions::of).orElse(0);
        return 2 * JUMP + expressions.condition(check.condition()) + CREATION + message + JUMP + 1;
    }

    /** The result's type is not known here; a conversion takes one byte. */
    private int ofResult(Expression value) {
        Type type = value.type();
        return expressions.converted(value, type) + 2;
    }
}
