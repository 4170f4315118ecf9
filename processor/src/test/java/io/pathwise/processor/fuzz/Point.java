package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.RandomMethod.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arguments of a program. They depend on the names of its parameters only, so that shrinking keeps them. */
final class Point {
    private static final double[] SPECIAL = {0, 1, -1, 0.5, 2};

    private final List<Parameter> parameters;
    private final long seed;
    private final boolean isSpecial;

    /**
     * Chooses a point.
     *
     * @param isSpecial whether some of the numbers are round, so that ties and singular points occur
     */
    Point(List<Parameter> parameters, long seed, boolean isSpecial) {
        this.parameters = parameters;
        this.seed = seed;
        this.isSpecial = isSpecial;
    }

    boolean isSpecial() {
        return isSpecial;
    }

    /** The arguments of the source method. */
    Object[] arguments() {
        return parameters.stream().map(this::argument).toArray();
    }

    /** The active arguments in one vector. */
    double[] active() {
        return parameters.stream()
                .filter(Parameter::isActive)
                .map(this::argument)
                .flatMapToDouble(each -> each instanceof double[] array
                        ? java.util.Arrays.stream(array)
                        : java.util.stream.DoubleStream.of((Double) each))
                .toArray();
    }

    /** What a function binds: constants, and the lengths of active arrays. */
    Object[] bound() {
        List<Object> bound = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.isActive() && parameter.type() == JavaType.DOUBLES) {
                bound.add(ExpressionGenerator.LENGTH);
            } else if (!parameter.isActive()) {
                bound.add(argument(parameter));
            }
        }
        return bound.toArray();
    }

    private Object argument(Parameter parameter) {
        Random random = new Random(seed * 31 + parameter.name().hashCode() * 0x9E3779B97F4A7C15L);
        random.nextLong();
        return switch (parameter.type()) {
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt(5);
            case LONG -> random.nextLong(9) - 3;
            case DOUBLE -> real(random);
            case DOUBLES ->
                random.doubles(ExpressionGenerator.LENGTH)
                        .map(u -> real(random))
                        .toArray();
        };
    }

    private double real(Random random) {
        double general = 4 * random.nextDouble() - 2;
        return isSpecial && random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : general;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : parameters) {
            Object value = argument(parameter);
            text.append(text.isEmpty() ? "" : ", ").append(parameter.name()).append(" = ");
            text.append(value instanceof double[] array ? java.util.Arrays.toString(array) : value);
        }
        return text.toString();
    }
}
