package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.number;

import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DerivativeCopiesTest extends PassFixture {
    private final Variable xBar = names.create("xBar", Primitive.DOUBLE, Origin.GENERATED);
    private final Variable stepBar = names.create("stepBar", Primitive.DOUBLE, Origin.GENERATED);

    @Override
    Block apply(Block block) {
        return DerivativeCopies.replace(block, Set.of(xBar, stepBar));
    }

    @Test
    void secondNameGivesWayToTheFirst() {
        assertBecomes(
                List.of(
                        declare(stepBar, local(xBar)),
                        assign(xBar, local(stepBar)),
                        add(bar, binary(number(2.5), "*", local(stepBar)))),
                "xBar = xBar;",
                "bar += 2.5 * xBar;");
    }

    @Test
    void copyOfWhatChangesStays() {
        assertUnchanged(declare(stepBar, local(xBar)), assign(xBar, number(0)), add(bar, local(stepBar)));
    }

    @Test
    void copyThatChangesStays() {
        assertUnchanged(declare(stepBar, local(xBar)), add(stepBar, local(a)), add(bar, local(xBar)));
    }

    @Test
    void valuesKeepTheirNames() {
        assertUnchanged(declare(x, local(a)), add(bar, local(x)));
    }
}
