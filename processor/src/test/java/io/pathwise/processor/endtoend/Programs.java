package io.pathwise.processor.endtoend;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The example programs of {@code src/test/resources/programs}, each with points to evaluate it at. */
final class Programs {
    private static final Map<String, CompilationResult> COMPILED = new ConcurrentHashMap<>();

    /**
     * A program and where it is evaluated.
     *
     * @param className the simple name of its class and file
     * @param method the annotated method
     * @param constants the names of the parameters that are {@code @Constant}
     * @param points points at which the method is differentiable
     */
    record Example(String className, String method, Set<String> constants, List<Point> points) {
        Subject subject() {
            return new Subject(compiled(className), qualifiedName(), method, constants);
        }

        String qualifiedName() {
            return "demo." + className;
        }

        @Override
        public String toString() {
            return className + "." + method;
        }
    }

    private Programs() {}

    /** The source of a program. */
    static String text(String className) {
        try (InputStream file = Programs.class.getResourceAsStream("/programs/" + className + ".java")) {
            return new String(Objects.requireNonNull(file, className).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The program, compiled once and with all lint checks as errors. */
    static CompilationResult compiled(String className) {
        return COMPILED.computeIfAbsent(className, name -> compile(text(name)));
    }

    /** Compiles sources that must compile without a message. */
    static CompilationResult compile(String... sources) {
        SourceCompiler compiler = SourceCompiler.with(new PathwiseProcessor()).options("-parameters");
        for (String source : sources) {
            compiler.source(source);
        }
        CompilationResult result = compiler.compile();
        if (!result.succeeded()) {
            throw new AssertionError(
                    result.messages() + "\n" + result.generatedSources().values());
        }
        return result;
    }

    static List<String> classNames() {
        return examples().stream().map(Example::className).distinct().toList();
    }

    static List<Example> examples() {
        return List.of(
                example(
                        "SquaredNormal",
                        "square",
                        at(0.3, 1.2).normals(0.7),
                        at(-1.0, 0.5).normals(-1.3)),
                example("SquaredExponential", "square", at(10.0).uniforms(0.3), at(0.2).uniforms(0.99)),
                example(
                        "Walk",
                        "terminal",
                        at(0.1, 0.2, 1.5, 5).normals(0.3, -1.2, 0.7, 1.9, -0.4),
                        at(0.1, 0.2, 1.5, 1).normals(0.3),
                        at(0.1, 0.2, 1.5, 0)),
                new Example("BlackScholes", "call", Set.of("strike", "maturity"), blackScholes()),
                example("Growth", "logUtility", at(0.05, 0.2, 0.6).normals(0.8)),
                example("Waiting", "cost", at(1.0, 3.0, 0.5).uniforms(0.25)),
                example(
                        "Inventory",
                        "cost",
                        at(2.0, 3.0, 0.4, 1.5).uniforms(0.9),
                        at(2.0, 3.0, 0.4, 1.5).uniforms(0.1)),
                new Example("Legs", "payoff", Set.of("strikes"), legs()),
                example(
                        "Regimes",
                        "income",
                        at(2.0, 0.7, true).normals(0.3).uniforms(0.4),
                        at(2.0, 0.7, false).normals(0.3)),
                new Example("Barrier", "downAndOut", Set.of("barrier"), barrier()),
                example("Passage", "cost", passage()),
                example(
                        "Settlement",
                        "premium",
                        at(3.0, 1.0, 1.2).uniforms(0.1, 0.05),
                        at(3.0, 1.0, 1.2).uniforms(0.1, 0.8),
                        at(3.0, 1.0, 1.2).uniforms(0.7, 0.05),
                        at(3.0, 1.0, 1.2).uniforms(0.7, 0.8)),
                example(
                        "Settlement",
                        "payout",
                        at(3.0, 1.0).uniforms(0.1),
                        at(3.0, 1.0).uniforms(0.7)),
                example(
                        "Grid",
                        "energy",
                        at(0.8, 0.6, 2, 3).normals(0.3, -1.2, 0.7, 1.9, -0.4, 0.1),
                        at(0.8, 0.6, 1, 1).normals(0.3),
                        at(0.8, 0.6, 3, 1).normals(0.3, -1.2, 0.7)),
                new Example("Heston", "asianCall", Set.of("strike", "maturity"), heston()),
                new Example("RecordHeston", "asianCall", Set.of("contract"), recordHeston()),
                example("Root", "volatility", at(0.09, 2.0), at(-0.09, 2.0)),
                new Example(
                        "Portfolio",
                        "disutility",
                        Set.of("means"),
                        List.of(at(
                                        new double[] {0.5, 0.2, 0.3},
                                        new double[] {0.1, 0.2, 0.4},
                                        new double[] {0.02, 0.03, 0.05},
                                        3.0)
                                .normals(0.4, -0.9, 1.3))),
                new Example(
                        "Network",
                        "loss",
                        Set.of("input"),
                        List.of(at(
                                        new double[] {0.5, 0.2, 0.3, -0.4, 1.1, 0.7},
                                        new double[] {0.1, -0.2},
                                        new double[] {0.9, 0.3, -0.5},
                                        0.3)
                                .normals(0.4, -0.9, 1.3))),
                new Example("Shares", "wealth", Set.of("weights"), List.of(shares())),
                example("Oscillator", "energy", at(0.8, 1.7, 4), at(0.8, 1.7, 0)),
                example("Elimination", "determinant", at(0.7, 0.4, 3), at(0.7, 0.4, 1), at(0.7, 0.4, 0)),
                example(
                        "GaussianProcess",
                        "logLikelihood",
                        at(new double[] {0.3, 0.9, 1.7, 2.2}, new double[] {0.4, -0.2, 0.9, 0.1}, 1.3, 0.8, 0.4),
                        at(new double[] {0.3}, new double[] {0.4}, 1.3, 0.8, 0.4)),
                example(
                        "Lattice",
                        "put",
                        at(100.0, 110.0, 0.3, 0.05, 0.7, 5),
                        at(100.0, 90.0, 0.3, 0.05, 0.7, 4),
                        at(100.0, 110.0, 0.3, 0.05, 0.7, 1)),
                example("Recursion", "power", at(1.3, 4), at(0.7, 0)),
                new Example(
                        "Regression",
                        "loss",
                        Set.of("features", "targets"),
                        List.of(at(new double[] {0.5, -0.2}, 1.5, new double[] {1, 0.3, -0.7, 2, 8, 0.4}, new double[] {
                            0.7, -1.9, 20
                        }))),
                example("Bond", "value", at(0.03, 0.01).normals(0.7)),
                example("Population", "predators", at(3.0, 0.7, 0.1, 3).normals(0.4, -0.9, 1.3), at(3.0, 0.7, 0.1, 0)),
                new Example(
                        "NoisyModel",
                        "loss",
                        Set.of("features"),
                        List.of(at(
                                        new double[][] {{0.5, 0.2, 0.3}, {-0.4, 1.1, 0.7}},
                                        new double[] {0.1, -0.2},
                                        new double[] {0.9, 0.3, -0.5},
                                        0.3)
                                .normals(0.4, -0.9, 1.3, 0.2, -0.1, 0.6))),
                example(
                        "Well",
                        "position",
                        at(0.9, 2.0, 0.8, 0.1, 4).normals(0.3, -1.2, 0.7, 1.9),
                        at(0.9, 2.0, 0.8, 0.1, 1).normals(0.3),
                        at(0.9, 2.0, 0.8, 0.1, 0)),
                example("Collisions", "value", at(0.4, 0.3, 0.8, 3).normals(0.9, -0.6, 0.2)));
    }

    private static Point shares() {
        double[] concentration = {0.7, 1.4, 0.2};
        double[] drift = {0.3, -0.2, 1.1};
        double[][] factor = {{0.8, 0, 0}, {-0.3, 0.5, 0}, {0.2, 0.4, 1.2}};
        Object[] mixture = {new double[] {1, 3}, new double[] {-0.4, 0.1}, new double[] {0.5, 0.2}};
        return at(concentration, drift, factor, mixture[0], mixture[1], mixture[2])
                .normals(0.4, -0.9, 1.3)
                .uniforms(0.3, 0.8, 0.55, 0.21);
    }

    private static List<Point> blackScholes() {
        Point call = at(100.0, 100.0, 0.05, 0.2, 1.0);
        return List.of(call.normals(0.5), call.normals(-2.0));
    }

    private static List<Point> legs() {
        double[] strikes = {0.9, 1.2, 1, 0.8};
        String[] names = {"plain", "squared", "plain", "squared"};
        return List.of(
                at(1.1, 0.3, strikes, names).normals(0.4),
                at(1.1, 0.3, strikes, names).normals(-1.2));
    }

    private static List<Point> barrier() {
        Point inside = at(100.0, 0.3, 80.0, 10.0, 4);
        return List.of(
                inside.normals(0.5, -0.3, 0.8, 0.4),
                inside.normals(0.1, -2.5, 0.8, 0.4),
                inside.normals(-3.0, 0.1, 0.8, 0.4),
                inside.normals(0.2, 0.1, -0.2, -2.4),
                inside.normals(-0.5, -0.3, -0.1, 0.1));
    }

    private static Point[] passage() {
        Point cost = at(4.0, 1.5, 0.3);
        return new Point[] {
            cost.uniforms(0.3, 0.6, 0.5, 0.7, 0.9), cost.uniforms(0.99), at(-1.0, 1.5, 0.3),
        };
    }

    /** The last point has paths of variance that reach zero. */
    private static List<Point> heston() {
        Point asian = at(100.0, 0.04, 1.5, 0.05, 0.6, -0.7, 0.03, 90.0, 1.0, 4);
        return List.of(
                asian.normals(0.5, -0.3, 0.2, 0.8, -0.4, 0.6, 1.1, 0.3),
                asian.normals(0.1, -2.5, 0.8, -1.9, 0.4, -2.2, 0.3, 0.7));
    }

    private static List<Point> recordHeston() {
        RecordArgument dynamics = RecordArgument.of(1.5, 0.05, 0.6, -0.7);
        Point asian = at(100.0, 0.04, RecordArgument.of(0.03, dynamics), RecordArgument.of(90.0, 1.0, 4));
        return List.of(
                asian.normals(0.5, -0.3, 0.2, 0.8, -0.4, 0.6, 1.1, 0.3),
                asian.normals(0.1, -2.5, 0.8, -1.9, 0.4, -2.2, 0.3, 0.7));
    }

    private static Example example(String className, String method, Point... points) {
        return new Example(className, method, Set.of(), List.of(points));
    }

    private static Point at(Object... arguments) {
        return Point.at(arguments);
    }
}
