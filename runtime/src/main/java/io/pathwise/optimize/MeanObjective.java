package io.pathwise.optimize;

import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.List;

/** The mean of functions over paths, by batches of independent paths. */
final class MeanObjective implements Objective {
    private final List<PathwiseFunction> functions;
    private final PathSampler[] samplers;
    private final Shuffle shuffle;
    private final int batch;

    MeanObjective(List<PathwiseFunction> functions, int batch, long seed) {
        Functions.requireAtLeastOne("batch", batch);
        this.functions = Functions.copies(functions);
        this.batch = batch;
        this.samplers = this.functions.stream()
                .map(function -> new PathSampler(function, seed))
                .toArray(PathSampler[]::new);
        this.shuffle = new Shuffle(samplers.length, seed);
    }

    @Override
    public String name() {
        return functions.get(0).name();
    }

    @Override
    public List<String> parameterNames() {
        return functions.get(0).parameterNames();
    }

    @Override
    public double evaluate(long step, double[] parameters, double[] gradient) {
        Functions.requireEvaluable(step, parameters, gradient);
        Arrays.fill(gradient, 0);
        double weight = 1.0 / batch;
        double sum = 0;
        for (long path = step * batch; path < (step + 1) * batch; path++) {
            sum += samplers[shuffle.at(path)].addGradient(path, parameters, weight, gradient);
        }
        return sum * weight;
    }
}
