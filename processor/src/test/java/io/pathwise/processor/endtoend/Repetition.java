package io.pathwise.processor.endtoend;

import io.pathwise.processor.endtoend.Programs.Example;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls a companion's members many times from compiled code, so that no call goes through reflection and boxes. */
final class Repetition {
    private static final String SOURCE = """
            package demo;
            final class Repeated {
            %1$s
                static %2$s gradient;
                private Repeated() {}
                static double value(int count) {
                    double sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum += %3$s(%4$s);
                    }
                    return sum;
                }
                static double reverse(int count) {
                    double sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum += %3$sReverse(%4$s, 1, gradient);
                    }
                    return sum;
                }
            }
            """;

    private final Method value;
    private final Method reverse;

    private Repetition(Class<?> repeated) throws ReflectiveOperationException {
        value = accessible(repeated.getDeclaredMethod("value", int.class));
        reverse = accessible(repeated.getDeclaredMethod("reverse", int.class));
    }

    static Repetition of(Example example, Point point) {
        return of(Programs.text(example.className()), example, example.subject(), point);
    }

    /** Of an example whose source is given. */
    static Repetition of(String program, Example example, Point point) {
        Subject method =
                new Subject(Programs.compile(program), example.qualifiedName(), example.method(), example.constants());
        return of(program, example, method, point);
    }

    private static Repetition of(String program, Example example, Subject method, Point point) {
        try {
            String source = source(example, method);
            Class<?> repeated = Programs.compile(program, source).load("demo.Repeated");
            Subject subject = new Subject(repeated.getClassLoader(), example);
            Object[] arguments =
                    Subject.concat(subject.self(), Subject.concat(subject.arguments(point), subject.noise(point)));
            for (int i = 0; i < arguments.length; i++) {
                set(repeated, "a" + i, arguments[i]);
            }
            set(repeated, "gradient", subject.newGradient(point));
            return new Repetition(repeated);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String source(Example example, Subject subject) {
        Class<?>[] types = subject.member("").getParameterTypes();
        String fields = IntStream.range(0, types.length)
                .mapToObj(i -> "    static " + types[i].getCanonicalName() + " a" + i + ";")
                .collect(Collectors.joining("\n"));
        String arguments =
                IntStream.range(0, types.length).mapToObj(i -> "a" + i).collect(Collectors.joining(", "));
        String companion = example.className() + "Pathwise";
        String gradient = companion + "." + subject.gradientClass().getSimpleName();
        return SOURCE.formatted(fields, gradient, companion + "." + example.method(), arguments);
    }

    double value(int count) {
        return (Double) Subject.invoke(value, count);
    }

    double reverse(int count) {
        return (Double) Subject.invoke(reverse, count);
    }

    private static void set(Class<?> repeated, String name, Object value) throws ReflectiveOperationException {
        Field field = repeated.getDeclaredField(name);
        field.setAccessible(true);
        field.set(null, value);
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }
}
