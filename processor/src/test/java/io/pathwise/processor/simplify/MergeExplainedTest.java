package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.explained;
import static io.pathwise.processor.program.Terms.local;

import io.pathwise.processor.program.Statement.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeExplainedTest extends PassFixture {
    @Override
    Block apply(Block block) {
        return MergeExplained.apply(block);
    }

    @Test
    void sameCommentIsSaidOnce() {
        assertBecomes(
                List.of(
                        explained("y = sin(x)", add(a, local(x))),
                        explained("y = sin(x)", add(b, local(x))),
                        explained("z = x", add(y, local(x)))),
                "// y = sin(x)",
                "a += x;",
                "b += x;",
                "// z = x",
                "y += x;");
    }
}
