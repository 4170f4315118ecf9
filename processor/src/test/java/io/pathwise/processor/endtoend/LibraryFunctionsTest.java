package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function of {@code Math} and {@code StrictMath} that takes a {@code double}, in a program of its own. */
class LibraryFunctionsTest {
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, int.class, long.class);

    @ParameterizedTest
    @ValueSource(classes = {Math.class, StrictMath.class})
    void areDifferentiatedInBothModes(Class<?> library) {
        List<Method> functions = functions(library);
        String className = library.getSimpleName() + "Functions";
        CompilationResult compiled = compile(className, functions);
        assertThat(functions).hasSizeGreaterThanOrEqualTo(38);
        for (int i = 0; i < functions.size(); i++) {
            Subject subject = new Subject(compiled, "demo." + className, "f" + i, Set.of());
            for (Point point : points(functions.get(i))) {
                Modes.check(subject, point);
            }
        }
    }

    private static List<Method> functions(Class<?> library) {
        return Stream.of(library.getMethods())
                .filter(each -> Modifier.isStatic(each.getModifiers()) && NUMBERS.contains(each.getReturnType()))
                .filter(each -> NUMBERS.containsAll(List.of(each.getParameterTypes())))
                .filter(each -> List.of(each.getParameterTypes()).contains(double.class))
                .sorted((first, second) -> first.toString().compareTo(second.toString()))
                .toList();
    }

    private static CompilationResult compile(String className, List<Method> functions) {
        String methods = IntStream.range(0, functions.size())
                .mapToObj(i -> method("f" + i, functions.get(i)))
                .collect(Collectors.joining());
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .options("-parameters")
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        @SuppressWarnings("pathwise:jump")
                        class %s {
                        %s}
                        """.formatted(className, methods))
                .compile();
        assertThat(result.messages()).isEmpty();
        return result;
    }

    private static String method(String name, Method function) {
        String parameters = Arrays.stream(function.getParameters())
                .map(each -> each.getType() + " " + each.getName())
                .collect(Collectors.joining(", "));
        String arguments = Arrays.stream(function.getParameters())
                .map(each -> each.getName())
                .collect(Collectors.joining(", "));
        return "@Pathwise static double " + name + "(" + parameters + ", double factor) { return factor * "
                + function.getDeclaringClass().getSimpleName() + "." + function.getName() + "(" + arguments
                + "); }\n";
    }

    /** One point within the domain of every function, and one with a negative first argument where that is in it. */
    private static List<Point> points(Method function) {
        double[] reals = {0.7, 1.3, 2.9};
        List<Point> points = new ArrayList<>();
        points.add(point(function, reals));
        if (!Set.of("log", "log10", "sqrt", "pow").contains(function.getName())) {
            reals[0] = -0.4;
            points.add(point(function, reals));
        }
        return points;
    }

    private static Point point(Method function, double[] reals) {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : function.getParameterTypes()) {
            arguments.add(type == double.class ? (Object) reals[arguments.size()] : (Object) 2);
        }
        arguments.add(1.1);
        return Point.at(arguments.toArray());
    }
}
