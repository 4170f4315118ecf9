package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.Expression.Literal;
import io.pathwise.processor.fuzz.RandomMethod.Parameter;
import io.pathwise.processor.fuzz.Statement.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a program smaller as long as it fails: leaves out statements, replaces expressions by parts or literals. */
final class Shrinker {
    private static final int MOST_TRIALS = 3000;

    private final Predicate<RandomProgram> fails;
    private int trials;

    Shrinker(Predicate<RandomProgram> fails) {
        this.fails = fails;
    }

    RandomProgram shrink(RandomProgram program) {
        RandomProgram smallest = program;
        boolean shrank = true;
        while (shrank && trials < MOST_TRIALS) {
            RandomProgram next = pass(smallest);
            shrank = !next.equals(smallest);
            smallest = next;
        }
        return smallest;
    }

    /** Goes once through all edits; an edit that is taken changes what the next ones apply to. */
    private RandomProgram pass(RandomProgram program) {
        RandomProgram smallest = program;
        List<RandomProgram> candidates = candidates(smallest);
        for (int i = 0; i < candidates.size() && trials < MOST_TRIALS; ) {
            trials++;
            RandomProgram candidate = candidates.get(i);
            if (fails.test(candidate)) {
                smallest = candidate;
                candidates = candidates(smallest);
            } else {
                i++;
            }
        }
        return smallest;
    }

    private static List<RandomProgram> candidates(RandomProgram program) {
        List<RandomProgram> candidates = new ArrayList<>();
        for (int i = 0; i < program.helpers().size(); i++) {
            List<RandomMethod> rest = new ArrayList<>(program.helpers());
            rest.remove(i);
            candidates.add(program.withHelpers(rest));
        }
        edits(program).forEach(each -> candidates.add((RandomProgram) each));
        for (int i = program.main().parameters().size() - 1; i >= 0; i--) {
            candidates.add(withoutParameter(program, i));
        }
        return candidates;
    }

    private static RandomProgram withoutParameter(RandomProgram program, int index) {
        RandomMethod main = program.main();
        List<Parameter> rest = new ArrayList<>(main.parameters());
        rest.remove(index);
        return program.withMain(main.withParameters(rest));
    }

    /** The node with one change, larger changes first. */
    private static List<Node> edits(Node node) {
        List<Node> edits = new ArrayList<>();
        if (node instanceof Block block) {
            blockEdits(block, edits);
        } else if (node instanceof Expression expression) {
            expressionEdits(expression, edits);
        }
        for (int i = 0; i < node.children().size(); i++) {
            for (Node edited : edits(node.children().get(i))) {
                List<Node> children = new ArrayList<>(node.children());
                children.set(i, edited);
                edits.add(node.with(children));
            }
        }
        return edits;
    }

    private static void blockEdits(Block block, List<Node> edits) {
        List<Statement> statements = block.statements();
        for (int size = statements.size(); size > 0; size /= 2) {
            for (int start = statements.size() - size; start >= 0; start -= size) {
                edits.add(spliced(statements, start, size, List.of()));
            }
        }
        for (int i = 0; i < statements.size(); i++) {
            List<Statement> inside = statements.get(i).inside();
            if (!inside.isEmpty()) {
                edits.add(spliced(statements, i, 1, inside));
            }
        }
    }

    private static Block spliced(List<Statement> statements, int start, int size, List<Statement> instead) {
        List<Statement> rest = new ArrayList<>(statements.subList(0, start));
        rest.addAll(instead);
        rest.addAll(statements.subList(start + size, statements.size()));
        return new Block(rest);
    }

    private static void expressionEdits(Expression expression, List<Node> edits) {
        if (expression instanceof Literal) {
            return;
        }
        if (expression.isReplaceable()) {
            for (Node child : expression.children()) {
                if (((Expression) child).type().widensTo(expression.type())) {
                    edits.add(child);
                }
            }
        }
        literals(expression.type()).forEach(edits::add);
    }

    private static List<Literal> literals(JavaType type) {
        return switch (type) {
            case BOOLEAN -> List.of(Literal.of(true), Literal.of(false));
            case INT -> List.of(Literal.of(0), Literal.of(1), Literal.of(2));
            case LONG -> List.of(new Literal("0L", JavaType.LONG), new Literal("1L", JavaType.LONG));
            case DOUBLE -> List.of(Literal.of(0.0), Literal.of(1.0), Literal.of(0.5));
            default -> List.of();
        };
    }
}
