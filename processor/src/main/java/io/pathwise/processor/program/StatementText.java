package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Continue;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.DoWhile;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Labeled;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements as lines of Java text. */
public final class StatementText {
    private static final int INDENT = 4;
    private static final Set<String> SECTIONS = Set.of("forward sweep", "both sweeps", "reverse sweep");

    private final ExpressionText expressions;
    private final int limit;

    /**
     * Prints with the given printer of expressions.
     *
     * @param limit columns of a line
     */
    public StatementText(ExpressionText expressions, int limit) {
        this.expressions = expressions;
        this.limit = limit;
    }

    /** The statements' lines, the outermost without indentation. */
    public List<Line> lines(List<Statement> statements) {
        List<Line> lines = new ArrayList<>();
        addAll(statements, 0, Position.NONE, lines);
        return lines;
    }

    /** What has no origin itself comes from what is explained around it. */
    private void addAll(List<Statement> statements, int indent, Position explained, List<Line> lines) {
        int start = lines.size();
        for (Statement statement : statements) {
            if (statement instanceof Explained section
                    && SECTIONS.contains(section.comment())
                    && lines.size() > start) {
                lines.add(Line.BLANK);
            }
            add(statement, indent, explained, lines);
        }
    }

    private void add(Statement statement, int indent, Position around, List<Line> lines) {
        Position origin = statement.position().isNone() ? around : statement.position();
        if (statement instanceof If branch) {
            addIf(branch, indent, around, lines);
        } else if (statement instanceof For loop) {
            addBlock(forHeader(loop), loop.body(), indent, Origins.ofHeader(loop), around, lines);
        } else if (statement instanceof While loop) {
            Doc header = condition("while (", loop.condition());
            addBlock(header, loop.body(), indent, Origins.ofHeader(loop), around, lines);
        } else if (statement instanceof DoWhile loop) {
            addLine(Doc.text("do {"), indent, Origins.ofStart(loop), lines);
            addAll(loop.body().statements(), indent + INDENT, around, lines);
            addLine(condition("} while (", loop.condition(), ");"), indent, Origins.ofHeader(loop), lines);
        } else if (statement instanceof Labeled labeled) {
            addLine(Doc.text(labeled.label() + ":"), indent, Origins.ofStart(labeled), lines);
            add(labeled.statement(), indent, around, lines);
        } else if (statement instanceof Block block) {
            addBlock(Doc.text(""), block, indent, Position.NONE, around, lines);
        } else if (statement instanceof Explained explained) {
            addComment(explained.comment(), indent, origin, lines);
            addAll(explained.statements(), indent, origin, lines);
        } else {
            addLine(Doc.group(simple(statement), Doc.text(";")), indent, origin, lines);
        }
    }

    private void addIf(If branch, int indent, Position around, List<Line> lines) {
        Doc header = condition("if (", branch.condition());
        Position origin = Origins.ofHeader(branch);
        if (branch.otherwise().isEmpty()) {
            addBlock(header, branch.then(), indent, origin, around, lines);
            return;
        }
        addLine(Doc.group(header, Doc.text(" {")), indent, origin, lines);
        addAll(branch.then().statements(), indent + INDENT, around, lines);
        Optional<If> next = only(branch.otherwise());
        while (next.isPresent()) {
            Doc another = Doc.group(condition("} else if (", next.get().condition()), Doc.text(" {"));
            addLine(another, indent, Origins.ofHeader(next.get()), lines);
            addAll(next.get().then().statements(), indent + INDENT, around, lines);
            branch = next.get();
            next = only(branch.otherwise());
        }
        if (!branch.otherwise().isEmpty()) {
            addLine(Doc.text("} else {"), indent, origin, lines);
            addAll(branch.otherwise().statements(), indent + INDENT, around, lines);
        }
        addLine(Doc.text("}"), indent, origin, lines);
    }

    private static Optional<If> only(Block block) {
        return block.statements().size() == 1 && block.statements().get(0) instanceof If branch
                ? Optional.of(branch)
                : Optional.empty();
    }

    private void addBlock(Doc header, Block body, int indent, Position origin, Position around, List<Line> lines) {
        Doc opening = header.width() == 0 ? Doc.text("{") : Doc.group(header, Doc.text(" {"));
        if (body.isEmpty()) {
            addLine(Doc.group(opening, Doc.text("}")), indent, origin, lines);
            return;
        }
        addLine(opening, indent, origin, lines);
        addAll(body.statements(), indent + INDENT, around, lines);
        addLine(Doc.text("}"), indent, origin, lines);
    }

