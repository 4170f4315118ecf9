package io.pathwise.processor.fuzz.discrete;

import io.pathwise.processor.fuzz.discrete.Terms.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A random program that draws whole numbers.
 *
 * @param className its class
 * @param strategy the strategy of its method
 * @param body its statements; the last one returns
 */
record ChanceProgram(String className, String strategy, List<Step> body) {
    static final List<String> PARAMETERS = List.of("p", "a", "b");

    /** What programs call. */
    static final String LIBRARY = """
            import io.pathwise.Pathwise;

            final class Library {
                private Library() {}

                record Pair(double left, double right) {
                    @Pathwise
                    double blend() {
                        return 0.5 * left * right + Math.sin(right);
                    }
                }

                @Pathwise
                static double mix(double left, double right) {
                    return Math.sin(left) * right + 0.3 * left;
                }

                @Pathwise
                static double weigh(double[] table, double factor) {
                    return table[0] * factor - 0.2 * table[1] * table[2];
                }

                @Pathwise
                static double damped(double value, int times) {
                    return times == 0 ? value : 0.5 * Math.sin(damped(value, times - 1));
                }
            }
            """;

    private static final int LARGEST_NUMBER = 3000;
    private static final double NEGLIGIBLE = 1e-14;

    String source() {
        return """
                import io.pathwise.*;
                import io.pathwise.runtime.Sampler;

                final class %1$s {
                    private %1$s() {}

                    @Pathwise
                    static double flip(double q, double size) {
                        return Sampler.bernoulli(q) == 1 ? size : -size * q;
                    }

                    @Pathwise(discrete = Discrete.%2$s)
                    static double run(double p, double a, double b) {
                        double x = a;
                        double y = 0.5;
                        int n = 0;
                        int m = 1;
                        double[] table = {a, p * b, 1.5};
                %3$s    }
                }
                """.formatted(
                        className,
                        strategy,
                        String.join("", body.stream().map(Step::text).toList()));
    }

    /** The derivatives of the mean, the normal noise being given; absent if there are too many paths. */
    Optional<double[]> gradientOfMean(double[] point, double[] normals) {
        double[] gradient = new double[point.length];
        int paths = 0;
        for (List<Integer> script = List.of(); script != null; ) {
            Outcomes.Listed listed = new Outcomes.Listed(script, Jet.constant(1, point.length));
            Jet weighted = run(new World(PARAMETERS, point, listed, normals)).times(listed.probability());
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += weighted.partials()[i];
            }
            script = listed.following();
            if (++paths > LARGEST_NUMBER) {
                return Optional.empty();
            }
        }
        return Optional.of(gradient);
    }

    /** The value of a path that some noise fixes. */
    double value(double[] point, double[] uniforms, double[] normals) {
        return run(new World(PARAMETERS, point, new Outcomes.Inverted(uniforms, -1, 0), normals))
                .value();
    }

    /**
     * A part of the cube of uniform noise on which neither the path changes nor any path that differs in one outcome.
     *
     * @param uniforms noise in it
     * @param volume its size
     */
    record Cell(double[] uniforms, double volume) {}

    /** The cells; none if there are too many. */
    List<Cell> cells(double[] point, double[] normals) {
        List<Cell> cells = new ArrayList<>();
        divide(new Cell(new double[0], 1), point, normals, cells);
        return cells.size() > LARGEST_NUMBER ? List.of() : cells;
    }

    private void divide(Cell cell, double[] point, double[] normals, List<Cell> cells) {
        if (cells.size() > LARGEST_NUMBER) {
            return;
        }
        TreeSet<Double> boundaries = boundaries(cell.uniforms(), point, normals);
        if (boundaries.isEmpty()) {
            cells.add(cell);
            return;
        }
        double last = 0;
        boundaries.add(1.0);
        for (double boundary : boundaries.headSet(1.0, true)) {
            double width = boundary - last;
            if (width > NEGLIGIBLE) {
                double[] longer = Arrays.copyOf(cell.uniforms(), cell.uniforms().length + 1);
                longer[longer.length - 1] = last + width / 2;
                divide(new Cell(longer, cell.volume() * width), point, normals, cells);
            }
            last = boundary;
        }
    }

    /** Where the next uniform number changes a path. */
    private TreeSet<Double> boundaries(double[] uniforms, double[] point, double[] normals) {
        TreeSet<Double> boundaries = new TreeSet<>();
        for (int altered = -1; altered < uniforms.length; altered++) {
            for (int shift = -1; shift <= 1; shift += 2) {
                try {
                    run(new World(PARAMETERS, point, new Outcomes.Inverted(uniforms, altered, shift), normals));
                } catch (Outcomes.Exhausted exhausted) {
                    boundaries.addAll(exhausted.boundaries());
                }
            }
        }
        return boundaries;
    }

    private Jet run(World world) {
        world.set("x", world.real("a"));
        world.set("y", world.constant(0.5));
        world.set("n", 0);
        world.set("m", 1);
        world.set("table", List.of(world.real("a"), world.real("p").times(world.real("b")), world.constant(1.5)));
        return ChanceGenerator.run(body, world);
    }
}
