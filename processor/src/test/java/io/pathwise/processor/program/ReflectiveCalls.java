package io.pathwise.processor.program;

import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Calls the methods of {@code Math} and of the runtime for what they are. */
public class ReflectiveCalls implements Calls {
    @Override
    public Object call(Function function, Object[] arguments) {
        try {
            return method(function).invoke(null, arguments);
        } catch (InvocationTargetException exception) {
            throw unwrapped(exception);
        } catch (ReflectiveOperationException exception) {
            throw new IllegalArgumentException(function.signature(), exception);
        }
    }

    @Override
    public Object method(Object receiver, String name, Object[] arguments) {
        if (receiver instanceof GradientObject gradient && arguments.length == 2) {
            return gradient.memory(name, (Integer) arguments[0], (Integer) arguments[1]);
        } else if (name.equals("clone") && receiver.getClass().isArray()) {
            int length = Array.getLength(receiver);
            Object copy = Array.newInstance(receiver.getClass().componentType(), length);
            System.arraycopy(receiver, 0, copy, 0, length);
            return copy;
        }
        if (name.equals("equals")) {
            return receiver.equals(arguments[0]);
        }
        throw new IllegalArgumentException("no method " + name + " of " + receiver);
    }

    @Override
    public Object create(Type type, Object[] arguments) {
        if (type instanceof ArrayOf array) {
            return newArray(classOf(array), arguments);
        }
        try {
            for (Constructor<?> constructor : classOf(type).getConstructors()) {
                if (takes(constructor.getParameterTypes(), arguments)) {
                    return constructor.newInstance(arguments);
                }
            }
        } catch (InvocationTargetException exception) {
            throw unwrapped(exception);
        } catch (ReflectiveOperationException exception) {
            throw new IllegalArgumentException(type.javaName(), exception);
        }
        throw new IllegalArgumentException("no constructor of " + type.javaName());
    }

    /** The method of exactly these parameters, or one whose parameters take them: {@code Arrays.fill(Object[], Object)}. */
    private Method method(Function function) throws ReflectiveOperationException {
        Class<?> owner = Class.forName(function.owner());
        Class<?>[] parameters =
                function.parameters().stream().map(this::classOf).toArray(Class<?>[]::new);
        return Arrays.stream(owner.getMethods())
                .filter(each -> each.getName().equals(function.name()))
                .filter(each -> takes(each.getParameterTypes(), parameters))
                .max(Comparator.comparing(each -> Arrays.equals(each.getParameterTypes(), parameters)))
                .orElseThrow(() -> new NoSuchMethodException(function.signature()));
    }

    private static boolean takes(Class<?>[] parameters, Class<?>[] given) {
        return parameters.length == given.length
                && IntStream.range(0, given.length).allMatch(i -> parameters[i].isAssignableFrom(given[i]));
    }

    private static Object newArray(Class<?> type, Object[] lengths) {
        int[] given =
                Arrays.stream(lengths).mapToInt(length -> (Integer) length).toArray();
        Class<?> element = type;
        for (int i = 0; i < given.length; i++) {
            element = element.componentType();
        }
        return Array.newInstance(element, given);
    }

    private static boolean takes(Class<?>[] parameters, Object[] arguments) {
        return parameters.length == arguments.length
                && IntStream.range(0, arguments.length)
                        .allMatch(i -> parameters[i].isPrimitive() || parameters[i].isInstance(arguments[i]));
    }

    private static RuntimeException unwrapped(InvocationTargetException exception) {
        return exception.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(exception.getCause());
    }

    private Class<?> classOf(Type type) {
        if (type instanceof ArrayOf array) {
            return classOf(array.element()).arrayType();
        } else if (type instanceof Primitive primitive) {
            return java.lang.invoke.MethodType.fromMethodDescriptorString(
                            "()" + descriptor(primitive), ReflectiveCalls.class.getClassLoader())
                    .returnType();
        }
        return classOf(type.javaName());
    }

    /** The class of a canonical name. */
    protected Class<?> classOf(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException exception) {
            throw new IllegalArgumentException(name, exception);
        }
    }

    private static String descriptor(Primitive primitive) {
        return switch (primitive) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case CHAR -> "C";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
        };
    }
}
