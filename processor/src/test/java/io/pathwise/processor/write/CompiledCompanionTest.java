package io.pathwise.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.runtime.Dual;
import io.pathwise.runtime.Gradient;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.NoiseExhaustedException;
import io.pathwise.runtime.PathwiseFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledCompanionTest {
    private static final double[] NONE = {};

    @TempDir
    Path directory;

    private Class<?> load(String packageName, String sourceClass, String displayName, CompanionMethod method)
            throws ReflectiveOperationException, IOException {
        Companion companion = new Companion(packageName, sourceClass, displayName, true, true, List.of(method), null);
        return Compiled.load(CompanionWriter.write(companion), directory);
    }

    private PathwiseFunction call() throws ReflectiveOperationException, IOException {
        Class<?> companion = load("demo", "Option", "Option", new Examples.Call().method());
        return (PathwiseFunction) invoke(companion, "callFunction", 100.0);
    }

    private PathwiseFunction fit(int length, double... data) throws ReflectiveOperationException, IOException {
        Class<?> companion = load("demo", "Models_Fit", "Models.Fit", new Examples.Fit().method());
        return (PathwiseFunction) invoke(companion, "fitFunction", length, data);
    }

    private static Object invoke(Class<?> type, String name, Object... arguments) throws ReflectiveOperationException {
        Method method = Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return method.invoke(null, arguments);
    }

    @Test
    void aFunctionOfScalarsReadsItsNoiseInOrder() throws ReflectiveOperationException, IOException {
        PathwiseFunction call = call();
        double[] at = {100, 0.2};
        double terminal = 100 * Math.exp(0.2 * 0.5);
        assertThat(call.name()).isEqualTo("Option.call");
        assertThat(call.parameterNames()).containsExactly("spot", "volatility");
        assertThat(call.noise(at)).isEqualTo(NoiseCount.of(1, 0));
        assertThat(call.value(at, new double[] {0.5}, NONE)).isEqualTo(terminal - 100);
        assertThat(call.forward(at, new double[] {0, 1}, new double[] {0.5}, NONE))
                .isEqualTo(new Dual(terminal - 100, terminal * 0.5));
        double[] gradient = {1, 1};
        assertThat(call.gradient(at, new double[] {0.5}, NONE, gradient)).isEqualTo(terminal - 100);
        assertThat(gradient).containsExactly(1 + terminal / 100, 1 + terminal * 0.5);
    }

    @Test
    void wrongLengthsAreNamed() throws ReflectiveOperationException, IOException {
        PathwiseFunction call = call();
        assertThatThrownBy(() -> call.value(new double[3], new double[1], NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Option.call: parameters.length is 3, but must be 2: spot, volatility");
        assertThatThrownBy(() -> call.value(new double[2], NONE, NONE)).isInstanceOf(NoiseExhaustedException.class);
        PathwiseFunction fit = fit(2, 3, 4);
        assertThatThrownBy(() -> fit.gradient(new double[3], NONE, new double[2], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Models.Fit.fit: gradient.length is 2, but must be 3: scale, weights[2]");
    }

    @Test
    void arraysAreFlattened() throws ReflectiveOperationException, IOException {
        PathwiseFunction fit = fit(2, 3, 4);
        double[] at = {2, 0.5, 0.25};
        double[] uniforms = {0.1, 0.2};
        double first = 0.5 * 3 + 0.1;
        double second = 0.25 * 4 + 0.2;
        double value = 2 * first * first + 2 * second * second;
        assertThat(fit.parameterNames()).containsExactly("scale", "weights[0]", "weights[1]");
        assertThat(fit.noise(at)).isEqualTo(NoiseCount.of(0, 2));
        assertThat(fit.value(at, NONE, uniforms)).isEqualTo(value);
        double[] gradient = new double[3];
        fit.gradient(at, NONE, uniforms, gradient);
        fit.gradient(at, NONE, uniforms, gradient);
        double[] expected = {
            first * first + second * second, 2 * 2 * first * 3, 2 * 2 * second * 4,
        };
        for (int i = 0; i < expected.length; i++) {
            double[] direction = new double[3];
            direction[i] = 1;
            assertThat(gradient[i]).isCloseTo(2 * expected[i], within(1e-14));
            assertThat(fit.forward(at, direction, NONE, uniforms).tangent()).isCloseTo(expected[i], within(1e-14));
        }
        assertThat(at).containsExactly(2, 0.5, 0.25);
    }

    @Test
    void constantArraysAreCopiedWhenTheyAreBound() throws ReflectiveOperationException, IOException {
        double[] data = {3, 4};
        PathwiseFunction fit = fit(2, data);
        double[] at = {2, 0.5, 0.25};
        double before = fit.value(at, NONE, new double[2]);
        data[0] = 100;
        assertThat(fit.value(at, NONE, new double[2])).isEqualTo(before);
    }

    @Test
    void copiesAndDeserializedFunctionsWorkAlike() throws ReflectiveOperationException, IOException {
        PathwiseFunction fit = fit(2, 3, 4);
        double[] at = {2, 0.5, 0.25};
        double[] uniforms = {0.1, 0.2};
        double[] gradient = new double[3];
        fit.gradient(at, NONE, uniforms, gradient);
        for (PathwiseFunction other : List.of(fit.copy(), throughBytes(fit))) {
            double[] same = new double[3];
            assertThat(other).isNotSameAs(fit);
            assertThat(other.gradient(at, NONE, uniforms, same)).isEqualTo(fit.value(at, NONE, uniforms));
            assertThat(same).containsExactly(gradient);
        }
    }

    private static PathwiseFunction throughBytes(PathwiseFunction function) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(function);
        }
        ClassLoader loader = function.getClass().getClassLoader();
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
                return Class.forName(description.getName(), false, loader);
            }
        }) {
            return (PathwiseFunction) input.readObject();
        }
    }

    @Test
    void gradientsAddScaleAndClear() throws ReflectiveOperationException, IOException {
        Class<?> companion = load("demo", "Models_Fit", "Models.Fit", new Examples.Fit().method());
        Class<?> type = companion.getClasses()[0];
        Gradient gradient = (Gradient) type.getConstructor(double[].class).newInstance((Object) new double[2]);
        Gradient other = (Gradient) type.getConstructor(double[].class).newInstance((Object) new double[] {5, 6});
        type.getField("scale").setDouble(gradient, 1);
        type.getMethod("add", type).invoke(gradient, other);
        gradient.scale(2);
        assertThat(gradient.toArray()).containsExactly(2, 10, 12);
        gradient.clear();
        assertThat(gradient.toArray()).containsExactly(0, 0, 0);
        assertThatThrownBy(() -> type.getConstructor(double[].class).newInstance((Object) null))
                .hasRootCauseInstanceOf(NullPointerException.class)
                .hasRootCauseMessage("weights");
    }

    @Test
    void theTargetOfStyleCompilesAndItsModesAgree() throws ReflectiveOperationException, IOException {
        Class<?> companion = load("demo", "Walk", "Walk", new Examples.Walk().method());
        PathwiseFunction walk = (PathwiseFunction) invoke(companion, "terminalFunction", 3);
        double[] at = {0.1, 0.2, 1.5};
        double[] normals = {0.3, -1.2, 0.7};
        double[] gradient = new double[3];
        assertThat(walk.noise(at)).isEqualTo(NoiseCount.of(3, 0));
        walk.gradient(at, normals, NONE, gradient);
        for (int i = 0; i < 3; i++) {
            double[] direction = new double[3];
            direction[i] = 1;
            double tangent = walk.forward(at, direction, normals, NONE).tangent();
            assertThat(gradient[i]).isCloseTo(tangent, within(1e-14));
        }
    }

    @Test
    void namesThatGeneratedMembersUseThemselvesAreTheUsers() throws ReflectiveOperationException, IOException {
        Class<?> companion = load("", "Awkward", "Awkward", new Examples.Awkward().method());
        double[][] matrix = {{0}, {5}};
        PathwiseFunction function = (PathwiseFunction) invoke(companion, "valueFunction", 1, matrix, 3.0, 2, 99);
        matrix[1][0] = 1000;
        double[] at = {2, 7, 11, 13};
        double[] normals = {0.5};
        double[] uniforms = {0.25};
        assertThat(function.parameterNames()).containsExactly("other[0]", "factor", "array[0]", "array[1]");
        assertThat(function.noise(at)).isEqualTo(NoiseCount.of(1, 1));
        assertThat(function.value(at, normals, uniforms)).isEqualTo(3 * 5 * 7 * 2 + 13 * 0.25 + 0.5);
        assertThat(function.forward(at, new double[] {1, 10, 1000, 100}, normals, uniforms)
                        .tangent())
                .isEqualTo(3 * 5 * 7 + 10 * 3 * 5 * 2 + 100 * 0.25);
        double[] gradient = new double[4];
        function.gradient(at, normals, uniforms, gradient);
        assertThat(gradient).containsExactly(3 * 5 * 7, 3 * 5 * 2, 0, 0.25);
        Class<?> type = companion.getClasses()[0];
        Gradient sum = (Gradient)
                type.getConstructor(double[].class, double[].class).newInstance(new double[] {1}, new double[] {2, 3});
        type.getField("factor").setDouble(sum, 4);
        type.getMethod("add", type).invoke(sum, sum);
        sum.scale(3);
        assertThat(sum.toArray()).containsExactly(6, 24, 12, 18);
    }
}
