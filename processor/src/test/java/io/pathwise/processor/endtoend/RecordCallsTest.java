package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as arguments of methods that stay calls: those of other classes and those that call themselves. */
class RecordCallsTest {
    private static final String LIBRARY = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            public final class Models {
                public record Curve(double rate, double[] weights, @Constant double spread, int steps) {}
                public record Model(double kappa, Curve curve) {}
                public record Pair(double x, double y) {}
                public record Steps(double size, int count) {}
                @Pathwise public static double product(Pair p) { return p.x() * p.y() * p.y(); }
                @Pathwise public static double mixed(double z, Pair p, double x, Pair q) {
                    return Math.exp(-z * p.x()) * q.y() + x * p.y() * Math.sqrt(q.x());
                }
                @Pathwise public static double fixed(@Constant Pair p, double z) { return p.x() * z * z + p.y(); }
                @Pathwise public static double ofCurve(Curve curve, double t) {
                    double sum = curve.spread() * t;
                    for (int i = 0; i < curve.weights().length; i++) {
                        sum += Math.sin(curve.weights()[i] * t * (i + 1)) * curve.rate();
                    }
                    return sum * curve.steps();
                }
                @Pathwise public static double ofModel(double s, Model model) {
                    return s * model.kappa() * ofCurve(model.curve(), s * model.curve().rate());
                }
                @Pathwise public static double walk(Steps steps, double x) {
                    double y = x;
                    for (int i = 0; i < 2 * steps.count() + 1; i++) {
                        y += Sampler.normal(0, steps.size()) * Math.sin(y) + Sampler.uniform(0, y);
                    }
                    return y;
                }
                @Pathwise public static double weighted(Curve curve, double x) {
                    double y = x;
                    for (int i = 0; i < curve.weights().length; i++) {
                        y += Sampler.normal(0, 1) * Math.sin(curve.weights()[i] * y) * curve.rate();
                    }
                    return y;
                }
            }
            """;

    private static final String USER = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            import lib.Models;
            import lib.Models.*;
            final class User {
                @Pathwise static double power(Pair p, int n) {
                    return n == 0 ? p.y() : p.x() * power(p, n - 1);
                }
                @Pathwise static double curved(Model model, int n) {
                    double here = Models.ofCurve(model.curve(), model.kappa() * n);
                    return n == 0 ? here : here + Math.exp(-0.1 * curved(model, n - 1)) * model.kappa();
                }
                record Checked(double x, double y) {
                    Checked {
                        if (x < -100) {
                            throw new IllegalArgumentException("x is " + x);
                        }
                    }
                }
                record Doubled(double x, double y) {
                    Doubled { x = 2 * x; }
                }
                @Pathwise static double checked(Checked c, int n) {
                    return n == 0 ? c.x() * c.y() : c.x() * checked(c, n - 1);
                }
                @Pathwise static double doubled(Doubled d, int n) {
                    return n == 0 ? d.x() * d.y() : d.x() * doubled(d, n - 1);
                }
                %s
                @Pathwise static double f(Model model, Pair p, double z) {
                    %s
                }
            }
            """;

    private static final String MAKING = """
                @Pathwise static double swapping(Pair p, int n) {
                    return n == 0 ? p.x() : Math.sin(p.y()) + swapping(new Pair(p.y(), p.x() * 0.9), n - 1);
                }
                @Pathwise static double drawing(Pair p, int depth) {
                    double z = Sampler.normal(p.x(), p.y());
                    return depth == 0 ? z : z + drawing(new Pair(p.x() * z, 0.9 * p.y()), depth - 1) * p.x();
                }
            """;

