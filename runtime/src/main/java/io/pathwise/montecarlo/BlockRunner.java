package io.pathwise.montecarlo;

import io.pathwise.montecarlo.noise.PathNoise;
import java.util.function.BooleanSupplier;

/** Runs the paths of one block after the other, on one thread. */
final class BlockRunner {
    private final Run run;
    private final Scheme scheme;
    private final Integrand integrand;
    private final int controls;
    private final PathNoise noise;
    private final PathNoise.Body body;
    private final double[] quantities;
    private final double[] mirrored;
    private double[] target;

    private Moments[] moments;
    private Skipped skipped;
    private long lowestPath;
    private double lowest;
    private long highestPath;
    private double highest;

    BlockRunner(Run run) {
        this.run = run;
        scheme = run.identity().scheme();
        integrand = run.integrand().copy();
        controls = run.identity().controlMeans().size();
        noise = new PathNoise(scheme.source(run.identity().seed(), integrand.noise()), integrand.noise());
        body = (normals, uniforms) -> integrand.evaluate(normals, uniforms, target);
        quantities = new double[integrand.size()];
        mirrored = new double[scheme.isAntithetic() ? integrand.size() : 0];
    }

    /**
     * Runs a block.
     *
     * @param block the number of the block
     * @param endPath one more than the last path of the estimate, where the last block ends
     * @param stop asked before each unit of paths; when true, the block ends there
     * @return what the paths yielded that ran
     */
    Tally run(long block, long endPath, BooleanSupplier stop) {
        clear();
        long first = block * Block.PATHS;
        long end = Math.min(first + Block.PATHS, endPath);
        long path = first;
        while (path < end && !stop.getAsBoolean()) {
            runUnit(path);
            path += scheme.unit();
        }
        return new Tally(path - first, moments, new Extremes(lowestPath, lowest, highestPath, highest), skipped);
    }

    private void clear() {
        moments = new Moments[scheme.replicates()];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = new Moments(quantities.length, controls);
        }
        skipped = Skipped.NONE;
        lowestPath = -1;
        lowest = Double.POSITIVE_INFINITY;
        highestPath = -1;
        highest = Double.NEGATIVE_INFINITY;
    }

    private void runUnit(long first) {
        if (scheme.isAntithetic()) {
            runPair(first);
            return;
        }
        for (int i = 0; i < moments.length; i++) {
            if (runPath(first + i, quantities)) {
                moments[i].add(quantities);
            }
        }
    }

    private void runPair(long first) {
        boolean isFinite = runPath(first, quantities) & runPath(first + 1, mirrored);
        if (isFinite) {
            for (int i = 0; i < quantities.length; i++) {
                quantities[i] = 0.5 * quantities[i] + 0.5 * mirrored[i];
            }
            moments[0].add(quantities);
        }
    }

    /** Sets the quantities of a path. Returns whether all are finite. */
    private boolean runPath(long path, double[] result) {
        target = result;
        try {
            noise.run(path, body);
        } catch (RuntimeException failure) {
            throw run.failed(path, failure);
        }
        if (!isFinite(result)) {
            skip(path, result);
            return false;
        }
        if (result[0] < lowest) {
            lowest = result[0];
            lowestPath = path;
        }
        if (result[0] > highest) {
            highest = result[0];
            highestPath = path;
        }
        return true;
    }

    /** Zero times a number is NaN if the number is not finite, and nothing else makes this sum NaN. */
    private static boolean isFinite(double[] numbers) {
        double zero = 0;
        for (double number : numbers) {
            zero += 0 * number;
        }
        return zero == 0;
    }

    private void skip(long path, double[] result) {
        if (run.identity().nonFinite() == NonFinitePaths.FAIL) {
            int quantity = 0;
            while (Double.isFinite(result[quantity])) {
                quantity++;
            }
            throw run.notFinite(path, quantity, result[quantity]);
        }
        skipped = skipped.with(path);
    }
}
