package io.pathwise.processor.split;

import io.pathwise.processor.program.ArgumentSlots;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.split.Run.Exit;
import java.util.BitSet;
import java.util.List;

/** Decides which variables are carried in arrays because results and arguments are not enough. */
final class Kept {
    /** The virtual machine allows 255, some of which the arrays take. */
    private static final int MOST_ARGUMENT_SLOTS = 240;

    private Kept() {}

    /** The variables that are carried between these runs, with those that are carried already. */
    static BitSet by(List<Run> runs, Variables variables, BitSet already) {
        BitSet kept = (BitSet) already.clone();
        for (Run run : runs) {
            if (run.exit() != Exit.COMPLETES || run.out().cardinality() > 1) {
                kept.or(run.out());
            }
        }
        kept.andNot(variables.fixed());
        runs.forEach(run -> keepWhatIsTooMuch(run, variables, kept));
        return kept;
    }

    private static void keepWhatIsTooMuch(Run run, Variables variables, BitSet kept) {
        int slots = 0;
        for (Variable each : variables.of(Sets.minus(run.in(), kept))) {
            slots += ArgumentSlots.of(each.type());
            if (slots > MOST_ARGUMENT_SLOTS && !variables.fixed().get(each.id())) {
                kept.set(each.id());
            }
        }
    }
}
