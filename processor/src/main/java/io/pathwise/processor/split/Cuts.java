package io.pathwise.processor.split;

import io.pathwise.processor.split.Run.Exit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Chooses which statements of a sequence become methods: those that leave the smallest code behind, where calls are the
 * larger the more values they pass.
 */
final class Cuts {
    /** Beyond so many variables, instructions take the four bytes of wide ones. */
    private static final int NEAR_VARIABLES = 120;

    /** A method is worth having only for so much code. */
    private static final int COST_OF_METHOD = 150;

    /** The virtual machine allows 255 slots of arguments. */
    private static final int MOST_FIXED_ARGUMENTS = 200;

    private static final int COST_IN = 3;
    private static final int COST_OUT = 4;

    /** Reading an element of an array into a variable, or the reverse. */
    private static final int CARRY = 12;

    private final List<Unit> units;
    private final List<BitSet> live;
    private final BitSet fixed;
    private final BitSet atBreak;
    private final BitSet atExit;
    private final boolean mayReturn;
    private final int limit;
    private final int[] cost;
    private final Run[] choice;

    /**
     * Prepares the choice.
     *
     * @param live the variables that are live before each unit and behind the last
     * @param atBreak the variables that are live where the loop around the units is left
     * @param fixed the variables that cannot be carried
     * @param atExit the variables that are live where the method is left
     * @param mayReturn whether the units may be left with the result of the method
     * @param limit largest size of a method
     */
    Cuts(
            List<Unit> units,
            List<BitSet> live,
            BitSet atBreak,
            BitSet fixed,
            BitSet atExit,
            boolean mayReturn,
            int limit) {
        this.units = units;
        this.live = live;
        this.fixed = fixed;
        this.atBreak = atBreak;
        this.atExit = atExit;
        this.mayReturn = mayReturn;
        this.limit = limit;
        this.cost = new int[units.size() + 1];
        this.choice = new Run[units.size()];
    }

    /** The size of units that mention so many variables. */
    static int size(int near, int far, int variables) {
        return variables > NEAR_VARIABLES ? far : near;
    }

    /** The runs in order. */
    List<Run> choose() {
        for (int start = units.size() - 1; start >= 0; start--) {
            cost[start] = units.get(start).near() + cost[start + 1];
            considerRunsFrom(start);
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < units.size(); i = choice[i] == null ? i + 1 : choice[i].end()) {
            if (choice[i] != null) {
                runs.add(choice[i]);
            }
        }
        return runs;
    }

    private void considerRunsFrom(int start) {
        BitSet mentioned = new BitSet();
        BitSet named = new BitSet();
        BitSet defined = new BitSet();
        int near = 0;
        int far = 0;
        int breaks = 0;
        boolean returns = false;
        for (int end = start + 1; end <= units.size(); end++) {
            Unit unit = units.get(end - 1);
            near += unit.near();
            far += unit.far();
            breaks += unit.breaks();
            returns |= unit.returns();
            mentioned.or(unit.mentioned());
            named.or(unit.named());
            defined.or(unit.defined());
            if (size(near, far, named.cardinality()) > limit) {
                return;
            }
            boolean pays = COST_OF_METHOD + cost[end] < cost[start];
            boolean leaves = end == units.size() && !unit.completes() && mayReturn && breaks == 0;
            if (pays && (leaves || (!returns && unit.completes() && near > COST_OF_METHOD))) {
                Exit exit = leaves ? Exit.RETURNS : breaks == 0 ? Exit.COMPLETES : Exit.MAY_BREAK;
                BitSet in = Sets.and(live.get(start), mentioned);
                consider(run(start, end, exit, in, defined), named, size(near, far, named.cardinality()), breaks);
            }
        }
    }

    private Run run(int start, int end, Exit exit, BitSet in, BitSet defined) {
        BitSet atEnd = Sets.and(defined, exit == Exit.RETURNS ? atExit : live.get(end));
        return new Run(start, end, exit, in, atEnd, exit == Exit.MAY_BREAK ? Sets.and(defined, atBreak) : new BitSet());
    }

    /** What only the parts that a run calls touch stays where they find it, at no cost to the run. */
    private void consider(Run run, BitSet named, int size, int breaks) {
        int in = Sets.and(run.in(), named).cardinality();
        int out = Sets.and(run.out(), named).cardinality();
        int total = COST_OF_METHOD + COST_IN * in + COST_OUT * out + cost[run.end()];
        int stores = out + breaks * Sets.and(run.atBreak(), named).cardinality();
        if (total < cost[run.start()] && size + CARRY * (in + stores) <= limit && fixedFit(run)) {
            cost[run.start()] = total;
            choice[run.start()] = run;
        }
    }

    /** A method has one result and few enough parameters. */
    private boolean fixedFit(Run run) {
        return Sets.and(run.out(), fixed).cardinality() <= (run.exit() == Exit.COMPLETES ? 1 : 0)
                && Sets.and(run.in(), fixed).cardinality() <= MOST_FIXED_ARGUMENTS;
    }
}
