package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.analyze.WholeDefinitions;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * States the bounds of loops in terms that do not change while they run, so that their iterations can be numbered: the
 * length of a row is read once, the length of an array that a loop makes anew in each iteration is what it was made
 * with.
 */
public final class LoopBounds {
    private final WholeDefinitions definitions;
    private final Set<Variable> assigned;
    private final Names names;

    private LoopBounds(Program program, Names names) {
        this.definitions = new WholeDefinitions(program);
        this.assigned = Statements.assigned(program.body());
        this.names = names;
    }

    /** The program's body with such bounds. */
    public static Block settle(Program program, Names names) {
        return new LoopBounds(program, names).block(program.body(), Set.of());
    }

    /** The block with the variables that the loops around declare. */
    private Block block(Block block, Set<Variable> varying) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : block.statements()) {
            if (each instanceof For loop) {
                out.addAll(loop(loop, varying));
            } else if (each instanceof While loop) {
                Block body = block(loop.body(), with(varying, loop));
                out.add(new While(loop.condition(), body, loop.position()));
            } else if (each instanceof If branch) {
                Block then = block(branch.then(), varying);
                Block otherwise = block(branch.otherwise(), varying);
                out.add(new If(branch.condition(), then, otherwise, branch.position()));
            } else {
                out.add(each instanceof Block inner ? block(inner, varying) : each);
            }
        }
        return new Block(out, block.position());
    }

    private static Set<Variable> with(Set<Variable> varying, Statement loop) {
        Set<Variable> all = new HashSet<>(varying);
        all.addAll(Statements.declared(loop));
        return all;
    }

    private List<Statement> loop(For loop, Set<Variable> varying) {
        Block body = block(loop.body(), with(varying, loop));
        if (!(loop.condition() instanceof Binary condition)) {
            return List.of(new For(loop.init(), loop.condition(), loop.update(), body, loop.position()));
        }
        List<Statement> init = loop.init().stream()
                .map(each -> Statements.mapExpressions(each, start -> known(start, varying)))
                .toList();
        For settled = new For(init, condition, loop.update(), body, loop.position());
        Binary other = withBound(condition, known(condition.right(), varying));
        return readOnce(settled, condition).orElse(List.of(bounded(settled, other)));
    }

    /** The number in terms that are the same in all iterations of the loops around, if there are such terms. */
    private Expression known(Expression number, Set<Variable> varying) {
        if (Expressions.variables(number).stream().noneMatch(varying::contains)) {
            return number;
        }
        Expression known = definitions.expand(number);
        boolean isFixed = Expressions.variables(known).stream()
                .noneMatch(each -> varying.contains(each) || assigned.contains(each));
        return isFixed ? known : number;
    }

    private Optional<List<Statement>> readOnce(For loop, Binary condition) {
        if (!(condition.right() instanceof Length length)
                || !(length.array() instanceof Element row)
                || Expressions.any(row.index(), each -> each instanceof Element)
                || !(row.array() instanceof Local)
                || !isSame(row, loop)) {
            return Optional.empty();
        }
        Variable columns = names.create("columns", Primitive.INT, Origin.TEMPORARY);
        For counted = bounded(loop, withBound(condition, new Local(columns, length.position())));
        return CountedLoop.of(counted).isPresent()
                ? Optional.of(List.of(new Declare(columns, length, length.position()), counted))
                : Optional.empty();
    }

    private static For bounded(For loop, Binary condition) {
        return new For(loop.init(), condition, loop.update(), loop.body(), loop.position());
    }

    private static Binary withBound(Binary condition, Expression bound) {
        return new Binary(condition.operator(), condition.left(), bound, condition.type(), condition.position());
    }

    /** Whether it is one row all the time. */
    private static boolean isSame(Element row, For loop) {
        Set<Variable> changing = new HashSet<>(Statements.assigned(loop));
        changing.addAll(Statements.declared(loop));
        return Expressions.variables(row).stream().noneMatch(changing::contains)
                && !Statements.any(loop.body(), LoopBounds::mayReplaceRows);
    }

    private static boolean mayReplaceRows(Statement statement) {
        return statement instanceof Evaluate
                || statement instanceof Assign assign && assign.target().type() instanceof Type.ArrayOf;
    }
}
