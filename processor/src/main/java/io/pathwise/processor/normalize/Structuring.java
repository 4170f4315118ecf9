package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Continue;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.DoWhile;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Labeled;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Expresses {@code continue}, labels and {@code do} by {@code if}, {@code while} and a plain {@code break}: what {@code
 * continue} skips moves into the other branch, a jump out of several loops leaves a flag.
 */
public final class Structuring {
    private final Names names;

    private Structuring(Names names) {
        this.names = names;
    }

    /** Structures a whole method. */
    public static Program structure(Program program) {
        Names names = program.names();
        Block body = new Structuring(names).block(program.body());
        boolean flagged = names.next() > program.variables();
        return program.withBody(flagged ? InitialValues.in(body) : body, names);
    }

    private Block block(Block block) {
        return new Block(all(block.statements()), block.position());
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        statements.forEach(each -> statement(each, Optional.empty(), out));
        return out;
    }

    private void statement(Statement statement, Optional<String> label, List<Statement> out) {
        if (statement instanceof Labeled labeled) {
            labeled(labeled, out);
        } else if (Statements.isLoop(statement) || statement instanceof DoWhile) {
            loop(statement, label, out);
        } else {
            out.add(withStructuredExpressions(Rewriting.children(statement, this::inside)));
        }
    }

    private Statement inside(Statement statement) {
        if (statement instanceof Block block) {
            return block(block);
        }
        List<Statement> out = new ArrayList<>();
        statement(statement, Optional.empty(), out);
        return out.size() == 1 ? out.get(0) : Block.of(out);
    }

    /** Statements inside expressions are complete in themselves. */
    private Statement withStructuredExpressions(Statement statement) {
        boolean compound = Statements.expressions(statement).stream()
                .anyMatch(each -> Expressions.any(each, one -> one instanceof Compound));
        return compound ? Statements.mapExpressions(statement, this::expression) : statement;
    }

    private Expression expression(Expression expression) {
        Expression mapped = Expressions.mapChildren(expression, this::expression);
        return mapped instanceof Compound compound
                ? new Compound(all(compound.statements()), compound.value(), compound.position())
                : mapped;
    }

    private void labeled(Labeled labeled, List<Statement> out) {
        Optional<String> label = Optional.of(labeled.label());
        if (labeled.statement() instanceof Block block) {
            Statement jump = new Break(label, Position.NONE);
            out.addAll(new Skip(jump, names).over(all(block.statements())));
        } else {
            statement(labeled.statement(), label, out);
        }
    }

    private void loop(Statement loop, Optional<String> label, List<Statement> out) {
        List<Statement> body = all(Statements.body(loop).statements());
        List<Statement> own = new ArrayList<>(body);
        own = new Skip(new Continue(Optional.empty(), Position.NONE), names).over(own);
        if (label.isPresent()) {
            own = new Skip(new Continue(label, Position.NONE), names).over(own);
            own = replace(own, new Break(label, Position.NONE), List.of(new Break(Position.NONE)));
        }
        List<Statement> after = new ArrayList<>();
        for (Statement jump : jumpsOut(own)) {
            Variable flag = names.create("leaves", Primitive.BOOLEAN, Origin.GENERATED);
            out.add(new Declare(flag, Paths.literal(false), Position.NONE));
            own = replace(own, jump, List.of(Paths.set(flag), new Break(Position.NONE)));
            Block then = Block.of(List.of(jump));
            after.add(new If(new Local(flag, Position.NONE), then, Block.EMPTY, Position.NONE));
        }
        out.add(withStructuredExpressions(withBody(loop, own)));
        out.addAll(after);
    }

    private static Statement withBody(Statement loop, List<Statement> body) {
        if (loop instanceof For each) {
            return new For(each.init(), each.condition(), each.update(), Block.of(body), each.position());
        }
        if (loop instanceof While each) {
            return new While(each.condition(), Block.of(body), each.position());
        }
        DoWhile each = (DoWhile) loop;
        Expression unmet = new Unary(
                UnaryOperator.NOT,
                each.condition(),
                Primitive.BOOLEAN,
                each.condition().position());
        List<Statement> whole = new ArrayList<>();
        whole.add(Block.of(body));
        Block leave = Block.of(List.of(new Break(each.position())));
        whole.add(new If(unmet, leave, Block.EMPTY, each.position()));
        return new While(Paths.literal(true), Block.of(whole), each.position());
    }

