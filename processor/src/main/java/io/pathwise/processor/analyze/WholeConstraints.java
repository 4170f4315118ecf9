package io.pathwise.processor.analyze;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Equations and inequalities between whole numbers, and whether they contradict each other.
 *
 * <p>Equations are solved by substitution; inequalities by elimination of one unknown after the other (Fourier and
 * Motzkin), with constants rounded to what whole numbers can reach. That finds no contradiction where there is none, but
 * not every one there is.
 */
final class WholeConstraints {
    /** Beyond this, elimination is given up: the number of inequalities may square with each unknown. */
    private static final int TOO_MANY = 200;

    /** Each inequation doubles the number of cases. */
    private static final int MOST_INEQUATIONS = 3;

    private final List<Affine> zeros = new ArrayList<>();
    private final List<Affine> notNegative = new ArrayList<>();
    private final List<Affine> notZero = new ArrayList<>();

    /** All that others say as well. */
    void addAll(WholeConstraints others) {
        zeros.addAll(others.zeros);
        notNegative.addAll(others.notNegative);
        notZero.addAll(others.notZero);
    }

    /** Whether a number is surely in a range, all unknowns being of type {@code int}. */
    boolean keepWithin(Affine number, long least, long greatest) {
        return contradictWith(number.plus(-least).times(-1).plus(-1))
                && contradictWith(number.plus(-greatest).plus(-1));
    }

    private boolean contradictWith(Affine notNegative) {
        WholeConstraints more = new WholeConstraints();
        more.addAll(this);
        more.notNegative.add(notNegative);
        more.unknowns().forEach(each -> {
            more.atMost(Affine.of(each.least()), Affine.of(each));
            more.atMost(Affine.of(each), Affine.of(Integer.MAX_VALUE));
        });
        return more.areContradictory();
    }

    private Set<Unknown> unknowns() {
        return Stream.of(zeros, notNegative, notZero)
                .flatMap(List::stream)
                .flatMap(each -> each.coefficients().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@code left = right}. */
    void equal(Affine left, Affine right) {
        zeros.add(left.minus(right));
    }

    /** {@code left ≠ right}. */
    void differ(Affine left, Affine right) {
        notZero.add(left.minus(right));
    }

    /** {@code left ≤ right}. */
    void atMost(Affine left, Affine right) {
        notNegative.add(right.minus(left));
    }

    /** {@code left < right}. */
    void less(Affine left, Affine right) {
        atMost(left.plus(1), right);
    }

    /** Whether no whole numbers fulfil all; {@code false} also where that was not found. */
    boolean areContradictory() {
        try {
            List<Affine> inequations = notZero.subList(0, Math.min(notZero.size(), MOST_INEQUATIONS));
            return contradict(zeros, notNegative, inequations);
        } catch (ArithmeticException overflow) {
            return false;
        }
    }

    private static boolean contradict(List<Affine> zeros, List<Affine> notNegative, List<Affine> notZero) {
        if (notZero.isEmpty()) {
            return contradict(zeros, notNegative);
        }
        Affine different = notZero.get(0);
        List<Affine> others = notZero.subList(1, notZero.size());
        return contradict(zeros, append(notNegative, different.plus(-1)), others)
                && contradict(zeros, append(notNegative, different.times(-1).plus(-1)), others);
    }

    private static boolean contradict(List<Affine> zeros, List<Affine> notNegative) {
        if (zeros.isEmpty()) {
            return contradict(notNegative);
        }
        Affine zero = zeros.get(0);
        List<Affine> others = zeros.subList(1, zeros.size());
        long divisor = zero.divisor();
        if (divisor == 0 ? zero.constant() != 0 : zero.constant() % divisor != 0) {
            return true;
        } else if (divisor == 0) {
            return contradict(others, notNegative);
        }
        Affine reduced = zero.dividedBy(divisor);
        Optional<Unknown> solvable = reduced.solvable();
        if (solvable.isEmpty()) {
            return contradict(others, append(append(notNegative, reduced), reduced.times(-1)));
        }
        Unknown unknown = solvable.get();
        Affine rest = reduced.with(unknown, Affine.of(0));
        Affine value = reduced.coefficient(unknown) == 1 ? rest.times(-1) : rest;
        Function<Affine, Affine> substitute = each -> each.with(unknown, value);
        return contradict(
                others.stream().map(substitute).toList(),
                notNegative.stream().map(substitute).toList());
    }

    private static boolean contradict(List<Affine> notNegative) {
        List<Affine> left = new ArrayList<>();
        for (Affine each : notNegative) {
            Affine tight = each.isConstant() ? each : each.dividedBy(each.divisor());
            if (tight.isConstant() && tight.constant() < 0) {
                return true;
            } else if (!tight.isConstant() && !left.contains(tight)) {
                left.add(tight);
            }
        }
        return !left.isEmpty() && left.size() <= TOO_MANY && contradict(without(cheapest(left), left));
    }

    /** The unknown whose elimination leaves the fewest inequalities. */
    private static Unknown cheapest(List<Affine> inequalities) {
        Unknown cheapest = null;
        long least = Long.MAX_VALUE;
        for (Affine inequality : inequalities) {
            for (Unknown unknown : inequality.coefficients().keySet()) {
                long lower = count(inequalities, unknown, 1);
                long upper = count(inequalities, unknown, -1);
                if (lower * upper - lower - upper < least) {
                    least = lower * upper - lower - upper;
                    cheapest = unknown;
                }
            }
        }
        return cheapest;
    }

    private static long count(List<Affine> inequalities, Unknown unknown, int sign) {
        return inequalities.stream()
                .filter(each -> Long.signum(each.coefficient(unknown)) == sign)
                .count();
    }

    /** What the inequalities say of the other unknowns: each lower bound is at most each upper bound. */
    private static List<Affine> without(Unknown unknown, List<Affine> inequalities) {
        List<Affine> others = new ArrayList<>();
        for (Affine lower : inequalities) {
            if (lower.coefficient(unknown) == 0) {
                others.add(lower);
            } else if (lower.coefficient(unknown) > 0) {
                inequalities.stream()
                        .filter(upper -> upper.coefficient(unknown) < 0)
                        .map(upper ->
                                lower.times(-upper.coefficient(unknown)).plus(upper.times(lower.coefficient(unknown))))
                        .forEach(others::add);
            }
        }
        return others;
    }

    private static List<Affine> append(List<Affine> list, Affine more) {
        List<Affine> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
