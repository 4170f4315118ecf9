package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.block;
import static io.pathwise.processor.program.Terms.count;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.exit;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.math;
import static io.pathwise.processor.program.Terms.when;

import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalesceCopiesTest extends PassFixture {
    private final Variable x2 = names.version(x);
    private final Variable x3 = names.version(x);

    @Override
    Block apply(Block block) {
        return CoalesceCopies.apply(block);
    }

    @Test
    void versionAtTheEndOfALoopBodyIsTheVariableItself() {
        assertBecomes(
                List.of(
                        declare(x, local(a)),
                        count(i, local(n), block(declare(x2, math("sin", local(x))), assign(x, local(x2)))),
                        exit(local(x))),
                "double x = a;",
                "for (int i = 0; i < n; i++) {",
                "    x = Math.sin(x);",
                "}",
                "return x;");
    }

    @Test
    void versionsOfBothBranchesAreTheVariableItself() {
        assertBecomes(
                List.of(
                        declare(x3),
                        when(
                                local(flag),
                                block(declare(x2, math("sin", local(x))), assign(x3, local(x2))),
                                block(assign(x3, local(x)))),
                        exit(local(x3))),
                "if (flag) {",
                "    x = Math.sin(x);",
                "}",
                "return x;");
    }

    @Test
    void versionsThatAreNeededTogetherStayApart() {
        assertUnchanged(declare(x2, local(x)), add(x2, local(a)), exit(binary(local(x), "*", local(x2))));
    }

    @Test
    void differentVariablesStayApart() {
        assertUnchanged(declare(y, local(x)), add(y, local(a)), exit(local(y)));
    }
}
