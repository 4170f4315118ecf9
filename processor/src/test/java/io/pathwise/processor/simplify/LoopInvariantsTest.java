package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.block;
import static io.pathwise.processor.program.Terms.count;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.element;
import static io.pathwise.processor.program.Terms.explained;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.loop;
import static io.pathwise.processor.program.Terms.math;
import static io.pathwise.processor.program.Terms.number;
import static io.pathwise.processor.program.Terms.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopInvariantsTest extends PassFixture {
    private final Variable p = source("p");
    private final Variable j = names.create("j", Primitive.INT, Origin.SOURCE);
    private final Expression root = math("sqrt", local(a));

    @Override
    Block apply(Block block) {
        return LoopInvariants.hoist(block);
    }

    @Test
    void rootOfWhatDoesNotChangeLeavesTheLoop() {
        assertBecomes(
                List.of(count(i, local(n), block(declare(p, root), add(x, local(p))))),
                "double p = Math.sqrt(a);",
                "for (int i = 0; i < n; i++) {",
                "    x += p;",
                "}");
    }

    @Test
    void itLeavesAllLoopsThatDoNotChangeIt() {
        Statement inner = count(j, local(n), block(declare(p, root), add(x, local(p))));
        assertBecomes(
                List.of(loop(local(flag), block(inner))),
                "double p = Math.sqrt(a);",
                "while (flag) {",
                "    for (int j = 0; j < n; j++) {",
                "        x += p;",
                "    }",
                "}");
        Statement changing = loop(local(flag), block(assign(a, local(x)), inner));
        assertBecomes(
                List.of(changing),
                "while (flag) {",
                "    a = x;",
                "    double p = Math.sqrt(a);",
                "    for (int j = 0; j < n; j++) {",
                "        x += p;",
                "    }",
                "}");
    }

    @Test
    void whatItIsComputedFromLeavesWithIt() {
        assertBecomes(
                List.of(count(
                        i,
                        local(n),
                        block(
                                declare(t, binary(local(a), "*", local(b))),
                                declare(p, math("exp", local(t))),
                                add(x, local(p))))),
                "double t = a * b;",
                "double p = Math.exp(t);",
                "for (int i = 0; i < n; i++) {",
                "    x += p;",
                "}");
    }

    @Test
    void cheapProductStays() {
        assertUnchanged(count(i, local(n), block(declare(p, binary(local(a), "*", local(b))), add(x, local(p)))));
    }

    @Test
    void productOfThreeFactorsAndQuotientLeave() {
        Expression product = binary(binary(local(a), "*", local(b)), "*", local(y));
        assertBecomes(
                List.of(count(
                        i,
                        local(n),
                        block(
                                declare(p, product),
                                declare(t, binary(local(a), "/", number(6.0))),
                                add(x, binary(local(p), "+", local(t)))))),
                "double p = a * b * y;",
                "double t = a / 6.0;",
                "for (int i = 0; i < n; i++) {",
                "    x += p + t;",
                "}");
    }

    @Test
    void divisionByAPowerOfTwoStays() {
        assertUnchanged(count(i, local(n), block(declare(p, binary(local(a), "/", number(2.0))), add(x, local(p)))));
    }

    @Test
    void variableThatIsAssignedAgainStays() {
        assertUnchanged(count(i, local(n), block(declare(p, root), add(p, local(x)), assign(x, local(p)))));
    }

    @Test
    void elementAndWhatDependsOnTheCounterStay() {
        assertUnchanged(
                count(
                        i,
                        local(n),
                        block(declare(p, math("sqrt", element(local(weights), number(0)))), add(x, local(p)))),
                count(i, local(n), block(declare(p, math("sqrt", local(i))), add(x, local(p)))));
    }

    @Test
    void wholeDivisionThatMayFailStays() {
        Variable k = names.create("k", Primitive.INT, Origin.SOURCE);
        Expression whole = binary(number(7), "/", local(n));
        Expression real = math("sqrt", binary(local(a), "*", whole));
        assertUnchanged(count(
                i, local(n), block(declare(k, whole), declare(p, real), add(x, binary(local(k), "*", local(p))))));
    }

    @Test
    void whatABranchComputesStays() {
        Statement branch = when(local(flag), block(declare(p, root), add(x, local(p))));
        assertUnchanged(count(i, local(n), block(branch)));
    }

    @Test
    void commentGoesWithItsStatement() {
        assertBecomes(
                List.of(count(i, local(n), block(explained("p = sqrt(a)", declare(p, root)), add(x, local(p))))),
                "// p = sqrt(a)",
                "double p = Math.sqrt(a);",
                "for (int i = 0; i < n; i++) {",
                "    x += p;",
                "}");
    }

    @Test
    void fixedVariableIsReadWhereItIs() {
        Block body = block(count(i, local(n), block(declare(p, root), add(x, local(p)))));
        assertThat(new LoopInvariants(Set.of(a)).moveOut(body)).isEqualTo(body);
    }
}
