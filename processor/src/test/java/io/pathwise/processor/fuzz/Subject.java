package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.RandomMethod.Parameter;
import io.pathwise.runtime.Gradient;
import io.pathwise.runtime.NoiseCursor;
import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.runtime.Sampler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A compiled program with its companion. */
final class Subject {
    private final RandomProgram program;
    private final Class<?> source;
    private final Class<?> companion;
    private final Object instance;

    Subject(RandomProgram program, ClassLoader loader) throws ClassNotFoundException {
        this.program = program;
        source = loader.loadClass(program.className());
        companion = loader.loadClass(program.className() + "Pathwise");
        instance = program.main().isStatic() ? null : instance(source);
    }

    private static Object instance(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The object whose method it is, which the companion's members take first. */
    private List<Object> self() {
        return instance == null ? new ArrayList<>() : new ArrayList<>(List.of(instance));
    }

    RandomProgram program() {
        return program;
    }

    List<Parameter> parameters() {
        return program.main().parameters();
    }

    /** The value of the source method. */
    double sourceValue(Point point, ReplayedNoise noise) throws Throwable {
        Method method = method(source, program.main().name());
        noise.rewind();
        try {
            return Sampler.withGenerator(
                    noise, () -> (double) invoke(instance, method, point.arguments(method.getParameterTypes())));
        } catch (Thrown thrown) {
            throw thrown.getCause();
        }
    }

    PathwiseFunction function(Point point) {
        List<Object> bound = self();
        bound.addAll(List.of(point.bound()));
        return (PathwiseFunction) invoke(null, method(companion, program.main().name() + "Function"), bound.toArray());
    }

    /** The gradient, as one vector, of a sweep with a seed. */
    Sweep reverse(Point point, double seed, double[] normals, double[] uniforms) {
        Method reverse = method(companion, program.main().name() + "Reverse");
        Gradient gradient = gradient(reverse.getParameterTypes()[reverse.getParameterCount() - 1], point);
        List<Object> arguments = self();
        arguments.addAll(
                List.of(point.arguments(method(source, program.main().name()).getParameterTypes())));
        addNoise(reverse, arguments, normals, uniforms);
        arguments.add(seed);
        arguments.add(gradient);
        return new Sweep(reverse, arguments.toArray(), gradient);
    }

    /** A reverse sweep into a gradient of its own, to be run once or several times. */
    record Sweep(Method reverse, Object[] arguments, Gradient gradient) {
        void run() {
            invoke(null, reverse, arguments);
        }
    }

    private static Gradient gradient(Class<?> type, Point point) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (Gradient) constructor.newInstance(point.gradientArrays());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Scalar noise is told by its names, {@code eps…} and {@code u…}, arrays by theirs. */
    private void addNoise(Method method, List<Object> arguments, double[] normals, double[] uniforms) {
        int normal = 0;
        int uniform = 0;
        for (int i = arguments.size(); i < method.getParameterCount() - 2; i++) {
            var parameter = method.getParameters()[i];
            boolean isUniform = parameter.getName().startsWith("u");
            if (parameter.getType() == double[].class) {
                arguments.add(isUniform ? uniforms : normals);
            } else {
                arguments.add(isUniform ? uniforms[uniform++] : normals[normal++]);
            }
        }
    }

    private static Method method(Class<?> type, String name) {
        Method found = Arrays.stream(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .filter(each -> !List.of(each.getParameterTypes()).contains(NoiseCursor.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no method " + name));
        found.setAccessible(true);
        return found;
    }

    private static Object invoke(Object self, Method method, Object... arguments) {
        try {
            return method.invoke(self, arguments);
        } catch (InvocationTargetException thrown) {
            throw new Thrown(thrown.getCause());
        } catch (IllegalAccessException | IllegalArgumentException wrong) {
            throw new IllegalStateException(method + " with " + Arrays.toString(arguments), wrong);
        }
    }

    /** An exception of a compiled method. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Thrown(Throwable cause) {
            super(cause);
        }
    }
}