    private void addComment(String comment, int indent, Position origin, List<Line> lines) {
        StringBuilder line = new StringBuilder("//");
        for (String word : comment.split(" ")) {
            if (line.length() > 2 && indent + line.length() + 1 + word.length() > limit) {
                lines.add(new Line(indent, List.of(Doc.text(line.toString())), origin));
                line = new StringBuilder("//");
            }
            line.append(' ').append(word);
        }
        lines.add(new Line(indent, List.of(Doc.text(line.toString())), origin));
    }

    private void addLine(Doc doc, int indent, Position origin, List<Line> lines) {
        Layout.lines(doc, indent, limit).forEach(line -> lines.add(line.from(origin)));
    }

    private Doc condition(String opening, Expression condition) {
        return condition(opening, condition, ")");
    }

    private Doc condition(String opening, Expression condition, String closing) {
        return Doc.group(Doc.text(opening), expressions.of(condition), Doc.text(closing));
    }

    /** The part of a loop before its body. */
    Doc forHeader(For loop) {
        Doc condition = Completion.isTrue(loop.condition()) ? Doc.text("") : expressions.of(loop.condition());
        return Doc.group(
                Doc.list(Doc.text("for ("), initializers(loop.init()), ";"),
                new Doc.Break(" "),
                Doc.group(condition, Doc.text(";")),
                loop.update().isEmpty() ? Doc.text("") : new Doc.Break(" "),
                Doc.list(Doc.text(""), loop.update().stream().map(this::simple).toList(), ")"));
    }

    /** Java allows either assignments or declarations that share their type, which is written once. */
    private List<Doc> initializers(List<Statement> init) {
        List<Doc> docs = new ArrayList<>();
        for (Statement statement : init) {
            boolean typed = !docs.isEmpty() && statement instanceof Declare;
            docs.add(typed ? declarator((Declare) statement) : simple(statement));
        }
        return docs;
    }

    /** A statement that contains no other, without the semicolon. */
    Doc simple(Statement statement) {
        if (statement instanceof Declare declare) {
            return expressions.isMathematical()
                    ? declarator(declare)
                    : Doc.group(ExpressionText.type(declare.variable().type()), Doc.text(" "), declarator(declare));
        } else if (statement instanceof Assign assign) {
            return assignment(assign);
        } else if (statement instanceof Evaluate evaluate) {
            return expressions.of(evaluate.expression());
        } else if (statement instanceof Return exit) {
            return exit.value()
                    .map(value -> Doc.group(Doc.text("return "), expressions.of(value)))
                    .orElse(Doc.text("return"));
        } else if (statement instanceof Break exit) {
            return Doc.text("break" + exit.label().map(label -> " " + label).orElse(""));
        } else if (statement instanceof Continue exit) {
            return Doc.text("continue" + exit.label().map(label -> " " + label).orElse(""));
        } else if (statement instanceof Throw exit) {
            return Doc.group(Doc.text("throw "), expressions.of(exit.exception()));
        } else if (statement instanceof Assert check) {
            Doc condition = Doc.group(Doc.text("assert "), expressions.of(check.condition()));
            return check.message()
                    .map(message -> Doc.group(condition, Doc.text(" : "), expressions.of(message)))
                    .orElse(condition);
        }
        throw new IllegalArgumentException("not a simple statement: " + statement);
    }

    private Doc declarator(Declare declare) {
        Doc name = Doc.text(expressions.name(declare.variable()));
        return declare.initializer().map(value -> equation(name, value)).orElse(name);
    }

    private Doc assignment(Assign assign) {
        Optional<CompoundAssignment> compound = CompoundAssignment.of(assign);
        if (compound.isEmpty()) {
            return equation(expressions.of(assign.target()), assign.value());
        }
        Doc target = expressions.of(assign.target());
        String symbol = compound.get().operator().symbol();
        if (compound.get().isStep()) {
            return Doc.group(target, Doc.text(symbol + symbol));
        }
        return equation(target, symbol + "=", expressions.of(compound.get().operand()));
    }

    private Doc equation(Doc target, Expression value) {
        String sign = expressions.isMathematical() && value instanceof Draw ? "~" : "=";
        return equation(target, sign, expressions.of(value));
    }

    private static Doc equation(Doc target, String sign, Doc value) {
        return Doc.group(target, Doc.text(" " + sign), new Doc.Break(" ", true), value);
    }
}
