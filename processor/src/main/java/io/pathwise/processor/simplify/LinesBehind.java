package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a block behind a declaration, and where they mention variables first. */
final class LinesBehind {
    private final Map<Variable, Link> first = new HashMap<>();
    private final Map<Variable, Integer> mentions = new HashMap<>();
    private Link head;

    /** One line and its neighbours. */
    static final class Link {
        private Line line;
        private Link previous;
        private Link next;

        private Link(Line line) {
            this.line = line;
        }

        Line line() {
            return line;
        }

        Statement statement() {
            return line.statement();
        }

        Optional<Link> previous() {
            return Optional.ofNullable(previous);
        }

        /** Puts another statement here, which mentions no other variables but one that it declares. */
        void replace(Statement statement) {
            line = line.with(statement);
        }
    }

    /** Adds the line in front of the others. */
    void putInFront(Line line) {
        Link link = new Link(line);
        if (head != null) {
            connect(link, head);
        }
        head = link;
        for (Variable each : Reads.mentioned(line.statement())) {
            first.put(each, link);
            mentions.merge(each, 1, Integer::sum);
        }
    }

    /** Inserts a declaration that mentions no variable. */
    void insertBefore(Link link, Line declaration) {
        Link inserted = new Link(declaration);
        connect(link.previous, inserted);
        connect(inserted, link);
    }

    /** The first line that reads or assigns the variable, at any depth. */
    Optional<Link> firstMention(Variable variable) {
        return Optional.ofNullable(first.get(variable));
    }

    /** Whether no line but the first that mentions the variable does so. */
    boolean isOnlyMention(Variable variable) {
        return mentions.getOrDefault(variable, 0) == 1;
    }

    /** The lines in order. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Link link = head; link != null; link = link.next) {
            lines.add(link.line);
        }
        return lines;
    }

    private static void connect(Link one, Link other) {
        one.next = other;
        other.previous = one;
    }
}
