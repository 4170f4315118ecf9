package io.pathwise.processor.fuzz.discrete;

import java.util.ArrayList;
import java.util.List;

/** Probabilities of outcomes, in the order of inversion. */
final class Distributions {
    private static final double NEGLIGIBLE = 1e-16;

    private Distributions() {}

    /** Of 1, then of 0. */
    static List<Jet> bernoulli(Jet p) {
        return List.of(p, p.times(-1).plus(1));
    }

    static List<Jet> binomial(int trials, Jet p) {
        List<Jet> all = new ArrayList<>();
        for (int k = 0; k <= trials; k++) {
            Jet each = p.mapped(1, 0).times(choices(trials, k));
            for (int i = 0; i < trials; i++) {
                each = each.times(i < k ? p : p.times(-1).plus(1));
            }
            all.add(each);
        }
        return all;
    }

    private static double choices(int trials, int successes) {
        double choices = 1;
        for (int i = 0; i < successes; i++) {
            choices = choices * (trials - i) / (i + 1);
        }
        return choices;
    }

    /** Up to where nothing is left. */
    static List<Jet> poisson(Jet mean) {
        List<Jet> all = new ArrayList<>();
        double none = Math.exp(-mean.value());
        Jet each = mean.mapped(none, -none);
        while (each.value() > NEGLIGIBLE || all.size() <= mean.value()) {
            all.add(each);
            each = each.times(mean).times(1.0 / all.size());
        }
        return all;
    }

    static List<Jet> categorical(List<Jet> weights) {
        Jet total = weights.stream().reduce(Jet::plus).orElseThrow();
        return weights.stream().map(each -> each.over(total)).toList();
    }
}
