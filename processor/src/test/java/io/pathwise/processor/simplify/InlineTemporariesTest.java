package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.block;
import static io.pathwise.processor.program.Terms.call;
import static io.pathwise.processor.program.Terms.count;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.element;
import static io.pathwise.processor.program.Terms.exit;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.math;
import static io.pathwise.processor.program.Terms.memory;
import static io.pathwise.processor.program.Terms.number;
import static io.pathwise.processor.program.Terms.when;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class InlineTemporariesTest extends PassFixture {
    @Override
    Block apply(Block block) {
        return InlineTemporaries.apply(block);
    }

    private Expression product() {
        return binary(local(a), "*", local(b));
    }

    @Test
    void valueReadOnceStandsWhereItIsRead() {
        assertBecomes(List.of(declare(t, product()), exit(math("sin", local(t)))), "return Math.sin(a * b);");
    }

    @Test
    void valueReadInABranchMovesThere() {
        assertBecomes(
                List.of(declare(t, product()), when(local(flag), block(assign(x, local(t)))), exit(local(x))),
                "if (flag) {",
                "    x = a * b;",
                "}",
                "return x;");
    }

    @Test
    void valueReadTwiceKeepsItsName() {
        assertUnchanged(declare(t, product()), exit(binary(local(t), "*", local(t))));
    }

    @Test
    void valueIsNotComputedAgainInALoop() {
        assertUnchanged(declare(t, product()), count(i, local(n), block(add(x, local(t)))), exit(local(x)));
    }

    @Test
    void valueIsNotMovedOverAChangeOfWhatItReads() {
        assertUnchanged(declare(t, product()), assign(a, local(x)), exit(binary(local(t), "*", local(a))));
    }

    @Test
    void elementIsNotMovedOverAWriteToItsArray() {
        Expression cell = element(local(weights), number(0));
        assertUnchanged(declare(t, cell), assign(cell, local(x)), exit(local(t)));
    }

    @Test
    void elementIsMovedOverAWriteToScratchMemory() {
        Variable kept = names.create("kept", ARRAY, Origin.GENERATED);
        assertBecomes(
                List.of(
                        declare(kept, memory(local(gradient), 0, local(n))),
                        declare(t, element(local(weights), number(0))),
                        assign(element(local(kept), number(0)), local(x)),
                        exit(local(t))),
                "double[] kept = gradient.memory(0, n);",
                "kept[0] = x;",
                "return weights[0];");
    }

    @Test
    void effectsKeepTheirOrder() {
        Expression effect = call("io.pathwise.runtime.Noise", "next", local(a));
        assertUnchanged(declare(t, effect), declare(x, effect), exit(binary(local(t), "-", local(x))));
    }

    @Test
    void unchangedVariableIsReadInstead() {
        assertBecomes(
                List.of(declare(t, local(a)), count(i, local(n), block(add(x, local(t)))), exit(local(t))),
                "for (int i = 0; i < n; i++) {",
                "    x += a;",
                "}",
                "return a;");
    }

    @Test
    void copyOfAVariableThatChangesIsKept() {
        assertUnchanged(declare(t, local(a)), count(i, local(n), block(add(a, local(t)))), exit(local(a)));
    }

    @Test
    void wholeNumbersStayWidened() {
        assertBecomes(List.of(declare(t, local(n)), exit(binary(local(t), "/", number(2)))), "return (double) n / 2;");
        assertBecomes(List.of(declare(t, local(n)), exit(binary(local(t), "/", local(x)))), "return n / x;");
    }
}
