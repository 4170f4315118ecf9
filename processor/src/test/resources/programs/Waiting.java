package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Waiting {
    private Waiting() {}

    @Pathwise
    static double cost(double earliest, double latest, double penalty) {
        double arrival = Sampler.uniform(earliest, latest);
        return arrival + penalty * Math.pow(arrival, 1.5);
    }
}
