package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Walks over statements. */
public final class Statements {
    private Statements() {}

    /** Whether the statement is a loop, in the forms that remain once control flow is structured. */
    public static boolean isLoop(Statement statement) {
        return statement instanceof For || statement instanceof While;
    }

    /** What a loop repeats, a {@code do} loop included. */
    public static Block body(Statement loop) {
        if (loop instanceof For each) {
            return each.body();
        }
        return loop instanceof While each ? each.body() : ((DoWhile) loop).body();
    }

    /** The statements directly below, in order of execution. */
    public static List<Statement> children(Statement statement) {
        List<Statement> children = new ArrayList<>();
        if (statement instanceof If branch) {
            children.add(branch.then());
            children.add(branch.otherwise());
        } else if (statement instanceof For loop) {
            children.addAll(loop.init());
            children.add(loop.body());
            children.addAll(loop.update());
        } else if (statement instanceof While loop) {
            children.add(loop.body());
        } else if (statement instanceof DoWhile loop) {
            children.add(loop.body());
        } else if (statement instanceof Labeled labeled) {
            children.add(labeled.statement());
        } else if (statement instanceof Block block) {
            children.addAll(block.statements());
        } else if (statement instanceof Explained explained) {
            children.addAll(explained.statements());
        }
        return children;
    }

    /** The expressions that the statement itself evaluates, a target of an assignment included and last. */
    public static List<Expression> expressions(Statement statement) {
        if (statement instanceof Declare declare) {
            return declare.initializer().stream().toList();
        } else if (statement instanceof Assign assign) {
            return List.of(assign.value(), assign.target());
        } else if (statement instanceof Evaluate evaluate) {
            return List.of(evaluate.expression());
        } else if (statement instanceof If branch) {
            return List.of(branch.condition());
        } else if (statement instanceof For loop) {
            return List.of(loop.condition());
        } else if (statement instanceof While loop) {
            return List.of(loop.condition());
        } else if (statement instanceof DoWhile loop) {
            return List.of(loop.condition());
        } else if (statement instanceof Return exit) {
            return exit.value().stream().toList();
        } else if (statement instanceof Throw exit) {
            return List.of(exit.exception());
        } else if (statement instanceof Assert check) {
            return Stream.concat(Stream.of(check.condition()), check.message().stream())
                    .toList();
        }
        return List.of();
    }

    /** The statement with every expression in it, at any depth, replaced; targets of assignments too. */
    public static Statement mapExpressions(Statement statement, UnaryOperator<Expression> map) {
        if (statement instanceof Declare declare) {
            return new Declare(declare.variable(), declare.initializer().map(map), declare.position());
        } else if (statement instanceof Assign assign) {
            return new Assign(map.apply(assign.target()), map.apply(assign.value()), assign.position());
        } else if (statement instanceof Evaluate evaluate) {
            return new Evaluate(map.apply(evaluate.expression()), evaluate.position());
        } else if (statement instanceof If branch) {
            return new If(
                    map.apply(branch.condition()),
                    mapExpressions(branch.then(), map),
                    mapExpressions(branch.otherwise(), map),
                    branch.position());
        } else if (statement instanceof For loop) {
            return new For(
                    mapExpressions(loop.init(), map),
                    map.apply(loop.condition()),
                    mapExpressions(loop.update(), map),
                    mapExpressions(loop.body(), map),
                    loop.position());
        } else if (statement instanceof While loop) {
            return new While(map.apply(loop.condition()), mapExpressions(loop.body(), map), loop.position());
        } else if (statement instanceof DoWhile loop) {
            return new DoWhile(mapExpressions(loop.body(), map), map.apply(loop.condition()), loop.position());
        } else if (statement instanceof Labeled labeled) {
            return new Labeled(labeled.label(), mapExpressions(labeled.statement(), map), labeled.position());
        } else if (statement instanceof Throw exit) {
            return new Throw(map.apply(exit.exception()), exit.position());
        } else if (statement instanceof Assert check) {
            return new Assert(map.apply(check.condition()), check.message().map(map), check.position());
        } else if (statement instanceof Return exit) {
            return new Return(exit.value().map(map), exit.position());
        } else if (statement instanceof Block block) {
            return mapExpressions(block, map);
        } else if (statement instanceof Explained explained) {
            return new Explained(
                    explained.comment(), mapExpressions(explained.statements(), map), explained.position());
        }
        return statement;
    }

    /** The block with every expression in it replaced. */
    public static Block mapExpressions(Block block, UnaryOperator<Expression> map) {
        return new Block(mapExpressions(block.statements(), map), block.position());
    }

    /** The statements with every expression in them replaced. */
    public static List<Statement> mapExpressions(List<Statement> statements, UnaryOperator<Expression> map) {
        return statements.stream().map(each -> mapExpressions(each, map)).toList();
    }

    /** Visits the statement and all below it, parents first. */
    public static void walk(Statement statement, Consumer<Statement> visitor) {
        visitor.accept(statement);
        children(statement).forEach(child -> walk(child, visitor));
    }

    /** Visits every expression that the statement or one below it evaluates, parents first. */
    public static void walkExpressions(Statement statement, Consumer<Expression> visitor) {
        walk(statement, each -> expressions(each).forEach(expression -> Expressions.walk(expression, visitor)));
    }

    /** Whether the statement or one below it satisfies the predicate. */
    public static boolean any(Statement statement, Predicate<Statement> predicate) {
        return predicate.test(statement) || children(statement).stream().anyMatch(child -> any(child, predicate));
    }

    /** Whether an expression in the statement satisfies the predicate. */
    public static boolean anyExpression(Statement statement, Predicate<Expression> predicate) {
        return any(
                statement,
                each -> expressions(each).stream().anyMatch(expression -> Expressions.any(expression, predicate)));
    }

    /** The variables that are assigned to in the statement, declarations not counted, in order. */
    public static Set<Variable> assigned(Statement statement) {
        Set<Variable> assigned = new LinkedHashSet<>();
        walk(statement, each -> {
            if (each instanceof Assign assign && assign.target() instanceof Local target) {
                assigned.add(target.variable());
            }
        });
        return assigned;
    }

    /** The variables that are declared in the statement at any depth. */
    public static Set<Variable> declared(Statement statement) {
        Set<Variable> declared = new LinkedHashSet<>();
        walk(statement, each -> {
            if (each instanceof Declare declare) {
                declared.add(declare.variable());
            }
        });
        return declared;
    }
}
