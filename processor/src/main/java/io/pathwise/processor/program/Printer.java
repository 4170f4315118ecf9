package io.pathwise.processor.program;

import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import java.util.List;
import java.util.stream.Collectors;

/** Programs as text: as Java, and as the formulas of comments. */
public final class Printer {
    private static final ExpressionText JAVA = new ExpressionText(Spelling.JAVA);
    private static final ExpressionText MATHEMATICAL = new ExpressionText(Spelling.MATHEMATICAL);

    private Printer() {}

    /** The expression in Java, on one line. */
    public static String print(Expression expression) {
        return Layout.unbroken(JAVA.of(expression)).text();
    }

    /** The statement in Java, lines separated by {@code \n}. */
    public static String print(Statement statement) {
        return join(new StatementText(JAVA, Layout.COLUMNS).lines(List.of(statement)));
    }

    /** The method in Java, lines separated by {@code \n}. */
    public static String print(Program program) {
        Statement.Block body = program.body();
        String header = join(Layout.lines(header(program), 0, Layout.COLUMNS));
        String lines = new StatementText(JAVA, Layout.COLUMNS - 4)
                .lines(body.statements()).stream()
                        .map(line -> line.pieces().isEmpty() ? "\n" : "    " + line.text() + "\n")
                        .collect(Collectors.joining());
        return header + "\n" + lines + "}";
    }

    /** The expression as a formula: {@code mu * exp(y)}. */
    public static String mathematical(Expression expression) {
        return Layout.unbroken(MATHEMATICAL.of(expression)).text();
    }

    /**
     * The statement as a formula: {@code z = mu * exp(y)}, {@code x += sin(x) * step}, {@code step ~ normal(drift,
     * volatility)}. Of a statement that contains others, only what steers them: {@code while (x > 0)}.
     */
    public static String mathematical(Statement statement) {
        return Layout.unbroken(formula(statement)).text();
    }

    private static Doc formula(Statement statement) {
        if (statement instanceof If branch) {
            return Doc.group(Doc.text("if ("), MATHEMATICAL.of(branch.condition()), Doc.text(")"));
        } else if (statement instanceof While loop) {
            return Doc.group(Doc.text("while ("), MATHEMATICAL.of(loop.condition()), Doc.text(")"));
        } else if (statement instanceof Explained explained) {
            return Doc.text(explained.comment());
        } else if (statement instanceof Block) {
            return Doc.text("{…}");
        }
        StatementText statements = new StatementText(MATHEMATICAL, Integer.MAX_VALUE);
        return statement instanceof For loop ? statements.forHeader(loop) : statements.simple(statement);
    }

    private static Doc header(Program program) {
        Doc result = program.result() == null ? Doc.text("void") : ExpressionText.type(program.result());
        Doc opening = Doc.group(Doc.text("static "), result, Doc.text(" " + program.name() + "("));
        return Doc.list(
                opening, program.parameters().stream().map(Printer::parameter).toList(), ") {");
    }

    private static Doc parameter(Parameter parameter) {
        Variable variable = parameter.variable();
        return Doc.group(ExpressionText.type(variable.type()), Doc.text(" " + variable.name()));
    }

    private static String join(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
