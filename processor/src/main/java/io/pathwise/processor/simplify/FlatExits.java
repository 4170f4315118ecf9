package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.If;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what follows an exit behind it, where tail form has it in the other branch: {@code if (c) { break; } rest} for
 * {@code if (c) { break; } else { rest }}. With many exits the code would go ever deeper.
 */
public final class FlatExits {
    private FlatExits() {}

    /** The program with such branches dissolved. */
    public static Program flatten(Program program) {
        return program.withBody(flat(program.body()), program.names());
    }

    private static Block flat(Block block) {
        return Line.rewrite(block, lines -> {
            List<Line> out = new ArrayList<>();
            for (Line line : lines) {
                Statement inside = Line.mapBlocks(line.statement(), FlatExits::flat);
                if (inside instanceof If branch && isExit(branch)) {
                    If exit = new If(branch.condition(), branch.then(), Block.EMPTY, branch.position());
                    out.add(line.with(exit));
                    Line.of(branch.otherwise()).forEach(each -> out.add(each.under(line)));
                } else {
                    out.add(line.with(inside));
                }
            }
            return out;
        });
    }

    private static boolean isExit(If branch) {
        return !Completion.completes(branch.then()) && !branch.otherwise().isEmpty();
    }
}
