package io.pathwise.processor.endtoend;

import io.pathwise.processor.endtoend.Programs.Example;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.Gradient;
import io.pathwise.runtime.NoiseCursor;
import io.pathwise.runtime.Sampler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A compiled method and the members of its companion, found by name and called by reflection. */
final class Subject {
    private final Class<?> companion;
    private final Method source;
    private final List<Integer> active;

    /**
     * Finds a method.
     *
     * @param compiled a compilation with {@code -parameters}, so that noise is told by its name
     * @param constants the names of the parameters that are {@code @Constant}
     */
    Subject(CompilationResult compiled, String className, String method, Set<String> constants) {
        this(compiled.load(className + "Pathwise"), className, method, constants);
    }

    /** An example that was compiled together with other classes. */
    Subject(ClassLoader loader, Example example) {
        this(
                load(loader, example.qualifiedName() + "Pathwise"),
                example.qualifiedName(),
                example.method(),
                example.constants());
    }

    private Subject(Class<?> companion, String className, String method, Set<String> constants) {
        this.companion = companion;
        this.source = find(load(companion.getClassLoader(), className), method);
        this.active = IntStream.range(0, source.getParameterCount())
                .filter(i -> isActive(source.getParameters()[i], constants))
                .boxed()
                .toList();
    }

    private static boolean isActive(Parameter parameter, Set<String> constants) {
        boolean isReal = parameter.getType() == double.class || parameter.getType() == double[].class;
        return isReal && !constants.contains(parameter.getName());
    }

    Class<?> companion() {
        return companion;
    }

    Method member(String suffix) {
        return find(companion, source.getName() + suffix);
    }

    List<Coordinate> coordinates(Point point) {
        return Coordinate.of(active, point);
    }

    /** What the user's own method returns on this noise. */
    double source(Point point) {
        return Sampler.withGenerator(
                new ReplayedNoise(point.normals(), point.uniforms()), () -> (Double) invoke(source, point.arguments()));
    }

    double value(Point point) {
        return (Double) invoke(member(""), concat(point.arguments(), noise(point)));
    }

    Dual forward(Point point, double[] direction) {
        return (Dual) invoke(member("Forward"), concat(point.arguments(), noise(point), dots(point, direction)));
    }

    double reverse(Point point, double seed, Gradient gradient) {
        Object[] last = {seed, gradient};
        return (Double) invoke(member("Reverse"), concat(point.arguments(), noise(point), last));
    }

    double gradient(Point point, Gradient gradient) {
        Object[] last = {gradient};
        return (Double) invoke(member("Gradient"), concat(point.arguments(), noise(point), last));
    }

    /** The gradient of a fresh gradient object after one reverse sweep. */
    double[] partials(Point point, double seed) {
        Gradient gradient = newGradient(point);
        reverse(point, seed, gradient);
        return gradient.toArray();
    }

    /** An empty gradient with arrays as long as those of the point. */
    Gradient newGradient(Point point) {
        Object[] arrays = active.stream()
                .filter(i -> point.arguments()[i] instanceof double[])
                .map(i -> new double[((double[]) point.arguments()[i]).length])
                .toArray();
        try {
            var constructor = gradientClass().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (Gradient) constructor.newInstance(arrays);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Class<?> gradientClass() {
        String name = source.getName();
        String simple = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Gradient";
        return load(companion.getClassLoader(), companion.getName() + "$" + simple);
    }

    /** The noise arguments of the companion's members, as the names of their parameters ask for them. */
    Object[] noise(Point point) {
        Parameter[] parameters = member("").getParameters();
        List<Object> arguments = new ArrayList<>();
        int normals = 0;
        int uniforms = 0;
        for (int i = source.getParameterCount(); i < parameters.length; i++) {
            boolean isNormal = parameters[i].getName().matches("(eps|normals).*");
            if (parameters[i].getType() == double[].class) {
                arguments.add(isNormal ? point.normals() : point.uniforms());
            } else {
                arguments.add(isNormal ? point.normals()[normals++] : point.uniforms()[uniforms++]);
            }
        }
        return arguments.toArray();
    }

    private Object[] dots(Point point, double[] direction) {
        List<Object> dots = new ArrayList<>();
        int next = 0;
        for (int argument : active) {
            if (point.arguments()[argument] instanceof double[] array) {
                dots.add(Arrays.copyOfRange(direction, next, next + array.length));
                next += array.length;
            } else {
                dots.add(direction[next++]);
            }
        }
        return dots.toArray();
    }

    static Object[] concat(Object[]... parts) {
        return Stream.of(parts).flatMap(Stream::of).toArray();
    }

    static Object invoke(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    private static Method find(Class<?> type, String name) {
        List<Method> found = Stream.of(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .filter(each -> !List.of(each.getParameterTypes()).contains(NoiseCursor.class))
                .toList();
        if (found.size() != 1) {
            String known =
                    Stream.of(type.getDeclaredMethods()).map(Method::getName).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(name + " is not exactly once among " + known);
        }
        found.get(0).setAccessible(true);
        return found.get(0);
    }

    @Override
    public String toString() {
        return source.getDeclaringClass().getSimpleName() + "." + source.getName();
    }
}
