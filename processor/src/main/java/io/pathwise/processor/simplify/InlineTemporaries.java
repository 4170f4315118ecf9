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
import io.pathwise.processor.simplify.IndexedLines.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Puts the value of a temporary where it is read: any value that is read once, literals and variables that keep their
 * value wherever they are read.
 */
final class InlineTemporaries {
    private final Disturbance disturbance;
    private final ReadCounts counts;

    private InlineTemporaries(Block block) {
        this.disturbance = new Disturbance(ArrayAliases.of(block));
        this.counts = ReadCounts.of(block);
    }

    /** The block without the temporaries that need no name. */
    static Block apply(Block block) {
        return new InlineTemporaries(block).inline(block);
    }

    private Block inline(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> rest = inlineAll(before);
            rest.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), this::inline)));
            return rest;
        });
    }

    private List<Line> inlineAll(List<Line> before) {
        if (before.stream().noneMatch(each -> mayBeReplaceable(each.statement()))) {
            return new ArrayList<>(before);
        }
        IndexedLines lines = new IndexedLines(before);
        lines.places().forEach(place -> inlineAt(lines, place));
        return lines.lines();
    }

    private boolean mayBeReplaceable(Statement statement) {
        return statement instanceof Declare declare
                && declare.variable().isTemporary()
                && !counts.isAssigned(declare.variable())
                && declare.initializer()
                        .filter(each -> mayBeReplaceable(declare.variable(), each))
                        .isPresent();
    }

    private boolean mayBeReplaceable(Variable variable, Expression value) {
        int reads = counts.of(variable);
        return reads == 1 || reads > 1 && (isConstant(value) || value instanceof Local);
    }

    /** Removes the declaration at the place if its value can stand where the variable is read. */
    private void inlineAt(IndexedLines lines, Place place) {
        if (!mayBeReplaceable(place.statement())) {
            return;
        }
        Declare declare = (Declare) place.statement();
        Variable variable = declare.variable();
        Expression value = declare.initializer().get();
        if (!isReplaceable(variable, value, lines, place)) {
            return;
        }
        Substitution substitution = new Substitution(variable, value);
        for (Place each : lines.mentioning(variable)) {
            lines.replace(each, substitution.in(each.statement()), value);
        }
        lines.remove(place);
        counts.replace(variable, value);
    }

    private boolean isReplaceable(Variable variable, Expression value, IndexedLines lines, Place place) {
        if (isConstant(value)) {
            return lines.mentioning(variable).stream()
                    .noneMatch(each -> Statements.any(each.statement(), loop -> decides(variable, loop)));
        } else if (value instanceof Local copied && copied.type().equals(variable.type())) {
            NavigableSet<Place> reading = lines.mentioning(variable);
            List<Statement> concerned = between(place, reading, List.of(lines.writing(copied.variable())));
            return new CopyScan(variable, copied.variable()).isUndisturbed(concerned);
        }
        return counts.of(variable) == 1
                && !Effects.isMemory(value)
                && reaches(concerned(variable, value, lines, place), variable, value);
    }

    /** The statements behind the place that read the variable or that the value may have to stay in front of. */
    private static List<Statement> concerned(Variable variable, Expression value, IndexedLines lines, Place place) {
        if (Effects.hasEffects(value)) {
            return lines.behind(place);
        }
        List<NavigableSet<Place>> disturbing = new ArrayList<>();
        if (Disturbance.isSensitive(value)) {
            disturbing.add(lines.memory());
        }
        Expressions.variables(value).forEach(each -> disturbing.add(lines.writing(each)));
        return between(place, lines.mentioning(variable), disturbing);
    }

    /** The statements that read, and others up to the last that does. */
    private static List<Statement> between(Place place, NavigableSet<Place> reading, List<NavigableSet<Place>> others) {
        NavigableSet<Place> between = IndexedLines.emptyPlaces();
        between.addAll(reading.tailSet(place, false));
        if (!between.isEmpty()) {
            Place last = between.last();
            others.forEach(each -> between.addAll(each.subSet(place, false, last, true)));
        }
        return between.stream().map(Place::statement).toList();
    }

    private static boolean isConstant(Expression value) {
        return value instanceof Literal
                || value instanceof Constant
                || Algebra.literal(value).isPresent();
    }

    /** A loop whose condition became constant would make what follows unreachable to Java. */
    private static boolean decides(Variable variable, Statement statement) {
        return Statements.isLoop(statement)
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
