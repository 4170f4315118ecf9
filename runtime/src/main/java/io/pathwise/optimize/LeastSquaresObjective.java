package io.pathwise.optimize;

import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Half the sum of squared differences between means and targets, on paths that stay the same. */
final class LeastSquaresObjective implements Objective {
    private final List<PathwiseFunction> functions;
    private final PathSampler[] samplers;
    private final double[] targets;
    private final int paths;

    LeastSquaresObjective(List<PathwiseFunction> functions, double[] targets, int paths, long seed) {
        Functions.requireAtLeastOne("paths", paths);
        Functions.requireElements(functions);
        Objects.requireNonNull(targets, "targets");
        if (functions.size() != targets.length) {
            throw new IllegalArgumentException(
                    "there are " + functions.size() + " functions, but " + targets.length + " targets");
        }
        for (double target : targets) {
            if (!Double.isFinite(target)) {
                throw new IllegalArgumentException("targets must be finite, but are " + Arrays.toString(targets));
            }
        }
        this.functions = Functions.copies(functions);
        this.targets = targets.clone();
        this.paths = paths;
        this.samplers = this.functions.stream()
                .map(function -> new PathSampler(function, seed))
                .toArray(PathSampler[]::new);
    }

    @Override
    public String name() {
        return "least squares of " + functions.get(0).name();
    }

    @Override
    public List<String> parameterNames() {
        return functions.get(0).parameterNames();
    }

    @Override
    public double evaluate(long step, double[] parameters, double[] gradient) {
        Functions.requireEvaluable(step, parameters, gradient);
        Arrays.fill(gradient, 0);
        double[] meanGradient = new double[gradient.length];
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            Arrays.fill(meanGradient, 0);
            double residual = mean(samplers[i], parameters, meanGradient) - targets[i];
            sum += 0.5 * residual * residual;
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += residual * meanGradient[j];
            }
        }
        return sum;
    }

    private double mean(PathSampler sampler, double[] parameters, double[] meanGradient) {
        double weight = 1.0 / paths;
        double sum = 0;
        for (int path = 0; path < paths; path++) {
            sum += sampler.addGradient(path, parameters, weight, meanGradient);
        }
        return sum * weight;
    }
}
