package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the value of a temporary where it is read: any value that is read once, literals and variables that keep their
 * value wherever they are read.
 */
final class InlineTemporaries {
    private final Disturbance disturbance;

    private InlineTemporaries(Disturbance disturbance) {
        this.disturbance = disturbance;
    }

    /** The block without the temporaries that need no name. */
    static Block apply(Block block) {
        return new InlineTemporaries(new Disturbance(ArrayAliases.of(block))).inline(block);
    }

    private Block inline(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> lines = new ArrayList<>(before);
            int at = 0;
            while (at < lines.size()) {
                if (!inlineAt(lines, at)) {
                    at++;
                }
            }
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), this::inline)));
            return lines;
        });
    }

    /** Removes the declaration at the index if its value can stand where the variable is read. */
    private boolean inlineAt(List<Line> lines, int at) {
        if (!(lines.get(at).statement() instanceof Declare declare)
                || !declare.variable().isTemporary()
                || declare.initializer().isEmpty()) {
            return false;
        }
        List<Line> rest = lines.subList(at + 1, lines.size());
        List<Statement> statements = rest.stream().map(Line::statement).toList();
        if (!isReplaceable(declare.variable(), declare.initializer().get(), statements)) {
            return false;
        }
        Substitution substitution =
                new Substitution(declare.variable(), declare.initializer().get());
        rest.replaceAll(line -> line.with(substitution.in(line.statement())));
        lines.remove(at);
        return true;
    }

    private boolean isReplaceable(Variable variable, Expression value, List<Statement> rest) {
        int reads = rest.stream().mapToInt(each -> Reads.count(each, variable)).sum();
        boolean assigned =
                rest.stream().anyMatch(each -> Statements.assigned(each).contains(variable));
        if (reads == 0 || assigned) {
            return false;
        } else if (isConstant(value)) {
            return rest.stream().noneMatch(each -> Statements.any(each, loop -> decides(variable, loop)));
        } else if (value instanceof Local copied && copied.type().equals(variable.type())) {
            return new CopyScan(variable, copied.variable()).isUndisturbed(rest);
        }
        return reads == 1 && !Effects.isMemory(value) && reaches(rest, variable, value);
    }

    private static boolean isConstant(Expression value) {
        return value instanceof Literal
                || value instanceof Constant
                || Algebra.literal(value).isPresent();
    }

    /** A loop whose condition became constant would make what follows unreachable to Java. */
    private static boolean decides(Variable variable, Statement statement) {
        return (statement instanceof For || statement instanceof While)
                && Statements.expressions(statement).stream()
                        .anyMatch(condition -> Expressions.variables(condition).equals(java.util.Set.of(variable)));
    }

    /** Whether the value is still the same where the first of the statements that reads the variable does so. */
    private boolean reaches(List<Statement> statements, Variable variable, Expression value) {
        for (Statement statement : statements) {
            if (Reads.reads(statement, variable)) {
                return reachesInto(statement, variable, value);
            } else if (disturbance.disturbs(statement, value)) {
                return false;
            }
        }
        return false;
    }

    private boolean reachesInto(Statement statement, Variable variable, Expression value) {
        if (statement instanceof For loop) {
            return reaches(loop.init(), variable, value);
        } else if (statement instanceof While) {
            return false;
        } else if (Reads.countOwn(statement, variable) > 0) {
            return fits(Reads.evaluated(statement), variable, value);
        } else if (statement instanceof If branch) {
            Block arm = Reads.reads(branch.then(), variable) ? branch.then() : branch.otherwise();
            return !Effects.hasEffects(value)
                    && !disturbance.disturbs(branch.condition(), value)
                    && reaches(arm.statements(), variable, value);
        }
        return reaches(Statements.children(statement), variable, value);
    }

    /** Whether the value may be evaluated among the other expressions of a statement. */
    private boolean fits(List<Expression> expressions, Variable variable, Expression value) {
        if (!Effects.hasEffects(value)) {
            return expressions.stream().noneMatch(each -> disturbance.disturbs(each, value));
        }
        return expressions.stream().noneMatch(each -> disturbance.disturbs(value, each))
                && expressions.stream().anyMatch(each -> alwaysReads(each, variable));
    }

    private static boolean alwaysReads(Expression expression, Variable variable) {
        if (expression instanceof Local local) {
            return local.variable().equals(variable);
        } else if (expression instanceof Conditional conditional) {
            return alwaysReads(conditional.condition(), variable);
        } else if (expression instanceof Binary binary && binary.operator().isShortCircuit()) {
            return alwaysReads(binary.left(), variable);
        }
        return Expressions.children(expression).stream().anyMatch(each -> alwaysReads(each, variable));
    }
}
