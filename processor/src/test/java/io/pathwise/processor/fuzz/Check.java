package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.Failure.Kind;
import io.pathwise.processor.fuzz.Tally.Event;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.NoiseExhaustedException;
import io.pathwise.runtime.NoiseKind;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Compares a companion with its source, its modes with each other, and both with differences. */
final class Check {
    private static final List<Point.Kind> POINTS =
            List.of(Point.Kind.GENERAL, Point.Kind.SPECIAL, Point.Kind.GENERAL, Point.Kind.SPECIAL, Point.Kind.EMPTY);
    private static final int SPARE = 512;

    private final Subject subject;
    private final long seed;
    private final Tally tally;

    Check(Subject subject, long seed, Tally tally) {
        this.subject = subject;
        this.seed = seed;
        this.tally = tally;
    }

    /** The first promise found broken. */
    Optional<Failure> run() {
        for (int i = 0; i < POINTS.size(); i++) {
            Point point = new Point(subject.parameters(), seed + 1_000_003L * i, POINTS.get(i));
            tally.add(Event.POINT);
            try {
                at(point, new ReplayedNoise(seed + i));
            } catch (Broken broken) {
                return Optional.of(new Failure(broken.kind, broken.getMessage() + " at " + point));
            } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
                return Optional.of(new Failure(Kind.THROWS, described(thrown) + " at " + point));
            }
        }
        return Optional.empty();
    }

    private static String described(Throwable thrown) {
        Throwable cause = thrown instanceof Subject.Thrown ? thrown.getCause() : thrown;
        return cause + Arrays.stream(cause.getStackTrace()).limit(2).toList().toString();
    }

    private void at(Point point, ReplayedNoise noise) {
        double expected;
        try {
            expected = subject.sourceValue(point, noise);
        } catch (Throwable thrown) {
            tally.add(Event.SOURCE_THROWS);
            return;
        }
        PathwiseFunction function = subject.function(point);
        double[] parameters = point.active();
        Path path = exactNoise(function, parameters, noise);
        same(Kind.VALUE, path.value(parameters), expected);
        if (!Double.isFinite(expected)) {
            tally.add(Event.VALUE_NOT_FINITE);
            return;
        }
        double[] jacobian = forward(path, parameters, expected);
        double[] gradient = reverse(path, parameters, expected);
        compareModes(path, parameters, jacobian, gradient);
        sweeps(point, path, gradient);
        Path spare = new Path(function.copy(), noise.normals(SPARE), noise.uniforms(SPARE));
        compareDifferences(spare, parameters, jacobian, gradient);
    }

    /**
     * As much noise as is announced. Where that depends on data, as much as the source draws, and more only where a
     * draw that an early return leaves out, or a path with another outcome takes, is demanded all the same.
     */
    private static Path exactNoise(PathwiseFunction function, double[] parameters, ReplayedNoise noise) {
        NoiseCount count = function.noise(parameters);
        int normals = noise.drawnNormals();
        int uniforms = noise.drawnUniforms();
        if (!count.isKnown()) {
            return demandedNoise(function, parameters, noise, normals, uniforms);
        }
        if (count.normals() < normals || count.uniforms() < uniforms) {
            throw new Broken(
                    Kind.NOISE, "announced " + count + ", but drew " + normals + " normals, " + uniforms + " uniforms");
        }
        return new Path(function, noise.normals(count.normals()), noise.uniforms(count.uniforms()));
    }

    private static Path demandedNoise(
            PathwiseFunction function, double[] parameters, ReplayedNoise noise, int normals, int uniforms) {
        Path path = new Path(function, noise.normals(normals), noise.uniforms(uniforms));
        try {
            path.value(parameters);
            path.function().gradient(parameters, path.normals(), path.uniforms(), new double[parameters.length]);
            return path;
        } catch (NoiseExhaustedException more) {
            if (more.needed() > SPARE) {
                throw more;
            }
            return more.kind() == NoiseKind.NORMAL
                    ? demandedNoise(function, parameters, noise, more.needed(), uniforms)
                    : demandedNoise(function, parameters, noise, normals, more.needed());
        }
    }

    private double[] forward(Path path, double[] parameters, double expected) {
        double[] jacobian = path.jacobian(parameters);
        double[] direction = new Random(seed).doubles(parameters.length, -1, 1).toArray();
        Dual dual = path.forward(parameters, direction);
        same(Kind.FORWARD_VALUE, dual.value(), expected);
        return jacobian;
    }

    private static double[] reverse(Path path, double[] parameters, double expected) {
        double[] gradient = new double[parameters.length];
        same(
                Kind.REVERSE_VALUE,
                path.function().gradient(parameters, path.normals(), path.uniforms(), gradient),
                expected);
        double[] twice = gradient.clone();
        path.function().gradient(parameters, path.normals(), path.uniforms(), twice);
        for (int i = 0; i < twice.length; i++) {
            same(Kind.TWICE, twice[i], gradient[i] + gradient[i]);
        }
        return gradient;
    }

    private void compareModes(Path path, double[] parameters, double[] jacobian, double[] gradient) {
        Rounding rounding = new Rounding(path, parameters, seed);
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(jacobian[i]) || !Double.isFinite(gradient[i])) {
                tally.add(Event.NOT_FINITE);
                continue;
            }
            tally.add(Event.MODES_COMPARED);
            double difference = Math.abs(jacobian[i] - gradient[i]);
            if (difference <= 1e-12 * (Math.abs(jacobian[i]) + Math.abs(gradient[i]))) {
                continue;
            }
            if (difference > rounding.of(i)) {
                throw new Broken(
                        Kind.MODES,
                        "component " + i + ": forward " + jacobian[i] + ", reverse " + gradient[i] + ", rounding "
                                + rounding.of(i));
            }
            tally.add(Event.ILL_CONDITIONED);
        }
    }

    /** Sweeps with the seeds 2, which is exact, and 0, and two sweeps into one gradient. */
    private void sweeps(Point point, Path path, double[] gradient) {
        double[] doubled = sweep(point, path, 2, 1);
        double[] none = sweep(point, path, 0, 1);
        double[] again = sweep(point, path, 1, 2);
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(2 * gradient[i])) {
                continue;
            }
            if (Math.abs(gradient[i]) > 1e-290) {
                same(Kind.SEED, doubled[i], 2 * gradient[i]);
            }
            same(Kind.SEED, Math.abs(none[i]), 0);
            double tolerance = 1e-9
                    * (Math.abs(gradient[i])
                            + Arrays.stream(gradient)
                                    .map(Math::abs)
                                    .filter(Double::isFinite)
                                    .sum());
            if (!(Math.abs(again[i] - 2 * gradient[i]) <= tolerance)) {
                throw new Broken(Kind.TWICE, "component " + i + ": " + again[i] + " after two of " + gradient[i]);
            }
        }
    }

    private double[] sweep(Point point, Path path, double factor, int times) {
        Subject.Sweep sweep = subject.reverse(point, factor, path.normals(), path.uniforms());
        for (int i = 0; i < times; i++) {
            sweep.run();
        }
        return sweep.gradient().toArray();
    }

    private void compareDifferences(Path path, double[] parameters, double[] jacobian, double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            Difference difference = Difference.of(path, parameters, i);
            boolean isForward = Double.isFinite(jacobian[i]);
            boolean isReverse = Double.isFinite(gradient[i]);
            if (!difference.isSmooth()) {
                tally.add(Event.NOT_SMOOTH);
                continue;
            }
            if (isForward && Double.isNaN(gradient[i])) {
                tally.add(Event.REVERSE_NAN);
                continue;
            }
            if (isForward != isReverse) {
                throw new Broken(
                        Kind.NOT_FINITE,
                        "component " + i + ": forward " + jacobian[i] + ", reverse " + gradient[i] + ", differences "
                                + difference.value());
            }
            if (isForward && !(difference.admits(jacobian[i]) && difference.admits(gradient[i]))) {
                throw new Broken(
                        Kind.DIFFERENCES,
                        "component " + i + ": forward " + jacobian[i] + ", reverse " + gradient[i] + ", but "
                                + difference);
            }
            tally.add(Event.DIFFERENCES_COMPARED);
        }
    }

    private static void same(Kind kind, double actual, double expected) {
        if (actual != expected && !(Double.isNaN(actual) && Double.isNaN(expected))) {
            throw new Broken(kind, actual + " instead of " + expected);
        }
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Kind kind;

        Broken(Kind kind, String message) {
            super(message);
            this.kind = kind;
        }
    }
}
