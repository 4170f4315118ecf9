package io.pathwise.processor.read;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Labeled;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expresses the cases of a {@code switch} by {@code if} and {@code else}.
 *
 * <p>A case that falls through repeats the statements of the cases that follow. A {@code break} at the end of a case is
 * not needed any more; where others remain, the chain gets their label.
 */
final class CaseChain {
    private final Names variables;
    private final String label;
    private final Set<Variable> taken = new HashSet<>();

    /**
     * Prepares a chain.
     *
     * @param label that {@code break} leaves
     */
    CaseChain(Names variables, String label) {
        this.variables = variables;
        this.label = label;
    }

    /**
     * One case.
     *
     * @param condition when it is chosen; absent for {@code default}
     */
    record Case(Optional<Expression> condition, List<Statement> statements, Position position) {
        Case {
            statements = List.copyOf(statements);
        }

        private Block block() {
            return statements.size() == 1 && statements.get(0) instanceof Block block
                    ? block
                    : new Block(statements, position);
        }
    }

    /**
     * The statements that execute what the chosen case asks for.
     *
     * @param cases in the order of the source
     * @param otherwise what happens where no case is chosen and none is the default
     */
    List<Statement> of(List<Case> cases, List<Statement> otherwise) {
        List<Case> whole = whole(joined(cases));
        Block rest = whole.stream()
                .filter(each -> each.condition().isEmpty())
                .findFirst()
                .map(Case::block)
                .orElseGet(() -> Block.of(otherwise));
        for (int i = whole.size() - 1; i >= 0; i--) {
            Case each = whole.get(i);
            if (each.condition().isPresent()) {
                If branch = new If(each.condition().get(), each.block(), rest, each.position());
                rest = Block.of(List.of(branch));
            }
        }
        return labeled(rest);
    }

    private List<Statement> labeled(Block chain) {
        if (Statements.any(chain, this::isBreak)) {
            return List.of(new Labeled(label, chain, chain.position()));
        }
        boolean declares = chain.statements().stream().anyMatch(Declare.class::isInstance);
        return declares ? List.of(chain) : chain.statements();
    }

    /** Several labels in a row are one case; the default needs no other labels. */
    private static List<Case> joined(List<Case> cases) {
        List<Case> joined = new ArrayList<>();
        Optional<Case> open = Optional.empty();
        for (Case each : cases) {
            Case whole = open.map(before -> join(before, each)).orElse(each);
            boolean isEmpty = each.statements().isEmpty();
            open = isEmpty ? Optional.of(whole) : Optional.empty();
            if (!isEmpty) {
                joined.add(whole);
            }
        }
        open.ifPresent(joined::add);
        return joined;
    }

    private static Case join(Case first, Case second) {
        Optional<Expression> either = first.condition()
                .flatMap(left -> second.condition()
                        .map(right ->
                                new Binary(BinaryOperator.OR, left, right, Primitive.BOOLEAN, second.position())));
        return new Case(either, second.statements(), second.position());
    }

    /** Each case with all that it executes. */
    private List<Case> whole(List<Case> cases) {
        Set<Variable> declared = new HashSet<>();
        cases.forEach(each -> declared.addAll(Mentions.in(each.statements()).declared()));
        List<Case> whole = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            List<Statement> statements = new ArrayList<>();
            for (int next = i; next < cases.size() && Completion.completes(statements); next++) {
                statements.addAll(cases.get(next).statements());
            }
            Case each = cases.get(i);
            whole.add(new Case(
                    each.condition(), withOwnVariables(withoutLastBreak(statements), declared), each.position()));
        }
        return whole;
    }

    /** A variable of an earlier case is in scope in a later one, without its value. */
    private List<Statement> withOwnVariables(List<Statement> statements, Set<Variable> declared) {
        Mentions mentions = Mentions.in(statements);
        Set<Variable> used = new LinkedHashSet<>(mentions.all());
        used.retainAll(declared);
        Map<Variable, Variable> own = new HashMap<>();
        used.stream().filter(taken::contains).forEach(each -> own.put(each, variables.version(each)));
        taken.addAll(used);
        List<Statement> complete = new ArrayList<>();
        used.stream()
                .filter(variable -> !mentions.declared().contains(variable))
                .map(variable -> new Declare(variable, Optional.empty(), Position.NONE))
                .forEach(complete::add);
        complete.addAll(statements);
        return new Renaming(own).of(complete);
    }

    private List<Statement> withoutLastBreak(List<Statement> statements) {
        if (statements.isEmpty()) {
            return statements;
        }
        int last = statements.size() - 1;
        List<Statement> before = statements.subList(0, last);
        if (isBreak(statements.get(last))) {
            return withoutLastBreak(before);
        }
        List<Statement> without = new ArrayList<>(before);
        without.add(withoutLastBreak(statements.get(last)));
        return without;
    }

    private Statement withoutLastBreak(Statement statement) {
        if (statement instanceof If branch) {
            return new If(
                    branch.condition(),
                    withoutLastBreak(branch.then()),
                    withoutLastBreak(branch.otherwise()),
                    branch.position());
        }
        return statement instanceof Block block ? withoutLastBreak(block) : statement;
    }

    private Block withoutLastBreak(Block block) {
        return new Block(withoutLastBreak(block.statements()), block.position());
    }

    private boolean isBreak(Statement statement) {
        return statement instanceof Break exit && exit.label().equals(Optional.of(label));
    }
}
