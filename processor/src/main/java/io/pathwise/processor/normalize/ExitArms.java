package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.FreeVariables;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Moves what is computed on the way out of a loop behind the loop: {@code for (…) { if (c) { return e; } }} becomes
 * {@code for (…) { if (c) { returned = true; break; } } if (returned) { return e; }}. It happens once, so that the reverse sweep
 * runs it once, before it enters the loop, instead of asking for it in every iteration.
 */
public final class ExitArms {
    private final Predicate<Statement> matters;
    private final Names names;

    private ExitArms(Predicate<Statement> matters, Names names) {
        this.matters = matters;
        this.names = names;
    }

    /**
     * The block with the exits of its loops moved.
     *
     * @param matters whether a statement on the way out is worth it
     */
    public static Block moveOut(Block block, Predicate<Statement> matters, Names names) {
        return new ExitArms(matters, names).block(block);
    }

    private Block block(Block block) {
        return new Block(all(block.statements()), block.position());
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            Statement inner = Rewriting.lists(each, this::all);
            if (Statements.isLoop(inner)) {
                out.addAll(new Loop(inner).rewritten());
            } else {
                out.add(inner);
            }
        }
        return out;
    }

    /** One loop; the loops in it have moved their exits already. */
    private final class Loop {
        private final Statement loop;
        private final Set<Variable> local = new HashSet<>();
        private final Set<Variable> counters = new HashSet<>();
        private final Set<Variable> outlive = new LinkedHashSet<>();
        private final Map<Variable, Variable> captured = new HashMap<>();
        private final List<Statement> before = new ArrayList<>();
        private final List<Statement> after = new ArrayList<>();

        Loop(Statement loop) {
            this.loop = loop;
            local.addAll(Statements.declared(loop));
            if (loop instanceof For each) {
                each.init().forEach(one -> counters.addAll(Statements.declared(one)));
            }
        }

        List<Statement> rewritten() {
            Statement cut = Rewriting.lists(loop, this::cut);
            outlive.stream()
                    .sorted(java.util.Comparator.comparing(Variable::name))
                    .forEach(each -> declare(each));
            List<Statement> out = new ArrayList<>(before);
            out.add(Rewriting.lists(cut, this::assigning));
            out.addAll(after);
            return out;
        }

        private void declare(Variable variable) {
            before.add(new Declare(variable, InitialValues.of(variable.type()), Position.NONE));
        }

        private List<Statement> cut(List<Statement> statements) {
            return statements.stream().map(this::cut).toList();
        }

        private Statement cut(Statement statement) {
            if (statement instanceof If branch) {
                return new If(branch.condition(), arm(branch.then()), arm(branch.otherwise()), branch.position());
            }
            return statement instanceof Block ? Rewriting.lists(statement, this::cut) : statement;
        }

        private Block arm(Block arm) {
            return leaves(arm) && matters.test(arm) && isMovable(arm)
                    ? moved(arm)
                    : new Block(cut(arm.statements()), arm.position());
        }

        private static boolean leaves(Block arm) {
            return !arm.isEmpty() && (last(arm) instanceof Break || last(arm) instanceof Return);
        }

        private static Statement last(Block arm) {
            return arm.statements().get(arm.statements().size() - 1);
        }

        /** Whether nothing in it depends on standing in the loop. */
        private boolean isMovable(Block arm) {
            boolean jumps = arm.statements().subList(0, arm.statements().size() - 1).stream()
                    .anyMatch(each -> breaks(each));
            return !jumps && fromLoop(arm).stream().allMatch(each -> each.type() instanceof Primitive);
        }

        private static boolean breaks(Statement statement) {
            boolean ownLoop = Statements.isLoop(statement);
            return statement instanceof Break
                    || !ownLoop && Statements.children(statement).stream().anyMatch(Loop::breaks);
        }

        private Set<Variable> fromLoop(Block arm) {
            Set<Variable> mentioned = FreeVariables.of(arm.statements());
            mentioned.addAll(Statements.assigned(arm));
            mentioned.removeAll(Statements.declared(arm));
            mentioned.retainAll(local);
            return mentioned;
        }

        private Block moved(Block arm) {
            List<Statement> exit = new ArrayList<>();
            for (Variable each : fromLoop(arm)) {
                if (!counters.contains(each)) {
                    outlive.add(each);
                } else {
                    exit.add(new Assign(local(capture(each)), local(each), Position.NONE));
                }
            }
            boolean returns = last(arm) instanceof Return;
            Variable left = names.create(returns ? "returned" : "left", Primitive.BOOLEAN, Origin.GENERATED);
            before.add(new Declare(left, Paths.literal(false), Position.NONE));
            exit.add(Paths.set(left));
            exit.add(new Break(Position.NONE));
            after.add(new If(local(left), behindLoop(arm), Block.EMPTY, Position.NONE));
            return Block.of(exit);
        }

        private Variable capture(Variable counter) {
            return captured.computeIfAbsent(counter, each -> {
                Variable copy = names.create(each.name(), each.type(), each.origin());
                declare(copy);
                return copy;
            });
        }

        private Block behindLoop(Block arm) {
            List<Statement> statements = new ArrayList<>(arm.statements());
            if (statements.get(statements.size() - 1) instanceof Break) {
                statements.remove(statements.size() - 1);
            }
            return Statements.mapExpressions(
                    Block.of(statements),
                    expression -> Expressions.substitute(
                            expression,
                            variable -> captured.containsKey(variable) ? local(captured.get(variable)) : null));
        }

        /** Declarations of variables that outlive the loop become assignments. */
        private List<Statement> assigning(List<Statement> statements) {
            List<Statement> out = new ArrayList<>();
            for (Statement each : statements) {
                if (!(each instanceof Declare declare) || !outlive.contains(declare.variable())) {
                    out.add(Rewriting.lists(each, this::assigning));
                } else if (declare.initializer().isPresent()) {
                    Local target = local(declare.variable());
                    out.add(new Assign(target, declare.initializer().get(), declare.position()));
                }
            }
            return out;
        }

        private static Local local(Variable variable) {
            return new Local(variable, Position.NONE);
        }
    }
}
