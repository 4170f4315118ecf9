package io.pathwise.processor.endtoend;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * A record as an argument, whatever loader its class comes from.
 *
 * @param values the components in order; records among them again as {@link RecordArgument}
 */
record RecordArgument(List<Object> values) {
    static RecordArgument of(Object... values) {
        return new RecordArgument(Arrays.asList(values));
    }

    /** The argument as the method takes it. */
    static Object convert(Object argument, Class<?> type) {
        return argument instanceof RecordArgument record ? record.as(type) : argument;
    }

    private Object as(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] components = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            components[i] = convert(values.get(i), types[i]);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    /** The record with one of its values replaced. */
    RecordArgument with(int index, Object value) {
        Object[] changed = values.toArray();
        changed[index] = value;
        return of(changed);
    }
}
