package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.analyze.Sign;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Executes a statement in symbols on one side of a branch. A condition whose outcome is open splits the path: the
 * statement is then executed once for each sequence of outcomes.
 */
final class Execution extends Evaluation {
    private static final int PATHS = 32;

    private final Side side;
    private final List<Fact> facts;
    private final List<Boolean> decisions;
    private int decided;
    private Path.Exit exit = Path.Exit.NEXT;
    private Optional<Polynomial> result = Optional.empty();

    private Execution(Symbols symbols, Side side, Path start, List<Boolean> decisions) {
        super(symbols, start.memory().copy());
        this.side = side;
        this.facts = new ArrayList<>(start.facts());
        this.decisions = new ArrayList<>(decisions);
    }

    /** All ways through the statement that continue the given ones. */
    static List<Path> execute(Symbols symbols, Side side, Statement statement, List<Path> starts) throws Undecidable {
        List<Path> paths = new ArrayList<>();
        for (Path start : starts) {
            if (start.exit() == Path.Exit.NEXT) {
                continueFrom(symbols, side, statement, start, paths);
            } else {
                paths.add(start);
            }
        }
        return paths;
    }

    private static void continueFrom(Symbols symbols, Side side, Statement statement, Path start, List<Path> paths)
            throws Undecidable {
        Deque<List<Boolean>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<Boolean> given = open.pop();
            Execution execution = new Execution(symbols, side, start, given);
            execution.run(statement);
            paths.add(new Path(execution.memory(), execution.facts, execution.exit, execution.result));
            for (int i = given.size(); i < execution.decisions.size(); i++) {
                List<Boolean> other = new ArrayList<>(execution.decisions.subList(0, i));
                other.add(false);
                open.push(other);
            }
            if (paths.size() > PATHS) {
                throw new Undecidable("too many paths");
            }
        }
    }

    private void run(Statement statement) throws Undecidable {
        if (exit != Path.Exit.NEXT) {
            return;
        }
        if (statement instanceof Declare declare) {
            if (declare.initializer().isPresent()) {
                memory().put(
                                declare.variable(),
                                valueFor(
                                        declare.variable(),
                                        declare.initializer().get()));
            }
        } else if (statement instanceof Assign assign) {
            assign(assign.target(), assign.value());
        } else if (ArrayOperations.transfer(statement).isPresent()) {
            transfer(ArrayOperations.transfer(statement).get());
        } else if (statement instanceof Evaluate evaluate) {
            evaluate(evaluate.expression());
        } else if (statement instanceof If branch) {
            boolean outcome = branch == side.branch() ? side.outcome() : holds(branch.condition());
            run(outcome ? branch.then() : branch.otherwise());
        } else if (statement instanceof Return leave) {
            result = leave.value().isPresent()
                    ? Optional.of(evaluate(leave.value().get()))
                    : Optional.empty();
            exit = Path.Exit.RETURN;
        } else if (statement instanceof Break) {
            exit = Path.Exit.BREAK;
        } else if (statement instanceof Block || statement instanceof Explained) {
            for (Statement each : Statements.children(statement)) {
                run(each);
            }
        } else if (statement instanceof Throw) {
            exit = Path.Exit.THROW;
        } else if (Statements.isLoop(statement)) {
            loop(statement);
        } else if (!(statement instanceof Assert)) {
            throw new Undecidable("a statement");
        }
    }

    private void assign(Expression target, Expression value) throws Undecidable {
        if (target instanceof Local local) {
            memory().put(local.variable(), valueFor(local.variable(), value));
        } else if (target instanceof Element element) {
            assignElement(element, value);
        } else {
            throw new Undecidable("an assignment to an object");
        }
    }

    private Polynomial valueFor(Variable variable, Expression value) throws Undecidable {
        return variable.type() instanceof Type.ArrayOf
                ? evaluateIn(memory().aliases().group(variable), value)
                : evaluate(value);
    }

    /** A loop as a whole is a function of what it reads. */
    private void loop(Statement loop) throws Undecidable {
        if (Statements.any(loop, Return.class::isInstance)
                || Statements.anyExpression(loop, expression -> expression == side.branch())) {
            throw new Undecidable("a loop that returns");
        }
        Set<Variable> changed = Variables.changed(loop);
        Set<Variable> inputs = new TreeSet<>(Variables.BY_ID);
        inputs.addAll(Variables.read(loop));
        inputs.addAll(changed);
        List<Polynomial> values = new ArrayList<>();
        for (Variable input : inputs) {
            values.add(memory().get(input, symbols()));
        }
        for (Object group : Groups.used(loop, memory().aliases())) {
            values.add(memory().contents(group, symbols()));
        }
        for (Variable variable : changed) {
            memory().put(variable, symbols().opaque(symbols().nameOf(loop) + " " + variable.id(), values));
        }
        int number = 0;
        for (Object group : Groups.changed(loop, memory().aliases())) {
            memory().putContents(group, symbols().opaque(symbols().nameOf(loop) + " array " + number++, values));
        }
    }

    @Override
    Polynomial conditional(Conditional conditional) throws Undecidable {
        boolean outcome = conditional == side.branch() ? side.outcome() : holds(conditional.condition());
        return evaluate(outcome ? conditional.whenTrue() : conditional.whenFalse());
    }

    @Override
    Polynomial condition(Polynomial condition) throws Undecidable {
        return Truth.of(decide(condition));
    }

    private boolean holds(Expression condition) throws Undecidable {
        return decide(evaluate(condition));
    }

    private boolean decide(Polynomial condition) throws Undecidable {
        if (condition.value().isPresent()) {
            return condition.value().getAsDouble() != 0;
        }
        Symbol symbol = condition.symbol().orElseThrow(() -> new Undecidable("a condition"));
        return switch (symbol.operation()) {
            case Truth.NOT -> !decide(symbol.operand(0));
            case Truth.AND -> decide(symbol.operand(0)) && decide(symbol.operand(1));
            case Truth.OR -> decide(symbol.operand(0)) || decide(symbol.operand(1));
            case Truth.POSITIVE, Truth.NONNEGATIVE, Truth.ZERO -> decide(symbol.operand(0), Truth.signWhenTrue(symbol));
            default -> decide(condition, Sign.NONZERO);
        };
    }

    private boolean decide(Polynomial value, Sign whenTrue) {
        Sign known = side.about(value);
        for (Fact fact : facts) {
            known = known.and(fact.about(value));
        }
        if (!known.overlaps(whenTrue)) {
            return false;
        } else if (!known.overlaps(whenTrue.complement())) {
            return true;
        }
        boolean outcome = decided < decisions.size() ? decisions.get(decided) : decisions.add(true);
        decided++;
        facts.add(new Fact(value, outcome ? whenTrue : whenTrue.complement()));
        return outcome;
    }
}