    /** The jumps to labels outside the loop, without their positions. */
    private static Set<Statement> jumpsOut(List<Statement> body) {
        Set<Statement> jumps = new LinkedHashSet<>();
        Statements.walk(Block.of(body), each -> {
            if (each instanceof Break jump && jump.label().isPresent()) {
                jumps.add(new Break(jump.label(), Position.NONE));
            } else if (each instanceof Continue jump && jump.label().isPresent()) {
                jumps.add(new Continue(jump.label(), Position.NONE));
            }
        });
        return jumps;
    }

    private static List<Statement> replace(List<Statement> statements, Statement jump, List<Statement> replacement) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            if (Skip.isSame(each, jump)) {
                out.addAll(replacement);
            } else {
                out.add(Rewriting.lists(each, inner -> replace(inner, jump, replacement)));
            }
        }
        return out;
    }

    /** Removes one kind of jump to the end of a sequence. */
    private record Skip(Statement jump, Names names) {
        static boolean isSame(Statement statement, Statement jump) {
            if (statement instanceof Break one && jump instanceof Break other) {
                return one.label().equals(other.label());
            }
            return statement instanceof Continue one
                    && jump instanceof Continue other
                    && one.label().equals(other.label());
        }

        List<Statement> over(List<Statement> statements) {
            return over(statements, Optional.empty());
        }

        /**
         * The statements without the jump.
         *
         * @param skipped set instead of jumping, where statements follow that only some paths skip
         */
        private List<Statement> over(List<Statement> statements, Optional<Variable> skipped) {
            List<Statement> out = new ArrayList<>();
            for (int i = 0; i < statements.size(); i++) {
                Statement each = statements.get(i);
                List<Statement> rest = statements.subList(i + 1, statements.size());
                if (isSame(each, jump)) {
                    skipped.ifPresent(flag -> out.add(Paths.set(flag)));
                    return out;
                }
                if (!jumps(each)) {
                    out.add(each);
                } else if (each instanceof Block block) {
                    out.addAll(over(Paths.concat(block.statements(), rest), skipped));
                    return out;
                } else {
                    branch((If) each, rest, skipped, out);
                    return out;
                }
            }
            return out;
        }

        private void branch(If branch, List<Statement> rest, Optional<Variable> skipped, List<Statement> out) {
            List<Statement> then = branch.then().statements();
            List<Statement> otherwise = branch.otherwise().statements();
            if (rest.isEmpty() || !completes(branch.then())) {
                out.add(Paths.branch(branch, over(then, skipped), over(Paths.concat(otherwise, rest), skipped)));
            } else if (!completes(branch.otherwise())) {
                out.add(Paths.branch(branch, over(Paths.concat(then, rest), skipped), over(otherwise, skipped)));
            } else {
                Variable flag = names.create("skipped", Primitive.BOOLEAN, Origin.GENERATED);
                out.add(new Declare(flag, Paths.literal(false), Position.NONE));
                out.add(Paths.branch(branch, over(then, Optional.of(flag)), over(otherwise, Optional.of(flag))));
                Expression unset =
                        new Unary(UnaryOperator.NOT, new Local(flag, Position.NONE), Primitive.BOOLEAN, Position.NONE);
                Block remaining = Block.of(over(rest, skipped));
                Block passOn =
                        Block.of(skipped.map(outer -> List.of(Paths.set(outer))).orElse(List.of()));
                out.add(new If(unset, remaining, passOn, Position.NONE));
            }
        }

        private static boolean completes(Block block) {
            return Completion.completes(block);
        }

        private boolean jumps(Statement statement) {
            return Statements.any(statement, each -> isSame(each, jump))
                    && !(jump instanceof Continue own && own.label().isEmpty() && Statements.isLoop(statement));
        }
    }
}
