package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.Gradient;
import io.pathwise.runtime.PathwiseFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Field;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as parameters, locals and results of helpers. */
class RecordsTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            final class Recorded {
                record Curve(double rate, @Constant double spread) {}
                record Model(double kappa, Curve curve, int steps, Kind kind) {}
                record Pair(double x, double y) {}
                private record Hidden(double a, int n, Pair pair) {}
                record Path(double[] xs, double scale) {}
                record Checked(double x, double cut) {
                    static final double LEAST = 0.5;
                    Checked {
                        if (x < -100) {
                            throw new IllegalArgumentException("x is " + x);
                        }
                        cut = Math.max(cut * x, LEAST);
                    }
                }
                enum Kind { UP, DOWN }
                @Pathwise static Pair swapped(Pair p) { return new Pair(p.y(), p.x()); }
                @SuppressWarnings("pathwise:jump") @Pathwise static Pair drawn(Pair p) {
                    if (p.x() > p.y()) {
                        return new Pair(Sampler.normal(p.x(), 1), Sampler.normal(p.y(), 2));
                    }
                    return p;
                }
                @Pathwise static double product(Pair p) { return p.x() * p.y() * p.y(); }
                @Pathwise static double f(Model model, Pair p, double z) {
                    %s
                }
            }
            """;

    private static final Point POINT = Point.at(
                    RecordArgument.of(1.3, RecordArgument.of(0.4, 0.2), 3, null), RecordArgument.of(1.7, 0.6), 0.8)
            .normals(0.3, -0.7, 0.9, 0.2, 1.1, -0.4);

    private static Subject compile(String body) {
        return new Subject(Programs.compile(CLASS.formatted(body)), "demo.Recorded", "f", Set.of("model.curve.spread"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return model.kappa() * model.curve().rate() + model.curve().spread() * z * model.steps();",
                "Curve c = model.curve(); return c.rate() * c.rate() * z;",
                "final var c = model.curve(); Pair q = p; return c.rate() * q.x() * q.y() * q.y();",
                "Pair q = new Pair(p.y(), p.x() * p.y()); q = new Pair(q.y(), q.x()); return q.x() * z + q.y() * q.y();",
                "p = new Pair(p.y(), p.x() * p.y()); return p.x() * z + p.y() * p.y();",
                "Pair q = z > 0 ? p : new Pair(z, 2); return q.x() * q.y() * q.y();",
                "return (z > 1 ? p : new Pair(z, p.x())).y() * z;",
                "Pair q; if (z > 1) { q = p; } else { q = swapped(p); } return product(q) + product(p);",
                "Pair q = swapped(swapped(swapped(p))); return q.x() * q.x() * q.y();",
                "return product(new Pair(z * z, p.x())) * product(swapped(p));",
                "return swapped(p).x() * z + new Pair(1, 2).x() / 2 + new Pair(3, z).y();",
                "return p.x * p.y + model.curve.rate * model.kappa;",
                "Pair q = drawn(p); return q.x() * q.y() * z + drawn(swapped(q)).x();",
                "Pair q = new Pair(Sampler.normal(z, 1), Sampler.normal(p.x(), p.y())); return q.x() * q.y() * q.y();",
                "return z * Sampler.normal(0, 1) + new Pair(Sampler.normal(p.x(), 1), Sampler.normal(0, p.y())).y();",
                "double s = 0; for (int i = 0; i < model.steps(); i++) { p = new Pair(p.y() * z, p.x()); s += p.x(); }"
                        + " return s;",
                "double s = 0; for (Pair q = p; q.x() < 20; q = new Pair(q.x() * 2, q.y() * z)) { s += q.y(); } return s;",
                "double s = 0; while (p.x() < 20) { p = new Pair(p.x() * 2, p.y() * z); if (p.x() > 9) { continue; }"
                        + " s += p.x() * p.y(); } return s;",
                "Hidden h = new Hidden(z, 2, p); for (int i = 0; i < 3; i++) {"
                        + " h = new Hidden(h.a() * h.pair().x(), h.n() + 1, new Pair(h.pair().y(), h.a())); }"
                        + " return h.a() * h.n() + h.pair().x();",
                "Pair q = switch (model.steps()) { case 3 -> new Pair(z, p.x()); default -> p; };"
                        + " return q.x() * q.y() * q.y();",
                "Pair q, r = p; q = r = new Pair(r.y(), z); return q.x() * r.y();",
                "Path path = new Path(new double[3], z); for (int i = 0; i < 3; i++) { path.xs()[i] = p.x() * (i + 1); }"
                        + " path = new Path(path.xs().clone(), path.scale() * p.y()); path.xs()[0] *= path.scale();"
                        + " double s = 0; for (double x : path.xs()) { s += x * x * z; } return s;",
                "Checked c = new Checked(z * z, p.x()); return c.x() * c.cut() * new Checked(p.y(), 0.1).cut();",
                "Checked c = new Checked(z, p.x()); for (int i = 0; i < 3; i++) { c = new Checked(c.cut(), c.x() * z); }"
                        + " return c.x() * c.cut();",
                "double x = 3; double y = x * z; return x + y * p.x() * p.y();",
                "new Pair(Sampler.normal(0, 1), z); swapped(p); return z * Sampler.normal(p.x(), p.y());",
            })
    void allModesAgreeWithTheSource(String body) {
        Modes.check(compile(body), POINT);
    }

    @Test
    void theGradientMirrorsTheRecords() throws ReflectiveOperationException {
        Subject subject = compile("return model.kappa() * model.curve().rate() * p.x() + 3 * p.y() + z;");
        Gradient gradient = subject.newGradient(POINT);
        subject.gradient(POINT, gradient);
        assertThat(read(gradient, "model", "kappa")).isCloseTo(0.4 * 1.7, within(1e-15));
        assertThat(read(gradient, "model", "curve", "rate")).isCloseTo(1.3 * 1.7, within(1e-15));
        assertThat(read(gradient, "p", "x")).isCloseTo(1.3 * 0.4, within(1e-15));
        assertThat(read(gradient, "p", "y")).isEqualTo(3);
        assertThat(read(gradient, "z")).isEqualTo(1);
        assertThat(gradient.toArray()).hasSize(5);
        Class<?> curve = field(field(gradient, "model"), "curve").getClass();
        assertThat(curve.getFields()).extracting(Field::getName).containsExactly("rate");
    }

    @Test
    void tangentsComeAsRecordsToo() throws ReflectiveOperationException {
        CompilationResult compiled =
                Programs.compile(CLASS.formatted("return model.kappa() * model.curve().rate() * p.x() + p.y() * z;"));
        Subject subject = new Subject(compiled, "demo.Recorded", "f", Set.of("model.curve.spread"));
        Object[] arguments = subject.arguments(POINT);
        Class<?>[] types = {
            arguments[0].getClass(), arguments[1].getClass(), double.class,
            arguments[0].getClass(), arguments[1].getClass(), double.class,
        };
        Object modelDot =
                RecordArgument.convert(RecordArgument.of(0.1, RecordArgument.of(0.2, 77.0), 99, null), types[0]);
        Object pairDot = RecordArgument.convert(RecordArgument.of(0.3, 0.4), types[1]);
        var method = subject.companion().getDeclaredMethod("fForward", types);
        method.setAccessible(true);
        Object[] all = Subject.concat(arguments, new Object[] {modelDot, pairDot, 0.5});
        Dual dual = (Dual) Subject.invoke(method, all);
        assertThat(dual).isEqualTo(subject.forward(POINT, new double[] {0.1, 0.2, 0.3, 0.4, 0.5}));
        assertThat(dual.tangent()).isNotZero();
    }

    @Test
    void functionsTakeComponentsInOneVector() throws Exception {
        CompilationResult compiled = Programs.compile(CLASS.formatted(
                "return model.kappa() * model.curve().rate() * model.curve().spread() * model.steps() * p.x() + p.y() * z"
                        + " * Sampler.normal(0, 1);"));
        Subject subject = new Subject(compiled, "demo.Recorded", "f", Set.of("model.curve.spread"));
        PathwiseFunction made = (PathwiseFunction) Subject.invoke(subject.member("Function"), 0.2, 3, null);
        PathwiseFunction function = travelled(made);
        assertThat(function.parameterNames()).containsExactly("model.kappa", "model.curve.rate", "p.x", "p.y", "z");
        double[] vector = {1.3, 0.4, 1.7, 0.6, 0.8};
        double[] normals = {0.3};
        double[] partials = new double[5];
        assertThat(function.value(vector, normals, new double[0])).isEqualTo(subject.source(POINT));
        assertThat(function.gradient(vector, normals, new double[0], partials)).isEqualTo(subject.source(POINT));
        assertThat(partials).containsExactly(subject.partials(POINT, 1));
        double[] direction = {1, 2, 3, 4, 5};
        assertThat(function.copy().forward(vector, direction, normals, new double[0]))
                .isEqualTo(subject.forward(POINT, direction));
        assertThat(subject.member("Function").getParameters())
                .extracting(each -> each.getName())
                .containsExactly("modelCurveSpread", "modelSteps", "modelKind");
    }

    @Test
    void constantRecordsComeToFunctionsWhole() {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.*;
                final class Fixed {
                    record Contract(double strike, double[] weights) {}
                    record Rate(double rate) {}
                    @Pathwise static double f(Rate rate, @Constant Contract contract) {
                        return rate.rate() * contract.strike() * contract.weights()[1] * contract.weights().length;
                    }
                }
                """);
        Subject subject = new Subject(compiled, "demo.Fixed", "f", Set.of("contract"));
        double[] weights = {1.0, 5.0};
        Point point = Point.at(RecordArgument.of(0.7), RecordArgument.of(2.0, weights));
        Modes.check(subject, point);
        PathwiseFunction function =
                (PathwiseFunction) Subject.invoke(subject.member("Function"), subject.arguments(point)[1]);
        weights[1] = 0;
        double[] none = {};
        assertThat(function.value(new double[] {0.7}, none, none)).isEqualTo(0.7 * 2 * 5 * 2);
        assertThat(function.parameterNames()).containsExactly("rate.rate");
    }

    @Test
    void arraysInRecordsHaveGradientsOfTheirOwn() throws ReflectiveOperationException {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.*;
                final class Net {
                    record Layer(double[] weights, double bias) {}
                    record Layers(Layer first, Layer second) {}
                    @Pathwise static double layer(Layer layer, double input) {
                        double sum = layer.bias();
                        for (double each : layer.weights()) {
                            sum += each * each * input;
                        }
                        return sum;
                    }
                    @Pathwise static double f(Layers layers, double x) {
                        return layer(layers.second(), layer(layers.first(), x)) * layers.first().weights()[0];
                    }
                }
                """);
        Subject subject = new Subject(compiled, "demo.Net", "f", Set.of());
        Point point = Point.at(
                RecordArgument.of(
                        RecordArgument.of(new double[] {0.3, -0.7}, 0.2),
                        RecordArgument.of(new double[] {1.1, 0.4, 0.9}, -0.5)),
                1.4);
        Modes.check(subject, point);
        Gradient gradient = subject.newGradient(point);
        subject.gradient(point, gradient);
        double[] first = (double[]) field(field(field(gradient, "layers"), "first"), "weights");
        assertThat(first).containsExactly(gradient.toArray()[0], gradient.toArray()[1]);
        PathwiseFunction function = (PathwiseFunction) Subject.invoke(subject.member("Function"), 2, 3);
        assertThat(function.parameterNames())
                .startsWith("layers.first.weights[0]", "layers.first.weights[1]", "layers.first.bias")
                .hasSize(8);
        Point shorter = Point.at(
                RecordArgument.of(
                        RecordArgument.of(new double[] {0.3}, 0.2),
                        RecordArgument.of(new double[] {1.1, 0.4, 0.9}, -0.5)),
                1.4);
        assertThatThrownBy(() -> subject.gradient(shorter, gradient))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Net.f: the gradient's layers.first.weights has length 2, but the argument has length 1");
    }

    @Test
    void aMatrixOfTheWrongShapeIsNamedByItsRecord() {
        Subject subject = new Subject(Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                class Fit {
                    record Layer(double[][] weights, double bias) {}
                    @Pathwise static double f(Layer layer, double x) { return layer.weights()[1][0] * x + layer.bias(); }
                }
                """), "demo.Fit", "f", Set.of());
        Gradient gradient =
                subject.newGradient(Point.at(RecordArgument.of(new double[][] {{0.3, 1.0}, {0.5, 2.0}}, 0.2), 1.4));
        Point longer = Point.at(RecordArgument.of(new double[][] {{0.3, 1.0}, {0.5, 2.0, 3.0}}, 0.2), 1.4);
        assertThatThrownBy(() -> subject.gradient(longer, gradient))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fit.f: the gradient's layer.weights[1] has length 2, but the argument has length 3");
    }

    @Test
    void recordsOfOtherClassesAreReadByTheirAccessors() {
        CompilationResult compiled = Programs.compile("""
                package demo.rates;
                public record Curve(double rate, @io.pathwise.Constant double spread) {
                    public Curve {
                        if (rate < -1) {
                            throw new IllegalArgumentException("rate");
                        }
                    }
                    public double doubled() { return 2 * rate; }
                }
                """, """
                package demo;
                import demo.rates.Curve;
                import io.pathwise.Pathwise;
                record Bond(Curve curve, double coupon) {}
                final class Pricing {
                    @Pathwise static double f(Bond bond, Curve other) {
                        Bond shifted = new Bond(other, bond.coupon() * other.spread());
                        return Math.exp(-bond.curve().rate()) * shifted.coupon() * shifted.curve().rate();
                    }
                }
                """);
        Modes.check(
                new Subject(compiled, "demo.Pricing", "f", Set.of("bond.curve.spread", "other.spread")),
                Point.at(RecordArgument.of(RecordArgument.of(0.3, 0.1), 4.0), RecordArgument.of(0.7, 2.0)));
    }

    @Test
    void functionsNoticeRecordsThatChangeTheirComponents() {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                final class Cut {
                    record Level(double level) {
                        Level {
                            level = Math.max(level, 0);
                        }
                    }
                    @Pathwise static double f(Level made, double x) { return made.level() * x; }
                }
                """);
        Subject subject = new Subject(compiled, "demo.Cut", "f", Set.of());
        Modes.check(subject, Point.at(RecordArgument.of(0.5), 2.0));
        PathwiseFunction function = (PathwiseFunction) Subject.invoke(subject.member("Function"));
        double[] none = {};
        assertThat(function.value(new double[] {0.5, 2}, none, none)).isEqualTo(1);
        assertThatThrownBy(() -> function.gradient(new double[] {-0.5, 2}, none, none, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cut.f: the record makes 0.0 of the parameter made.level = -0.5");
    }

    @Test
    void compactConstructorsThrow() {
        Subject subject = compile("return new Checked(z, 1).cut();");
        assertThatThrownBy(() -> subject.value(POINT.argument(2, -101.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x is -101.0");
    }

    @Test
    void namesThatMeetAreToldApart() {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                final class Names {
                    record Value(double value, double seed, double gradient) {}
                    record F(double value) {}
                    static final class Other { record Value(double v) {} }
                    @Pathwise static double f(Value value, F f, Other.Value seed, Value gradient, double modelDot, F model) {
                        double kappa = value.value() * f.value() + seed.v() * gradient.seed();
                        double factor = kappa * value.gradient() * modelDot * model.value();
                        return factor * gradient.gradient() + value.seed() + gradient.value();
                    }
                    @Pathwise static double value(F factor, F other, F array) {
                        return factor.value() * other.value() * array.value();
                    }
                }
                """);
        RecordArgument value = RecordArgument.of(1.2, 0.7, -0.4);
        RecordArgument gradient = RecordArgument.of(0.2, 1.7, 0.4);
        RecordArgument one = RecordArgument.of(1.5);
        Modes.check(
                new Subject(compiled, "demo.Names", "f", Set.of()),
                Point.at(value, one, RecordArgument.of(0.8), gradient, 0.6, RecordArgument.of(-0.3)));
        Subject second = new Subject(compiled, "demo.Names", "value", Set.of());
        Point point = Point.at(one, RecordArgument.of(0.8), RecordArgument.of(-0.3));
        Modes.check(second, point);
        Gradient sum = second.newGradient(point);
        second.gradient(point, sum);
        sum.scale(2);
        assertThat(sum.toArray()[0]).isCloseTo(2 * 0.8 * -0.3, within(1e-15));
    }

    @Test
    void messagesShowWhatTheSourceSays() {
        String body = "if (Sampler.normal(p.x(), 1) > model.curve().rate()) { return 1; } return p.y();";
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source(CLASS.formatted(body))
                .compile();
        assertThat(result.messages().get(0).text())
                .contains("by the jump of 'Sampler.normal(p.x(), 1) > model.curve().rate()'");
    }

    private static double read(Object object, String... path) throws ReflectiveOperationException {
        Object value = object;
        for (String name : path) {
            value = field(value, name);
        }
        return (Double) value;
    }

    private static Object field(Object object, String name) throws ReflectiveOperationException {
        Field field = object.getClass().getField(name);
        field.setAccessible(true);
        return field.get(object);
    }

    private static PathwiseFunction travelled(PathwiseFunction function) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(function);
        }
        ClassLoader loader = function.getClass().getClassLoader();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
                return Class.forName(description.getName(), false, loader);
            }
        }) {
            return (PathwiseFunction) in.readObject();
        }
    }
}
