package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.List;
import java.util.stream.Collectors;

/** Variables to write small programs with, and what a pass makes of them as text. */
abstract class PassFixture {
    static final Type ARRAY = new Type.ArrayOf(Primitive.DOUBLE);

    final Names names = new Names(0);
    final Variable a = source("a");
    final Variable b = source("b");
    final Variable x = source("x");
    final Variable y = source("y");
    final Variable n = names.create("n", Primitive.INT, Origin.SOURCE);
    final Variable i = names.create("i", Primitive.INT, Origin.SOURCE);
    final Variable flag = names.create("flag", Primitive.BOOLEAN, Origin.SOURCE);
    final Variable weights = names.create("weights", ARRAY, Origin.SOURCE);
    final Variable gradient = names.create("gradient", new Type.Reference("Gradient"), Origin.GENERATED);
    final Variable t = names.create("t", Primitive.DOUBLE, Origin.TEMPORARY);
    final Variable bar = names.create("bar", Primitive.DOUBLE, Origin.GENERATED);

    abstract Block apply(Block block);

    final Variable source(String name) {
        return names.create(name, Primitive.DOUBLE, Origin.SOURCE);
    }

    /** Asserts the lines that the pass leaves of the statements. */
    final void assertBecomes(List<Statement> statements, String... lines) {
        assertThat(text(apply(Block.of(statements)))).isEqualTo(String.join("\n", lines));
    }

    final void assertUnchanged(Statement... statements) {
        assertThat(text(apply(block(statements)))).isEqualTo(text(block(statements)));
    }

    private static String text(Block block) {
        return block.statements().stream().map(Printer::print).collect(Collectors.joining("\n"));
    }
}
