package io.pathwise.processor.report;

import io.pathwise.processor.analyze.Dependence;
import io.pathwise.processor.analyze.Dependence.Sources;
import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import io.pathwise.processor.rules.Rules;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A place at which a path may turn, and what that means to the derivative.
 *
 * @param position of the condition or function in the source
 */
record BranchFact(Position position, Verdict verdict) {
    /** What happens to the value where the path turns. */
    enum Verdict {
        JUMPS(
                "jumps",
                "the value jumps where this switches, and the pathwise derivative does not see how often it does"),
        MEETS("continuous", "both sides meet where this switches"),
        KINK("continuous", "a kink: the derivative is right wherever it exists"),
        WHOLE(
                "of whole numbers",
                "switches with draws of whole numbers: where a parameter moves these, an estimator of its own takes the"
                        + " derivative through"),
        PARAMETERS(
                "of parameters", "switches with parameters alone: the derivative exists except at the switch itself"),
        FIXED("fixed", "does not move with any parameter");

        private final String title;
        private final String meaning;

        Verdict(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        String title() {
            return title;
        }

        String meaning() {
            return meaning;
        }
    }

    /** The branches and the functions with kinks and jumps, in the order of the source. */
    static List<BranchFact> in(Program whole, List<Diagnostic> diagnostics) {
        Set<Position> jumps = diagnostics.stream()
                .filter(each -> each.code() == Code.JUMP)
                .map(Diagnostic::position)
                .collect(Collectors.toSet());
        Judge judge = new Judge(Dependence.of(whole), WholeDraws.in(whole), jumps, new LinkedHashMap<>());
        Statements.walk(whole.body(), judge::visit);
        return judge.verdicts().entrySet().stream()
                .filter(each -> !each.getKey().isNone())
                .map(each -> new BranchFact(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(each -> each.position().start()))
                .toList();
    }

    /** What is found on a walk over the program. */
    private record Judge(
            Dependence dependence, WholeDraws wholeDraws, Set<Position> jumps, Map<Position, Verdict> verdicts) {
        void visit(Statement statement) {
            Statements.expressions(statement).forEach(each -> Expressions.walk(each, this::visit));
            if (statement instanceof If branch) {
                branch(branch.condition());
            }
        }

        private void visit(Expression expression) {
            if (expression instanceof Conditional conditional) {
                branch(conditional.condition());
            } else if (jumps.contains(expression.position())) {
                verdicts.put(expression.position(), Verdict.JUMPS);
            } else if (expression instanceof Call call && hasKink(call)) {
                verdicts.putIfAbsent(call.position(), Verdict.KINK);
            }
        }

        private void branch(Expression condition) {
            verdicts.putIfAbsent(condition.position(), verdict(condition));
        }

        private boolean hasKink(Call call) {
            return Rules.function(call.function())
                            .filter(rule -> rule.smoothness() == Smoothness.KINK)
                            .isPresent()
                    && dependence.of(call).active();
        }

        private Verdict verdict(Expression condition) {
            Sources sources = dependence.of(condition);
            if (jumps.contains(condition.position())) {
                return Verdict.JUMPS;
            } else if (sources.areBoth()) {
                return Verdict.MEETS;
            } else if (sources.active()) {
                return Verdict.PARAMETERS;
            }
            return wholeDraws.reach(condition) ? Verdict.WHOLE : Verdict.FIXED;
        }
    }
}
