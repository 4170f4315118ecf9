package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.block;
import static io.pathwise.processor.program.Terms.call;
import static io.pathwise.processor.program.Terms.count;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.exit;
import static io.pathwise.processor.program.Terms.explained;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.loop;
import static io.pathwise.processor.program.Terms.math;
import static io.pathwise.processor.program.Terms.memory;
import static io.pathwise.processor.program.Terms.number;
import static io.pathwise.processor.program.Terms.truth;
import static io.pathwise.processor.program.Terms.when;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadCodeTest extends PassFixture {
    @Override
    Block apply(Block block) {
        return DeadCode.apply(block);
    }

    @Test
    void valuesThatNobodyReadsVanishWithAllTheyWereComputedFrom() {
        assertBecomes(
                List.of(
                        declare(x, math("exp", local(a))),
                        declare(y, number(0)),
                        count(i, local(n), block(add(y, local(x)))),
                        exit(local(a))),
                "return a;");
    }

    @Test
    void loopThatMayNotEndStays() {
        assertUnchanged(
                declare(x, local(a)),
                loop(binary(local(x), ">", number(1)), block(assign(x, binary(local(x), "/", number(2))))),
                exit(local(a)));
    }

    @Test
    void effectStaysWithoutItsValue() {
        Expression effect = call("io.pathwise.runtime.Noise", "next", local(b));
        assertBecomes(List.of(declare(x, effect), exit(local(a))), "Noise.next(b);", "return a;");
    }

    @Test
    void unusedMemoryIsNotAskedFor() {
        Variable kept = names.create("kept", ARRAY, Origin.GENERATED);
        assertBecomes(List.of(declare(kept, memory(local(gradient), 0, local(n))), exit(local(a))), "return a;");
    }

    @Test
    void branchWithOnlyAnElseIsNegated() {
        Block assigned = block(assign(x, local(b)));
        assertBecomes(
                List.of(when(binary(local(a), "<", local(b)), Block.EMPTY, assigned), exit(local(x))),
                "if (!(a < b)) {",
                "    x = b;",
                "}",
                "return x;");
        assertBecomes(
                List.of(when(binary(local(i), "<", local(n)), Block.EMPTY, assigned), exit(local(x))),
                "if (i >= n) {",
                "    x = b;",
                "}",
                "return x;");
        assertBecomes(
                List.of(when(binary(local(a), "==", local(b)), Block.EMPTY, assigned), exit(local(x))),
                "if (a != b) {",
                "    x = b;",
                "}",
                "return x;");
    }

    @Test
    void codeAfterAnExitVanishes() {
        assertBecomes(List.of(when(truth(true), block(exit(local(a)))), add(x, local(b)), exit(local(x))), "return a;");
    }

    @Test
    void valueThatEveryPathReplacesIsNotGiven() {
        assertBecomes(
                List.of(
                        declare(bar, number(0)),
                        when(local(flag), block(assign(bar, local(a))), block(assign(bar, local(b)))),
                        exit(local(bar))),
                "double bar;",
                "if (flag) {",
                "    bar = a;",
                "} else {",
                "    bar = b;",
                "}",
                "return bar;");
    }

    @Test
    void commentGoesWithItsStatements() {
        assertBecomes(List.of(explained("x = a", declare(x, local(a))), exit(local(a))), "return a;");
    }
}
