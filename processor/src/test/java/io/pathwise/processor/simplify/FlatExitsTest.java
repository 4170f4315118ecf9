package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.INT;
import static io.pathwise.processor.program.Build.assign;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.block;
import static io.pathwise.processor.program.Build.explained;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.loop;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatExitsTest {
    private final Variable x = source("x", DOUBLE);
    private final Variable i = source("i", INT);

    private If branch(double bound, Block then, Block otherwise) {
        return new If(binary(local(x), ">", literal(bound)), then, otherwise, Position.NONE);
    }

    private String flattened(Statement... body) {
        Program program = program("demo.Source", "f", DOUBLE, List.of(parameter(x, Kind.ACTIVE)), body);
        return Printer.print(FlatExits.flatten(program).body());
    }

    @Test
    void whatFollowsAnExitStandsBehindIt() {
        Block leave = block(new Break(Position.NONE));
        Block inner = block(branch(2, leave, block(assign(local(x), literal(5.0)))));
        Statement explainedInner = explained("x = 4", assign(local(x), literal(4.0)), branch(3, leave, inner));

        String flat = flattened(
                loop(i, literal(0), binary(local(i), "<", literal(9)), "+", branch(1, leave, block(explainedInner))),
                giveBack(local(x)));

        assertThat(flat).isEqualTo("""
                {
                    for (int i = 0; i < 9; i++) {
                        if (x > 1.0) {
                            break;
                        }
                        // x = 4
                        x = 4.0;
                        if (x > 3.0) {
                            break;
                        }
                        if (x > 2.0) {
                            break;
                        }
                        x = 5.0;
                    }
                    return x;
                }""");
    }

    @Test
    void branchesThatMeetStay() {
        If branch = branch(1, block(assign(local(x), literal(2.0))), block(assign(local(x), literal(3.0))));

        assertThat(flattened(branch, giveBack(local(x)))).contains("} else {");
    }
}
