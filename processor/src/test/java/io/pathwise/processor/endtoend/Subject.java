package io.pathwise.processor.endtoend;

import io.pathwise.processor.endtoend.Programs.Example;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.Gradient;
import io.pathwise.runtime.NoiseCursor;
import io.pathwise.runtime.Sampler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A compiled method and the members of its companion, found by name and called by reflection. */
final class Subject {
    private final Class<?> companion;
    private final Method source;
    private final Set<String> constants;
    private final Object instance;

    /**
     * Finds a method.
     *
     * @param compiled a compilation with {@code -parameters}, so that noise is told by its name
     * @param constants the names of the parameters that are {@code @Constant}, and {@code model.spread} for components
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
        this.constants = constants;
        this.instance = Modifier.isStatic(source.getModifiers()) ? null : instance(source.getDeclaringClass());
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

    /** The object whose method it is, which the companion takes first. */
    Object[] self() {
        return instance == null ? new Object[0] : new Object[] {instance};
    }

    Class<?> companion() {
        return companion;
    }

    Method member(String suffix) {
        return find(companion, source.getName() + suffix);
    }

    /** All components of the flat vector, in the order of the parameters. */
    List<Coordinate> coordinates(Point point) {
        List<Coordinate> coordinates = new ArrayList<>();
        forEachActive(point, (coordinate, value) -> {
            if (value instanceof double[] array) {
                IntStream.range(0, array.length).forEach(i -> coordinates.add(coordinate.part(i)));
            } else if (value instanceof double[][] matrix) {
                for (int i = 0; i < matrix.length; i++) {
                    Coordinate row = coordinate.part(i);
                    IntStream.range(0, matrix[i].length).forEach(j -> coordinates.add(row.part(j)));
                }
            } else {
                coordinates.add(coordinate);
            }
        });
        return coordinates;
    }

    private void forEachActive(Point point, BiConsumer<Coordinate, Object> visitor) {
        Parameter[] parameters = source.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            Coordinate argument = new Coordinate(List.of(i));
            visit(parameters[i].getType(), parameters[i].getName(), argument, point.arguments()[i], visitor);
        }
    }

    private void visit(
            Class<?> type, String name, Coordinate coordinate, Object value, BiConsumer<Coordinate, Object> visitor) {
        if (constants.contains(name)) {
            return;
        } else if (type == double.class || type == double[].class || type == double[][].class) {
            visitor.accept(coordinate, value);
        } else if (value instanceof RecordArgument record) {
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                String path = name + "." + components[i].getName();
                visit(
                        components[i].getType(),
                        path,
                        coordinate.part(i),
                        record.values().get(i),
                        visitor);
            }
        }
    }

    /** The arguments of the source's parameters. */
    Object[] arguments(Point point) {
        Object[] arguments = point.arguments().clone();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = RecordArgument.convert(arguments[i], source.getParameterTypes()[i]);
        }
        return arguments;
    }

    /** What the user's own method returns on this noise. */
    double source(Point point) {
        return Sampler.withGenerator(new ReplayedNoise(point.normals(), point.uniforms()), () ->
                (Double) invokeOn(instance, source, arguments(point)));
    }

    double value(Point point) {
        return (Double) invoke(member(""), concat(self(), arguments(point), noise(point)));
    }

    Dual forward(Point point, double[] direction) {
        return (Dual) invoke(member("Forward"), concat(self(), arguments(point), noise(point), dots(point, direction)));
    }

    double reverse(Point point, double seed, Gradient gradient) {
        Object[] last = {seed, gradient};
        return (Double) invoke(member("Reverse"), concat(self(), arguments(point), noise(point), last));
    }

    double gradient(Point point, Gradient gradient) {
        Object[] last = {gradient};
        return (Double) invoke(member("Gradient"), concat(self(), arguments(point), noise(point), last));
    }

    /** The gradient of a fresh gradient object after one reverse sweep. */
    double[] partials(Point point, double seed) {
        Gradient gradient = newGradient(point);
        reverse(point, seed, gradient);
        return gradient.toArray();
    }

    /** An empty gradient with arrays as long as those of the point. */
    Gradient newGradient(Point point) {
        List<Object> arrays = new ArrayList<>();
        forEachActive(point, (coordinate, value) -> {
            if (value instanceof double[] array) {
                arrays.add(new double[array.length]);
            } else if (value instanceof double[][] matrix) {
                arrays.add(Stream.of(matrix).map(row -> new double[row.length]).toArray(double[][]::new));
            }
        });
        try {
            var constructor = gradientClass().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (Gradient) constructor.newInstance(arrays.toArray());
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
        for (int i = self().length + source.getParameterCount(); i < parameters.length; i++) {
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
        int[] next = {0};
        forEachActive(point, (coordinate, value) -> {
            if (value instanceof double[][] matrix) {
                double[][] dot = new double[matrix.length][];
                for (int i = 0; i < matrix.length; i++) {
                    dot[i] = Arrays.copyOfRange(direction, next[0], next[0] + matrix[i].length);
                    next[0] += matrix[i].length;
                }
                dots.add(dot);
                return;
            }
            int length = value instanceof double[] array ? array.length : 1;
            double[] part = Arrays.copyOfRange(direction, next[0], next[0] + length);
            dots.add(value instanceof double[] ? part : (Object) part[0]);
            next[0] += length;
        });
        return dots.toArray();
    }

    static Object[] concat(Object[]... parts) {
        return Stream.of(parts).flatMap(Stream::of).toArray();
    }

    static Object invoke(Method method, Object... arguments) {
        return invokeOn(null, method, arguments);
    }

    private static Object invokeOn(Object instance, Method method, Object... arguments) {
        try {
            return method.invoke(instance, arguments);
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
                .filter(each -> !endsWithRecord(each) || !name.endsWith("Forward"))
                .toList();
        if (found.size() != 1) {
            String known =
                    Stream.of(type.getDeclaredMethods()).map(Method::getName).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(name + " is not exactly once among " + known);
        }
        found.get(0).setAccessible(true);
        return found.get(0);
    }

    /** Forward mode exists with tangents of components, too. */
    private static boolean endsWithRecord(Method method) {
        return Stream.of(method.getParameters())
                .anyMatch(
                        each -> each.getName().endsWith("Dot") && each.getType().isRecord());
    }

    @Override
    public String toString() {
        return source.getDeclaringClass().getSimpleName() + "." + source.getName();
    }
}
