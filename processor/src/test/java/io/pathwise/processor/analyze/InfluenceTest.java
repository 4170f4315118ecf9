package io.pathwise.processor.analyze;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.assign;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.block;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InfluenceTest {
    private final Variable used = source("used", DOUBLE);
    private final Variable idle = source("idle", DOUBLE);
    private final Variable steering = source("steering", DOUBLE);

    @Test
    void returnedValuesAndWhatTheyAreMadeOf() {
        Statement wasted = declare(idle, local(steering));
        Influence influence = of(declare(used, literal(1.0)), wasted, giveBack(local(used)));
        assertThat(influence.reaches(used)).isTrue();
        assertThat(influence.reaches(idle)).isFalse();
        assertThat(influence.reaches(steering)).isFalse();
        assertThat(influence.reaches(wasted)).isFalse();
    }

    @Test
    void conditionsOfWhatIsReturned() {
        Statement branch = when(assign(local(used), literal(2.0)));
        Influence influence = of(declare(used, literal(1.0)), branch, giveBack(local(used)));
        assertThat(influence.reaches(steering)).isTrue();
        assertThat(influence.reaches(branch)).isTrue();
    }

    @Test
    void conditionsOfEarlyReturns() {
        assertThat(of(when(giveBack(literal(0.0))), giveBack(literal(1.0))).reaches(steering))
                .isTrue();
    }

    @Test
    void conditionsOfIdleAssignments() {
        Statement branch = when(assign(local(idle), literal(2.0)));
        Influence influence = of(branch, giveBack(local(used)));
        assertThat(influence.reaches(branch)).isFalse();
        assertThat(influence.reaches(steering)).isFalse();
    }

    private Statement when(Statement then) {
        return new If(binary(local(steering), ">", literal(0.0)), block(then), Block.EMPTY, Position.NONE);
    }

    private static Influence of(Statement... statements) {
        return Influence.of(program("demo.Demo", "f", DOUBLE, List.of(), statements));
    }
}
