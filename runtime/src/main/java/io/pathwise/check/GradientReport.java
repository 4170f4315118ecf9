package io.pathwise.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a {@link GradientCheck} found.
 *
 * @param function the name of the function
 * @param complaints what is wrong apart from single partial derivatives
 * @param partials all partial derivatives that were compared, path by path
 */
public record GradientReport(String function, List<String> complaints, List<PartialCheck> partials) {
    private static final int SHOWN = 100;

    /**
     * Creates a report.
     *
     * @param function the name of the function
     * @param complaints what is wrong apart from single partial derivatives
     * @param partials all partial derivatives that were compared, path by path
     */
    public GradientReport {
        complaints = List.copyOf(complaints);
        partials = List.copyOf(partials);
    }

    /**
     * Tells whether the derivatives are right, as far as differences can tell.
     *
     * @return whether nothing disagrees and nothing else is wrong
     */
    public boolean hasPassed() {
        return complaints.isEmpty() && count(Verdict.DISAGREES) == 0;
    }

    /**
     * Counts partial derivatives.
     *
     * @param verdict what their comparison came to
     * @return how many there are
     */
    public long count(Verdict verdict) {
        return partials.stream().filter(each -> each.verdict() == verdict).count();
    }

    /** Returns a table of the partial derivatives, those that disagree first, at most 100. */
    @Override
    public String toString() {
        String heading = String.format(
                Locale.ROOT,
                "%s: %d of %d partial derivatives disagree, %d at kinks, %d undecided%s%n",
                function,
                count(Verdict.DISAGREES),
                partials.size(),
                count(Verdict.KINK),
                count(Verdict.UNDECIDED),
                count(Verdict.RANDOM) > 0 ? ", " + count(Verdict.RANDOM) + " right in the mean only" : "");
        String columns = String.format(
                Locale.ROOT,
                "%6s  %-20s %16s %16s %16s %8s  %s%n",
                "path",
                "parameter",
                "reverse",
                "forward",
                "difference",
                "±",
                "verdict");
        String rows = partials.stream()
                .sorted(Comparator.comparing(PartialCheck::verdict).reversed())
                .limit(SHOWN)
                .map(GradientReport::row)
                .collect(Collectors.joining());
        String rest = partials.size() > SHOWN ? String.format("… and %d more%n", partials.size() - SHOWN) : "";
        String remarks =
                complaints.stream().map(each -> each + System.lineSeparator()).collect(Collectors.joining());
        return heading + remarks + columns + rows + rest;
    }

    private static String row(PartialCheck partial) {
        return String.format(
                Locale.ROOT,
                "%6s  %-20s %16.9g %16.9g %16.9g %8.1g  %s%n",
                partial.isMean() ? "mean" : Long.toString(partial.path()),
                partial.parameter(),
                partial.reverse(),
                partial.forward(),
                partial.difference(),
                partial.differenceError(),
                partial.verdict());
    }
}
