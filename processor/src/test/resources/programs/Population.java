package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** Predators and prey, generation by generation: a recursion that returns a record. */
final class Population {
    private Population() {}

    record Counts(double prey, double predators) {}

    @Pathwise
    static Counts after(Counts start, double growth, int generations) {
        if (generations == 0) {
            return start;
        }
        Counts before = after(start, growth, generations - 1);
        double weather = Sampler.normal(growth, 0.1);
        double caught = 0.02 * before.prey() * before.predators();
        return new Counts(before.prey() * Math.exp(weather) - caught, 0.9 * before.predators() + 0.5 * caught);
    }

    @Pathwise
    static double predators(double prey, double predators, double growth, int generations) {
        Counts counts = after(new Counts(prey, predators), growth, generations);
        return counts.predators() / (counts.prey() + counts.predators());
    }
}
