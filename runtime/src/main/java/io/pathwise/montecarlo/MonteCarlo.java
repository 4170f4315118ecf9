package io.pathwise.montecarlo;

import io.pathwise.montecarlo.noise.PathNoise;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Estimates the mean of a function over paths, and the mean of its gradient.
 *
 * <pre>{@code
 * Estimate estimate = MonteCarlo.of(OptionPathwise.callFunction(100))
 *         .paths(1_000_000).seed(42).estimate(100, 0.2);
 * }</pre>
 *
 * <p>The noise of a path is a function of the seed and of the path's number alone, and paths are summed in a fixed order.
 * The result is hence bit for bit the same on any number of threads, and {@link #replay} runs any path again. The memory
 * that an estimate takes does not grow with the number of paths.
 *
 * <p>Where derivatives multiply the value by a score, they have the less variance, the nearer a number that is subtracted
 * from the value is to its mean. Unless the function was made with such a baseline, one is chosen by some paths of their
 * own, which leave the estimate without bias.
 *
 * <p>Instances are immutable: each setting returns a new one. They can be sent to other machines, except for the listener,
 * which stays.
 */
public final class MonteCarlo implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long DEFAULT_PATHS = 100_000;
    private static final int DEFAULT_REPLICATES = 32;

    private final PathwiseFunction function;
    private long paths = DEFAULT_PATHS;
    private long seed;
    private int threads;
    private Scheme scheme = Scheme.INDEPENDENT;
    private NonFinitePaths nonFinite = NonFinitePaths.FAIL;
    private ControlVariate[] controls = {};
    private Target[] targets = {};
    private transient ProgressListener listener;

    private MonteCarlo(PathwiseFunction function) {
        this.function = function;
    }

    private MonteCarlo(MonteCarlo other) {
        function = other.function;
        paths = other.paths;
        seed = other.seed;
        threads = other.threads;
        scheme = other.scheme;
        nonFinite = other.nonFinite;
        controls = other.controls;
        targets = other.targets;
        listener = other.listener;
    }

    /**
     * Returns an estimator with 100,000 paths, seed 0, independent noise, and a thread for each processor.
     *
     * @param function what to average; copies of it run, so it stays free for other uses
     * @return the estimator
     */
    public static MonteCarlo of(PathwiseFunction function) {
        return new MonteCarlo(Objects.requireNonNull(function, "function"));
    }

    /**
     * Sets the number of paths, which is the greatest number if there is a target for the standard error.
     *
     * @param paths at least 1; a multiple of 2 with antithetic noise, of the number of replicates with quasi-random noise
     * @return an estimator with that setting
     * @throws IllegalArgumentException if the number is less than 1
     */
    public MonteCarlo paths(long paths) {
        Arguments.requireAtLeast("paths", 1, paths);
        MonteCarlo changed = new MonteCarlo(this);
        changed.paths = paths;
        return changed;
    }

    /**
     * Sets the seed of the noise. Estimates with equal seeds share their noise path by path.
     *
     * @param seed any number
     * @return an estimator with that setting
     */
    public MonteCarlo seed(long seed) {
        MonteCarlo changed = new MonteCarlo(this);
        changed.seed = seed;
        return changed;
    }

    /**
     * Sets the number of threads, which changes nothing but the time that an estimate takes. With one, paths run on the
     * thread that asks for the estimate.
     *
     * @param threads at least 1
     * @return an estimator with that setting
     * @throws IllegalArgumentException if the number is less than 1
     */
    public MonteCarlo threads(int threads) {
        Arguments.requireAtLeast("threads", 1, threads);
        MonteCarlo changed = new MonteCarlo(this);
        changed.threads = threads;
        return changed;
    }

    /**
     * Lets paths come in pairs, of which one has the mirror image of the other's noise: −ε for ε, 1 − u for u. That helps
     * the more, the more nearly the function is a monotone function of its noise. The standard error is that of the pairs'
     * means.
     *
     * @return an estimator with that setting
     */
    public MonteCarlo antithetic() {
        return with(Scheme.ANTITHETIC);
    }

    /**
     * Takes quasi-random noise in 32 replicates; see {@link #quasiRandom(int)}.
     *
     * @return an estimator with that setting
     */
    public MonteCarlo quasiRandom() {
        return quasiRandom(DEFAULT_REPLICATES);
    }

    /**
     * Takes the noise from a Sobol sequence, which fills the space of the noise more evenly than chance does, scrambled at
     * random in several independent replicates, from whose spread the standard error is estimated. That helps the more, the
     * fewer draws matter and the smoother the function is. Best is a number of paths that is a power of 2.
     *
     * <p>Confidence intervals take the replicates' means as normally distributed. That holds well where several draws
     * matter; of functions of a single draw with a kink or a jump, the points are so even that the means of replicates take
     * few values or are skewed, and the intervals contain the truth less often than they say: the fewer replicates, the
     * less.
     *
     * @param replicates a power of 2 from 2 to 64; with few of them the standard error itself is uncertain
     * @return an estimator with that setting
     * @throws IllegalArgumentException if the number of replicates is another
     * @throws IllegalStateException if the library with the Sobol sequence, Hipparchus, is missing
     */
    public MonteCarlo quasiRandom(int replicates) {
        if (replicates < 2 || replicates > Block.PATHS || Integer.bitCount(replicates) != 1) {
            throw new IllegalArgumentException(
                    "replicates must be a power of 2 from 2 to " + Block.PATHS + ", but is " + replicates);
        }
        OptionalLibrary.HIPPARCHUS.require();
        return with(Scheme.quasiRandom(replicates));
    }

    private MonteCarlo with(Scheme scheme) {
        MonteCarlo changed = new MonteCarlo(this);
        changed.scheme = scheme;
        return changed;
    }

    /**
     * Adds control variates, quantities whose means are known. They serve the value and every partial derivative.
     *
     * @param controls to be added to those that there are; linearly independent
     * @return an estimator with that setting
     */
    public MonteCarlo control(ControlVariate... controls) {
        Arguments.requireElements("controls", controls);
        MonteCarlo changed = new MonteCarlo(this);
        List<ControlVariate> all = new ArrayList<>(List.of(this.controls));
        all.addAll(List.of(controls));
        changed.controls = all.toArray(ControlVariate[]::new);
        return changed;
    }

    /**
     * Ends the estimate as soon as the standard error of the value, and of whatever else has a target, is small enough, or
     * the number of paths is reached. Whether it is gets looked at after some numbers of paths that follow from the
     * estimate, the same for any number of threads.
     *
     * @param standardError the largest that is small enough, greater than 0
     * @return an estimator with that setting
     * @throws IllegalArgumentException if the standard error is not positive and finite
     */
    public MonteCarlo untilStandardError(double standardError) {
        return until(new Target(0, standardError));
    }

    /**
     * Ends the estimate as soon as the standard error of a component of the gradient, and of whatever else has a target, is
     * small enough, or the number of paths is reached.
     *
     * @param parameter the name of a parameter
     * @param standardError the largest that is small enough, greater than 0
     * @return an estimator with that setting
     * @throws IllegalArgumentException if the standard error is not positive and finite, or there is no such parameter
     */
    public MonteCarlo untilStandardError(String parameter, double standardError) {
        return until(new Target(
                1 + Arguments.indexOf(parameter, function.parameterNames(), function.name()), standardError));
    }

    private MonteCarlo until(Target target) {
        Arguments.requirePositive("standardError", target.standardError());
        MonteCarlo changed = new MonteCarlo(this);
        changed.targets = Arrays.copyOf(targets, targets.length + 1);
        changed.targets[targets.length] = target;
        return changed;
    }

    /**
     * Sets what becomes of paths that yield NaN or an infinity.
     *
     * @param policy {@link NonFinitePaths#FAIL} unless set
     * @return an estimator with that setting
     */
    public MonteCarlo nonFinite(NonFinitePaths policy) {
        MonteCarlo changed = new MonteCarlo(this);
        changed.nonFinite = Objects.requireNonNull(policy, "policy");
        return changed;
    }

    /**
     * Sets who is told how an estimate comes along.
     *
     * @param listener replaces the one that was set before
     * @return an estimator with that setting
     */
    public MonteCarlo listener(ProgressListener listener) {
        MonteCarlo changed = new MonteCarlo(this);
        changed.listener = Objects.requireNonNull(listener, "listener");
        return changed;
    }

    /**
     * Estimates the means of the value and of the gradient.
     *
     * <p>If the calling thread is interrupted, the paths that are running end, and the estimate from those that are done is
     * returned, marked as partial; the thread stays interrupted.
     *
     * @param parameters the function's active parameters, flattened in order
     * @return the estimate
     * @throws IllegalArgumentException if the number of parameters is wrong, one is not finite, or the function does not fit
     *     the settings
     * @throws PathException if a path fails; of several, the first
     */
    public Estimate estimate(double... parameters) {
        return estimate(run(parameters));
    }

    /**
     * Estimates how the function differs between two points, on common noise: the error of the difference is then far
     * smaller than that of either. Interruption and failures are as in {@link #estimate}.
     *
     * @param parameters where the function is
     * @param otherParameters where the function is that is subtracted
     * @return the mean of the differences of the values and of the gradients, component by component
     * @throws IllegalArgumentException as by {@link #estimate}
     */
    public Estimate difference(double[] parameters, double[] otherParameters) {
        return difference(parameters, function, otherParameters);
    }

    /**
     * Estimates how the function differs from another one, such as the same method with other constants, on common noise.
     * Interruption and failures are as in {@link #estimate}.
     *
     * @param parameters where the function is
     * @param other the function that is subtracted, with parameters of the same names; it should draw the same noise in the
     *     same order
     * @param otherParameters where the other function is
     * @return the mean of the differences of the values and of the gradients, component by component
     * @throws IllegalArgumentException as by {@link #estimate}, or if the names of the parameters differ
     */
    public Estimate difference(double[] parameters, PathwiseFunction other, double[] otherParameters) {
        Arguments.requireParameters(function, parameters);
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(otherParameters, "otherParameters");
        Arguments.requireParameters(other, otherParameters);
        if (!function.parameterNames().equals(other.parameterNames())) {
            throw new IllegalArgumentException("the gradients of " + function.name() + " and " + other.name()
                    + " cannot be subtracted, as their parameters have different names");
        }
        Integrand integrand = new DifferenceIntegrand(
                new FunctionIntegrand(prepared(function, parameters), parameters.clone()),
                new FunctionIntegrand(prepared(other, otherParameters), otherParameters.clone()));
        int hash = 31 * Arrays.hashCode(parameters) + Arrays.hashCode(otherParameters);
        return estimate(run(integrand, hash, parameters.clone()));
    }

    /**
     * Runs one path of the estimate alone.
     *
     * @param path the number of the path, at least 0
     * @param parameters the function's active parameters, as for {@link #estimate}
     * @return its noise, its value and its gradient
     * @throws IllegalArgumentException as by {@link #estimate}, or if the path is negative
     */
    public PathReplay replay(long path, double... parameters) {
        Arguments.requireAtLeast("path", 0, path);
        Arguments.requireParameters(function, parameters);
        NoiseCount count = run(parameters).integrand().noise();
        PathwiseFunction copy = prepared(function, parameters).copy();
        PathReplay[] replay = new PathReplay[1];
        new PathNoise(scheme.source(seed, count), count).run(path, (normals, uniforms) -> {
            double[] gradient = new double[parameters.length];
            double value = copy.gradient(parameters.clone(), normals, uniforms, gradient);
            replay[0] = new PathReplay(path, normals.clone(), uniforms.clone(), value, gradient);
        });
        return replay[0];
    }

    /**
     * Returns how many blocks the paths of the estimate form: the parts in which {@link #partial} does it.
     *
     * @return the number of blocks, at least 1
     */
    public long blocks() {
        return Block.count(paths);
    }

    /**
     * Runs some blocks of the estimate on the calling thread. The parts may be computed anywhere, and by copies of this
     * object; merged, they give bit for bit what {@link #estimate} gives.
     *
     * @param firstBlock the first block, at least 0
     * @param endBlock one more than the last block, at most {@link #blocks()}; equal to {@code firstBlock} for none
     * @param parameters the function's active parameters, as for {@link #estimate}
     * @return what the paths of the blocks yielded
     * @throws IllegalArgumentException as by {@link #estimate}, or if there are no such blocks, or there is a target for the
     *     standard error, which a part cannot know
     * @throws PathException if a path fails
     * @throws CancellationException if the thread is interrupted, as a part must be whole
     */
    public PartialEstimate partial(long firstBlock, long endBlock, double... parameters) {
        if (firstBlock < 0 || endBlock < firstBlock || endBlock > blocks()) {
            throw new IllegalArgumentException(
                    "blocks must be a range within 0 and " + blocks() + ", but are " + firstBlock + " to " + endBlock);
        }
        if (targets.length > 0) {
            throw new IllegalArgumentException("a part of an estimate cannot have a target for the standard error");
        }
        Run run = run(parameters);
        Accumulator done = new Accumulator(run.identity());
        new Workers(run, paths, 1).run(firstBlock, endBlock, done::add);
        if (done.partial.paths() < Math.min(endBlock * Block.PATHS, paths) - firstBlock * Block.PATHS) {
            throw new CancellationException("interrupted");
        }
        return done.partial;
    }

    private Run run(double[] parameters) {
        Arguments.requireParameters(function, parameters);
        double[] own = parameters.clone();
        return run(new FunctionIntegrand(prepared(function, own), own), Arrays.hashCode(own), own);
    }

    private PathwiseFunction prepared(PathwiseFunction any, double[] parameters) {
        return Pilot.prepare(any, parameters.clone(), seed);
    }

    private Run run(Integrand integrand, int parametersHash, double[] parameters) {
        Integrand controlled = controls.length == 0 ? integrand : new ControlledIntegrand(integrand, controls);
        requireConsistent(controlled);
        Identity identity = new Identity(
                integrand.name(),
                List.copyOf(integrand.parameterNames()),
                parametersHash,
                seed,
                scheme,
                nonFinite,
                Arrays.stream(controls).map(ControlVariate::mean).toList());
        return new Run(controlled, identity, parameters);
    }

    private void requireConsistent(Integrand integrand) {
        if (controls.length > 0 && scheme.isQuasiRandom()) {
            throw new IllegalArgumentException(
                    "control variates cannot be combined with quasi-random noise; use independent or antithetic noise");
        }
        scheme.requirePaths(paths);
        scheme.requireNoise(integrand.name(), paths, integrand.noise());
        long observations = paths / (scheme.isAntithetic() ? 2 : 1);
        if (controls.length > 0 && observations < controls.length + 2L) {
            throw new IllegalArgumentException(controls.length + " control variates need at least "
                    + (controls.length + 2) + " independent paths or pairs, but there are " + observations);
        }
    }

    private Estimate estimate(Run run) {
        Accumulator done = new Accumulator(run.identity());
        Workers workers =
                new Workers(run, paths, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
        long end = targets.length == 0 ? paths : Rounds.first(paths);
        workers.run(0, Block.count(end), done::add);
        while (end < paths && done.partial.paths() == end) {
            double excess = done.partial.toEstimate().excess(List.of(targets));
            if (excess <= 1) {
                return done.partial.toEstimate();
            }
            long next = Rounds.next(end, excess, scheme, paths);
            workers.run(Block.count(end), Block.count(next), done::add);
            end = next;
        }
        return done.partial.toEstimate(done.partial.paths() < end);
    }

    /** What is done of an estimate. */
    private final class Accumulator {
        private final long start = System.nanoTime();
        private PartialEstimate partial;

        Accumulator(Identity identity) {
            partial = PartialEstimate.empty(identity);
        }

        void add(PartialEstimate done) {
            partial = partial.merge(done);
            if (listener != null) {
                listener.advanced(new Progress(partial, paths, Duration.ofNanos(System.nanoTime() - start)));
            }
        }
    }
}
