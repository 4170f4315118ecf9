package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.block;
import static io.pathwise.processor.program.Terms.count;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.exit;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.number;
import static io.pathwise.processor.program.Terms.when;

import io.pathwise.processor.program.Statement.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstUseTest extends PassFixture {
    @Override
    Block apply(Block block) {
        return FirstUse.apply(KnownZeros.apply(block));
    }

    @Test
    void sumStartsWithItsFirstTerm() {
        assertBecomes(
                List.of(declare(bar, number(0)), declare(x, local(a)), add(bar, local(x)), exit(local(bar))),
                "double x = a;",
                "double bar = x;",
                "return bar;");
        assertBecomes(
                List.of(
                        declare(bar, number(0)),
                        assign(bar, binary(local(bar), "-", binary(local(a), "*", local(b)))),
                        exit(local(bar))),
                "double bar = -(a * b);",
                "return bar;");
    }

    @Test
    void declarationMovesBeforeTheLoopThatAddsToIt() {
        assertBecomes(
                List.of(
                        declare(bar, number(0)),
                        declare(x, local(a)),
                        count(i, local(n), block(add(bar, local(x)))),
                        exit(local(bar))),
                "double x = a;",
                "double bar = 0;",
                "for (int i = 0; i < n; i++) {",
                "    bar += x;",
                "}",
                "return bar;");
    }

    @Test
    void zeroIsKnownInABranchButNotInALoop() {
        assertBecomes(
                List.of(declare(bar, number(0)), when(local(flag), block(add(bar, local(a)))), exit(local(bar))),
                "double bar = 0;",
                "if (flag) {",
                "    bar = a;",
                "}",
                "return bar;");
    }

    @Test
    void zeroIsNotKnownAfterABranchThatChangesIt() {
        assertUnchanged(
                declare(bar, number(0)),
                when(local(flag), block(add(x, local(bar))), block(assign(bar, local(a)))),
                add(bar, local(b)),
                exit(local(bar)));
    }

    @Test
    void whatOneRoundNeedsIsDeclaredInTheLoop() {
        assertBecomes(
                List.of(
                        declare(bar),
                        count(i, local(n), block(assign(bar, local(a)), add(x, local(bar)))),
                        exit(local(x))),
                "for (int i = 0; i < n; i++) {",
                "    double bar = a;",
                "    x += bar;",
                "}",
                "return x;");
    }

    @Test
    void sumOfTheUserStaysAsWritten() {
        assertUnchanged(declare(x, number(0)), add(x, local(a)), exit(local(x)));
    }
}