    private static final Point POINT = Point.at(
                    RecordArgument.of(1.3, RecordArgument.of(0.4, new double[] {0.7, -0.2, 1.1}, 0.2, 3)),
                    RecordArgument.of(1.7, 0.6),
                    0.8)
            .normals(0.3, -0.7, 0.9, 0.2, 1.1, -0.4, 0.6, -0.1, 0.5, -0.8, 0.15, 0.25)
            .uniforms(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

    @TempDir
    private Path directory;

    private static void check(CompilationResult compiled) {
        Modes.check(new Subject(compiled, "demo.User", "f", Set.of("model.curve.spread")), POINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Models.product(p) * z;",
                "return Models.mixed(z, p, z * z, p);",
                "double s = 0; for (int i = 0; i < 3; i++) { s += Models.product(p) * Models.mixed(s, p, i, p); }"
                        + " return s;",
                "return Models.ofCurve(model.curve(), z) * model.kappa();",
                "return Models.ofModel(z, model) + Models.ofModel(p.x() * z, model);",
                "Model same = model; Curve curve = same.curve(); return Models.ofCurve(curve, z) * curve.rate();",
                "double s = z; for (int i = 0; i < 3; i++) { if (s > 1) { s += Models.ofModel(s * 0.1, model); }"
                        + " else { s += Math.sin(s * Models.product(p)); } } return s;",
                "return Models.weighted(model.curve(), z) * Sampler.normal(z, 1);",
                "double s = z; for (int i = 0; i < 2; i++) { s += Models.weighted(model.curve(), s) * p.x(); } return s;",
                "return Models.fixed(new Pair(2, 3), z) * p.x();",
                "return power(p, 3) * z + power(p, 1);",
                "return curved(model, 2) * z;",
            })
    void allModesAgreeWithTheSource(String body) {
        check(Programs.compile(USER.formatted(MAKING, body), LIBRARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Models.product(new Pair(z * z, p.x()));",
                "return Models.product(new Pair(2, z)) + Models.product(new Pair(p.x(), 3));",
                "return Models.product(new Pair(p.y(), p.x())) * Models.product(p);",
                "return Models.mixed(z, new Pair(z, p.x()), p.y(), new Pair(z / p.x(), p.x()));",
                "Pair q = z > 0 ? p : new Pair(z, 2); return Models.product(q);",
                "p = new Pair(p.y() * z, p.x()); return Models.product(p) * z;",
                "Pair q = p; for (int i = 0; i < 3; i++) { q = new Pair(q.y(), 0.5 * Models.product(q)); }"
                        + " return Models.product(q);",
                "double s = 0; for (Pair q = p; q.x() < 20; q = new Pair(q.x() * 2, q.y() * z)) {"
                        + " s += Models.product(q); } return s;",
                "return checked(new Checked(z, p.x()), 2) * p.y();",
                "double[] ws = {z, p.x() * z, p.y()}; return Models.ofCurve(new Curve(p.x(), ws, 0.3, 2), z);",
                "double[] ws = model.curve().weights().clone(); ws[1] *= z;"
                        + " return Models.ofModel(z, new Model(p.x(), new Curve(p.y(), ws, 0.3, 2)));",
                "return Models.ofModel(p.y(), new Model(z, model.curve()));",
                "return Models.walk(new Steps(z, 1), p.x()) * Models.walk(new Steps(p.y(), 0), z);",
                "return Models.product(new Pair(Sampler.normal(z, 1), Sampler.uniform(0, p.x())));",
                "return swapping(p, 3) + swapping(new Pair(z, p.x()), 2);",
                "return drawing(p, 2) * z + drawing(new Pair(z, p.y()), 1);",
            })
    void recordsAreMadeAtTheCall(String body) {
        check(Programs.compile(USER.formatted(MAKING, body), LIBRARY));
    }

    @Test
    void parametersAreHandedOnWhole() {
        CompilationResult compiled =
                Programs.compile(USER.formatted(MAKING, "return Models.ofModel(z, model) * power(p, 3);"), LIBRARY);
        assertThat(compiled.generatedSources().get("demo.UserPathwise"))
                .doesNotContain("new Model(")
                .contains("ModelsPathwise.ofModel(z, model)", "powerGradient(p, 3, gradient.ofPower())");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Models.mixed(z, p, z * z, p);",
                "return Models.ofModel(z, model) + Models.ofCurve(model.curve(), z);",
                "double s = z; for (int i = 0; i < 2; i++) { s += Models.weighted(model.curve(), s) * p.x(); } return s;",
                "return power(p, 3) * z + curved(model, 2);",
            })
    void jarsTakeRecordsThatAreHandedOn(String body) throws IOException {
        String user = USER.formatted("", body);
        CompilationResult library = Programs.compile(LIBRARY);
        CompilationResult compiled = new Library(directory).use(library, user);
        check(compiled);
        assertThat(compiled.generatedSources().get("demo.UserPathwise"))
                .isEqualTo(Programs.compile(user, LIBRARY).generatedSources().get("demo.UserPathwise"));
    }

    @Test
    void recordsWithoutSourceAreNotMadeAgain() throws IOException {
        String user = """
                package demo;
                import io.pathwise.Pathwise;
                import lib.Models;
                final class User {
                    @Pathwise static double f(Models.Pair p, Models.Pair q, double z) {
                        Models.Pair chosen = z > 0 ? p : q;
                        return z * Models.product(chosen);
                    }
                }
                """;
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(user)
                .library(new Library(directory).jar(Programs.compile(LIBRARY), name -> true))
                .compile();
        assertThat(result.places()).containsExactly("RecordCall 7:34");
        assertThat(result.messages().get(0).text())
                .contains(
                        "'Models.product(new Models.Pair(",
                        "the record 'Pair'",
                        "help: hand over a parameter as it is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return doubled(new Doubled(z, p.x()), 2);",
                "Doubled d = new Doubled(z, 2); return doubled(d, 1) * z;",
            })
    void recordsWhoseConstructorsChangeComponentsAreNotMadeAgain(String body) {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(LIBRARY)
                .source(USER.formatted(MAKING, body))
                .compile();
        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0).text())
                .contains("Pathwise.RecordCall", "the record 'Doubled' would have to be made again");
    }

    @Test
    void recordsAreMadeWhereAPathRunsAgain() throws IOException {
        String body = "int n = Sampler.poisson(p.x()); return n * Models.product(p) + z;";
        String generated = Programs.compile(USER.formatted(MAKING, body), LIBRARY)
                .generatedSources()
                .get("demo.UserPathwise");
        assertThat(generated).contains("ModelsPathwise.product(p)", "ModelsPathwise.product(new Models.Pair(");
        CompilationResult withJar = SourceCompiler.with(new PathwiseProcessor())
                .source(USER.formatted("", body))
                .library(new Library(directory).jar(Programs.compile(LIBRARY), name -> true))
                .compile();
        assertThat(withJar.messages()).hasSize(1);
        assertThat(withJar.messages().get(0).text()).contains("Pathwise.RecordCall", "the record 'Pair'");
    }

    @Test
    void activeNumbersDoNotHideInConstantComponents() {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(LIBRARY)
                .source(USER.formatted(
                        MAKING, "return Models.ofCurve(new Curve(z, model.curve().weights(), z, 2), z);"))
                .compile();
        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0).text())
                .contains("'Models.ofCurve(new Models.Curve(z, model.curve().weights(), z, 2), z)'", "curve.spread");
    }

    private static final String NAMES_LIBRARY = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            public final class Names {
                public record Gradient(double value, double seed, double[] normals, int length) {}
                public record Config(int count, String name, boolean on) {}
                public record Holder(Gradient ofF, Config config) {}
                @Pathwise public static double f(double value, Gradient gradient, double[] uniforms) {
                    double s = value * gradient.seed() * gradient.value();
                    for (int i = 0; i < gradient.length() + gradient.normals().length + uniforms.length; i++) {
                        s += Sampler.normal(gradient.seed(), 1) * Math.sin(s) * gradient.normals()[0] * uniforms[0];
                    }
                    return s;
                }
                @Pathwise public static double g(Holder ofF, double f, Config config) {
                    return f(f, ofF.ofF(), ofF.ofF().normals()) * config.count() + (ofF.config().on() ? f : 0);
                }
                @Pathwise public static double h(@Constant Gradient gradient, double seed) {
                    return seed * seed * gradient.value() + f(seed, gradient, gradient.normals());
                }
            }
            """;

    private static final String NAMES = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import lib.Names.*;
            import lib.Names;
            class User {
                @Pathwise static double f(Holder gradient, double seed, Gradient value, Config noise) {
                    double[] normals = value.normals().clone();
                    normals[0] *= seed;
                    double first = Names.f(seed * value.seed(), value, normals);
                    normals[0] = 7 * seed;
                    return first * Names.g(gradient, seed, noise) + helper(gradient, seed, noise) * normals[0];
                }
                @Pathwise static double helper(Holder holder, double x, Config noise) {
                    return Names.g(holder, x * holder.ofF().value(), holder.config())
                        + Names.g(holder, x, noise) + Names.f(x, holder.ofF(), holder.ofF().normals());
                }
                @Pathwise final double own(Gradient value, int n) {
                    return n == 0 ? value.value() * value.normals()[1] : own(value, n - 1) * value.seed();
                }
                @Pathwise static double fixed(@Constant Gradient value, double x) { return Names.h(value, x); }
            }
            """;

    @Test
    void namesThatMeetAreToldApart() throws IOException {
        RecordArgument numbers = RecordArgument.of(0.7, 0.4, new double[] {0.3, 0.8}, 1);
        RecordArgument config = RecordArgument.of(2, "name", true);
        double[] normals = java.util.stream.IntStream.range(0, 100)
                .mapToDouble(i -> 0.4 * Math.sin(i))
                .toArray();
        CompilationResult together = Programs.compile(NAMES, NAMES_LIBRARY);
        CompilationResult library = Programs.compile(NAMES_LIBRARY);
        CompilationResult withJar = new Library(directory).use(library, NAMES);
        for (CompilationResult each : java.util.List.of(together, withJar)) {
            Modes.check(
                    new Subject(each, "demo.User", "f", Set.of()),
                    Point.at(RecordArgument.of(numbers, config), 0.9, numbers, config)
                            .normals(normals));
            Modes.check(new Subject(each, "demo.User", "own", Set.of()), Point.at(numbers, 2));
            Modes.check(
                    new Subject(each, "demo.User", "fixed", Set.of("value")),
                    Point.at(numbers, 0.6).normals(normals));
        }
        assertThat(withJar.generatedSources().get("demo.UserPathwise"))
                .isEqualTo(together.generatedSources().get("demo.UserPathwise"));
    }
}
