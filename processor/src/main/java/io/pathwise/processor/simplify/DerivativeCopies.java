package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Leaves out a derivative that is but another one under a second name, as the adjoints of sums are. */
final class DerivativeCopies {
    private final Set<Variable> derivatives;

    private DerivativeCopies(Set<Variable> derivatives) {
        this.derivatives = derivatives;
    }

    /** The block with the second names replaced by the first. */
    static Block replace(Block block, Set<Variable> derivatives) {
        return new DerivativeCopies(derivatives).replace(block);
    }

    private Block replace(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> lines = new ArrayList<>(before);
            int at = 0;
            while (at < lines.size()) {
                if (!replaceAt(lines, at)) {
                    at++;
                }
            }
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), this::replace)));
            return lines;
        });
    }

    private boolean replaceAt(List<Line> lines, int at) {
        if (!(lines.get(at).statement() instanceof Declare declare)
                || !(declare.initializer().orElse(null) instanceof Local original)
                || !derivatives.contains(declare.variable())
                || !derivatives.contains(original.variable())) {
            return false;
        }
        List<Line> rest = lines.subList(at + 1, lines.size());
        List<Statement> statements = rest.stream().map(Line::statement).toList();
        if (!isNameOnly(declare.variable(), original.variable(), statements)) {
            return false;
        }
        Substitution substitution = new Substitution(declare.variable(), original);
        rest.replaceAll(line -> line.with(substitution.in(line.statement())));
        lines.remove(at);
        return true;
    }

    private static boolean isNameOnly(Variable copy, Variable original, List<Statement> rest) {
        return copy.type().equals(original.type())
                && rest.stream().noneMatch(each -> Statements.assigned(each).contains(copy))
                && new CopyScan(copy, original).isUndisturbed(rest);
    }
}
