package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.SamplerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The comment over a statement's derivative: what the statement computes, and for a draw its partial derivatives. */
final class Explanation {
    private Explanation() {}

    /** The comment over a statement in which every variable stands for itself. */
    static String of(Statement statement) {
        return of(statement, variable -> variable);
    }

    /**
     * The comment over a statement.
     *
     * @param origin the variable of which another is a version
     */
    static String of(Statement statement, UnaryOperator<Variable> origin) {
        if (statement instanceof Return exit) {
            return "value = " + Printer.mathematical(exit.value().orElseThrow());
        }
        String computed = Printer.mathematical(asAssignment(statement, origin));
        return drawn(statement)
                .filter(draw -> draw.value() instanceof Draw)
                .map(draw -> computed + ": " + partials(draw.name(), (Draw) draw.value()))
                .orElse(computed);
    }

    /** A new version of a variable that is computed from the old one is stated as {@code x += e} again. */
    private static Statement asAssignment(Statement statement, UnaryOperator<Variable> origin) {
        if (statement instanceof Declare declare
                && declare.initializer().orElse(null) instanceof Binary update
                && update.left() instanceof Local old
                && origin.apply(old.variable()).equals(origin.apply(declare.variable()))) {
            return new Assign(old, update, declare.position());
        }
        return statement;
    }

    /** Whether the comment says more than the statement itself. */
    static boolean isFormula(Explained explained) {
        return explained.comment().contains("∂");
    }

    private record Definition(String name, Expression value) {}

    private static Optional<Definition> drawn(Statement statement) {
        if (statement instanceof Declare declare) {
            return declare.initializer()
                    .map(value -> new Definition(declare.variable().name(), value));
        }
        if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            return Optional.of(new Definition(target.variable().name(), assign.value()));
        }
        return Optional.empty();
    }

    /** {@code ∂z/∂mu = 1, ∂z/∂sigma = ε}, for the arguments that are not literals. */
    private static String partials(String name, Draw draw) {
        SamplerRule rule = Rules.sampler(draw.sampler()).orElseThrow();
        List<String> partials = new ArrayList<>();
        for (int i = 0; i < draw.arguments().size(); i++) {
            Expression argument = draw.arguments().get(i);
            if (!(argument instanceof Expression.Literal)) {
                partials.add(named(
                        "∂z/∂" + rule.parameters().get(i) + " = "
                                + rule.formulas().get(i),
                        rule,
                        name,
                        draw));
            }
        }
        return String.join(", ", partials);
    }

    /** A formula with the names of the program in place of those of the rule. */
    private static String named(String formula, SamplerRule rule, String name, Draw draw) {
        StringBuilder named = new StringBuilder();
        for (String word : formula.split("(?<![\\p{L}\\d])(?=[\\p{L}])|(?<=[\\p{L}\\d])(?![\\p{L}\\d])")) {
            named.append(inProgram(word, rule, name, draw));
        }
        return named.toString();
    }

    private static String inProgram(String word, SamplerRule rule, String name, Draw draw) {
        if (word.equals("z")) {
            return name;
        }
        int parameter = rule.parameters().indexOf(word);
        return parameter >= 0 && draw.arguments().get(parameter) instanceof Local local
                ? local.variable().name()
                : word;
    }
}
