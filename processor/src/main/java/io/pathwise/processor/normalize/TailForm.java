package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Moves every exit to the end of its path, so that a program can be run backwards: what follows {@code if (c) return e;}
 * moves into the other branch, {@code return e} becomes {@code value = e}, and a loop that is left for good leaves a
 * flag. A {@code break} remains only where nothing of the loop's body follows. Loops that do not count become {@code
 * while} loops, nested blocks dissolve.
 */
public final class TailForm {
    private final Variable value;
    private final Predicate<Return> stays;
    private final Names names;

    private TailForm(Variable value, Predicate<Return> stays, Names names) {
        this.value = value;
        this.stays = stays;
        this.names = names;
    }

    /**
     * Brings a method's body into tail form.
     *
     * @param value receives what the method returns; the result does not declare it
     * @param stays which returns remain because nothing that follows depends on them
     */
    public static Block apply(Block body, Variable value, Predicate<Return> stays, Names names) {
        int before = names.next();
        Block tail = Block.of(new TailForm(value, stays, names).sequence(body.statements(), Exits.OF_METHOD));
        boolean flagged = names.next() > before;
        return flagged ? InitialValues.in(tail) : tail;
    }

    /**
     * How the statements at hand are left.
     *
     * @param inLoop whether a {@code break} leaves them
     * @param returned set when the method is left from inside a loop; {@code null} outside loops
     * @param left set instead of leaving, where statements follow that only some paths skip; {@code null} elsewhere
     */
    private record Exits(boolean inLoop, Variable returned, Variable left) {
        static final Exits OF_METHOD = new Exits(false, null, null);

        Exits withLeft(Variable flag) {
            return new Exits(inLoop, returned, flag);
        }
    }

    private List<Statement> sequence(List<Statement> statements, Exits exits) {
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            List<Statement> rest = statements.subList(i + 1, statements.size());
            if (statement instanceof Block block) {
                out.addAll(sequence(Paths.concat(block.statements(), rest), exits));
                return out;
            }
            if (statement instanceof For loop && CountedLoop.of(loop).isEmpty()) {
                out.addAll(sequence(Paths.concat(asWhile(loop), rest), exits));
                return out;
            }
            if (!mayLeave(statement)) {
                out.add(inside(statement));
            } else if (statement instanceof Return exit) {
                out.addAll(leaveMethod(exit, exits));
                return out;
            } else if (statement instanceof Break leave) {
                out.add(exits.left() == null ? leave : Paths.set(exits.left()));
                return out;
            } else if (statement instanceof If branch) {
                branch(branch, rest, exits, out);
                return out;
            } else {
                loopThatReturns(statement, rest, exits, out);
                return out;
            }
        }
        return out;
    }

    private List<Statement> leaveMethod(Return exit, Exits exits) {
        List<Statement> out = new ArrayList<>();
        Expression result = exit.value().orElseThrow();
        out.add(new Assign(new Local(value, exit.position()), result, exit.position()));
        if (exits.returned() != null) {
            out.add(Paths.set(exits.returned()));
        }
        if (exits.left() != null) {
            out.add(Paths.set(exits.left()));
        } else if (exits.inLoop()) {
            out.add(new Break(exit.position()));
        }
        return out;
    }

    private void branch(If branch, List<Statement> rest, Exits exits, List<Statement> out) {
        List<Statement> then = branch.then().statements();
        List<Statement> otherwise = branch.otherwise().statements();
        if (rest.isEmpty() || !Completion.completes(branch.then())) {
            out.add(Paths.branch(branch, sequence(then, exits), sequence(Paths.concat(otherwise, rest), exits)));
        } else if (!Completion.completes(branch.otherwise())) {
            out.add(Paths.branch(branch, sequence(Paths.concat(then, rest), exits), sequence(otherwise, exits)));
        } else {
            Variable left = names.create("left", Primitive.BOOLEAN, Origin.GENERATED);
            Exits flagged = exits.withLeft(left);
            out.add(new Declare(left, Paths.literal(false), Position.NONE));
            out.add(Paths.branch(branch, sequence(then, flagged), sequence(otherwise, flagged)));
            out.add(skip(left, rest, exits));
        }
    }

    private Statement skip(Variable flag, List<Statement> rest, Exits exits) {
        Expression set = new Local(flag, Position.NONE);
        List<Statement> remaining = sequence(rest, exits);
        if (exits.left() != null) {
            return new If(set, Block.of(List.of(Paths.set(exits.left()))), Block.of(remaining), Position.NONE);
        }
        if (exits.inLoop()) {
            Block leave = Block.of(List.of(new Break(Position.NONE)));
            return new If(set, leave, Block.of(remaining), Position.NONE);
        }
        Expression unset = new Unary(UnaryOperator.NOT, set, Primitive.BOOLEAN, Position.NONE);
        return new If(unset, Block.of(remaining), Block.EMPTY, Position.NONE);
    }

    private void loopThatReturns(Statement loop, List<Statement> rest, Exits exits, List<Statement> out) {
        boolean outermost = exits.returned() == null;
        Variable returned =
                outermost ? names.create("returned", Primitive.BOOLEAN, Origin.GENERATED) : exits.returned();
        if (outermost) {
            out.add(new Declare(returned, Paths.literal(false), Position.NONE));
        }
        out.add(withBody(loop, new Exits(true, returned, null)));
        if (!rest.isEmpty() || !outermost || exits.left() != null) {
            out.add(skip(returned, rest, exits));
        }
    }

    /** A statement that is never left early, with loops inside it brought into tail form. */
    private Statement inside(Statement statement) {
        if (statement instanceof If branch) {
            return Paths.branch(
                    branch,
                    sequence(branch.then().statements(), Exits.OF_METHOD),
                    sequence(branch.otherwise().statements(), Exits.OF_METHOD));
        }
        if (Statements.isLoop(statement)) {
            return withBody(statement, new Exits(true, null, null));
        }
        return statement;
    }

    private Statement withBody(Statement loop, Exits exits) {
        if (loop instanceof For each) {
            Block body = Block.of(sequence(each.body().statements(), exits));
            return new For(each.init(), each.condition(), each.update(), body, each.position());
        }
        While each = (While) loop;
        return new While(each.condition(), Block.of(sequence(each.body().statements(), exits)), each.position());
    }

    private static List<Statement> asWhile(For loop) {
        List<Statement> body = Paths.concat(List.of(loop.body()), loop.update());
        return Paths.concat(loop.init(), List.of(new While(loop.condition(), Block.of(body), loop.position())));
    }

    /** Whether some path through the statement skips what follows it. */
    private boolean mayLeave(Statement statement) {
        if (statement instanceof Return exit) {
            return !stays.test(exit);
        }
        if (statement instanceof Break) {
            return true;
        }
        if (Statements.isLoop(statement)) {
            return Statements.any(statement, each -> each instanceof Return exit && !stays.test(exit));
        }
        return Statements.children(statement).stream().anyMatch(this::mayLeave);
    }
}
