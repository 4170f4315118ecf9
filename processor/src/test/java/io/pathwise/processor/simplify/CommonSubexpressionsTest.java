package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.block;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.exit;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.math;
import static io.pathwise.processor.program.Terms.number;
import static io.pathwise.processor.program.Terms.when;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonSubexpressionsTest extends PassFixture {
    private final Expression exp = math("exp", local(a));

    @Override
    Block apply(Block block) {
        return CommonSubexpressions.apply(block, names);
    }

    @Test
    void repeatedCallGetsTheNameOfItsFunction() {
        assertBecomes(
                List.of(declare(x, binary(local(b), "*", exp)), when(local(flag), block(add(x, exp))), exit(local(x))),
                "double exp = Math.exp(a);",
                "double x = b * exp;",
                "if (flag) {",
                "    x += exp;",
                "}",
                "return x;");
    }

    @Test
    void variableThatHasTheValueIsReadAgain() {
        assertBecomes(
                List.of(declare(x, exp), exit(binary(local(x), "*", exp))), "double x = Math.exp(a);", "return x * x;");
    }

    @Test
    void changedVariableMakesAnotherValue() {
        assertUnchanged(declare(x, binary(local(b), "*", exp)), assign(a, local(b)), exit(exp));
    }

    @Test
    void callThatOnlyABranchNeedsIsNotMadeBefore() {
        assertUnchanged(
                when(local(flag), block(assign(x, exp)), block(assign(x, binary(number(2), "*", exp)))),
                exit(local(x)));
    }

    @Test
    void longerRepeatedSumsAreSharedShortOnesNot() {
        Expression sum = binary(local(a), "+", local(b));
        assertUnchanged(declare(x, binary(sum, "*", local(y))), exit(binary(sum, "-", local(x))));
    }
}
