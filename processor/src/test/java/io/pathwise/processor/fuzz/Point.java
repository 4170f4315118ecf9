package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.RandomMethod.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Arguments of a program. They depend on the names of its parameters only, so that shrinking keeps them. */
final class Point {
    private static final double[] SPECIAL = {0, 1, -1, 0.5, 2};

    private final List<Parameter> parameters;
    private final long seed;
    private final Kind kind;

    /** What numbers and arrays a point is made of. */
    enum Kind {
        GENERAL,
        /** Some of the numbers are round, so that ties and singular points occur. */
        SPECIAL,
        /** Some arrays have no elements, and some whole numbers are 0. */
        EMPTY
    }

    /** Chooses a point. */
    Point(List<Parameter> parameters, long seed, Kind kind) {
        this.parameters = parameters;
        this.seed = seed;
        this.kind = kind;
    }

    /** The arguments of the source method, whose parameters have these types. */
    Object[] arguments(Class<?>... types) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> argument(parameters.get(i), parameters.get(i).name(), types[i]))
                .toArray();
    }

    private Object argument(Parameter parameter, String path, Class<?> type) {
        if (!type.isRecord()) {
            return parameter
                    .leaves()
                    .filter(each -> each.name().equals(path))
                    .map(this::value)
                    .findFirst()
                    .orElseThrow();
        }
        RecordComponent[] components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(each -> argument(parameter, path + "." + each.getName(), each.getType()))
                    .toArray());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The active arguments in one vector. */
    double[] active() {
        return leaves().filter(Parameter::isActive)
                .map(this::value)
                .flatMapToDouble(Point::numbers)
                .toArray();
    }

    private static DoubleStream numbers(Object value) {
        if (value instanceof double[][] matrix) {
            return Arrays.stream(matrix).flatMapToDouble(Arrays::stream);
        }
        return value instanceof double[] array ? Arrays.stream(array) : DoubleStream.of((Double) value);
    }

    /** Arrays of the lengths of the active ones, for a gradient. */
    Object[] gradientArrays() {
        return leaves().filter(each -> each.isActive() && each.type().isArray())
                .map(this::value)
                .map(each -> each instanceof double[][] matrix
                        ? Stream.of(matrix).map(row -> new double[row.length]).toArray(double[][]::new)
                        : new double[((double[]) each).length])
                .toArray();
    }

    /** What a function binds: constants, and the lengths of active arrays. */
    Object[] bound() {
        List<Object> bound = new ArrayList<>();
        leaves().forEach(leaf -> {
            Object value = value(leaf);
            if (!leaf.isActive()) {
                bound.add(value);
            } else if (value instanceof double[][] matrix) {
                bound.add(matrix.length);
                bound.add(matrix.length == 0 ? 0 : matrix[0].length);
            } else if (value instanceof double[] array) {
                bound.add(array.length);
            }
        });
        return bound.toArray();
    }

    private Stream<Parameter> leaves() {
        return parameters.stream().flatMap(Parameter::leaves);
    }

    private Object value(Parameter leaf) {
        Random random = new Random(seed * 31 + leaf.name().hashCode() * 0x9E3779B97F4A7C15L);
        random.nextLong();
        boolean isNone = kind == Kind.EMPTY && random.nextBoolean();
        int length = isNone ? 0 : ExpressionGenerator.LENGTH;
        return switch (leaf.type()) {
            case BOOLEAN -> random.nextBoolean();
            case INT -> isNone ? 0 : random.nextInt(5);
            case LONG -> random.nextLong(9) - 3;
            case DOUBLE -> real(random);
            case DOUBLES, CONSTANTS -> reals(random, length);
            case INTS -> random.ints(length, -2, 6).toArray();
            case FLAGS -> flags(random, length);
            case MATRIX -> filled(length, () -> reals(random, length)).toArray(double[][]::new);
            case MODEL -> throw new IllegalArgumentException("not one value");
        };
    }

    private static <T> Stream<T> filled(int length, Supplier<T> value) {
        return Stream.generate(value).limit(length);
    }

    private static boolean[] flags(Random random, int length) {
        boolean[] flags = new boolean[length];
        for (int i = 0; i < length; i++) {
            flags[i] = random.nextBoolean();
        }
        return flags;
    }

    private double[] reals(Random random, int length) {
        return random.doubles(length).map(u -> real(random)).toArray();
    }

    private double real(Random random) {
        double general = 4 * random.nextDouble() - 2;
        return kind == Kind.SPECIAL && random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : general;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        leaves().forEach(leaf -> {
            String value = Arrays.deepToString(new Object[] {value(leaf)});
            text.append(text.isEmpty() ? "" : ", ").append(leaf.name()).append(" = ");
            text.append(value, 1, value.length() - 1);
        });
        return text.toString();
    }
}
