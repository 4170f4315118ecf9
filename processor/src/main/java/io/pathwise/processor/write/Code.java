package io.pathwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Layout;
import io.pathwise.processor.program.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the lines of one body and hands them to JavaPoet, which only adds the imports. */
final class Code {
    private static final int INDENT = 4;

    private final ClassNames classes;
    private final int limit;
    private final List<Line> lines = new ArrayList<>();
    private int indent;

    /**
     * Begins a body.
     *
     * @param depth how many classes and methods surround the lines
     */
    Code(ClassNames classes, int depth) {
        this.classes = classes;
        this.limit = limit(depth);
    }

    /** Columns that lines have inside so many classes and methods. */
    static int limit(int depth) {
        return Layout.COLUMNS - depth * INDENT;
    }

    /** Adds one statement or header, broken where it is too long; parts are strings and {@link Doc}s. */
    Code line(Object... parts) {
        lines.addAll(Layout.lines(join(parts), indent, limit));
        return this;
    }

    /** Adds a header and indents what follows. */
    Code open(Object... parts) {
        line(join(parts), " {");
        indent += INDENT;
        return this;
    }

    /** Ends what a header began. */
    Code close() {
        indent -= INDENT;
        return line("}");
    }

    /** Adds ready lines. */
    Code lines(List<Line> ready) {
        lines.addAll(ready);
        return this;
    }

    /** A piece of a line: strings and {@link Doc}s in a row. */
    static Doc join(Object... parts) {
        return new Doc.Group(Arrays.stream(parts)
                .map(part -> part instanceof Doc doc ? doc : Doc.text((String) part))
                .toList());
    }

    /** The body. */
    CodeBlock build() {
        CodeBlock.Builder block = CodeBlock.builder();
        for (Line line : lines) {
            block.add("$L", " ".repeat(line.indent()));
            line.pieces().forEach(piece -> add(piece, block));
            block.add("$L\n", OriginMarks.of(line.origin()));
        }
        return block.build();
    }

    private void add(Doc piece, CodeBlock.Builder block) {
        if (piece instanceof Doc.ClassName name) {
            block.add("$T", classes.of(name.qualifiedName()));
        } else {
            block.add("$L", ((Doc.Text) piece).text());
        }
    }
}
