package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.Statement.Block;

/** Indented text. */
final class Lines {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    void add(String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }

    void open(String head) {
        add(head.isEmpty() ? "{" : head + " {");
        depth++;
    }

    void close() {
        depth--;
        add("}");
    }

    void block(String head, Block block) {
        open(head);
        block.statements().forEach(each -> each.print(this));
        close();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
