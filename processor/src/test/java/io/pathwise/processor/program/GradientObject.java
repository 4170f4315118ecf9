package io.pathwise.processor.program;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Stands for a generated gradient object: fields by name, and scratch memory by slot that keeps its old contents. */
public final class GradientObject {
    private final Map<String, Object> fields = new TreeMap<>();
    private final Map<String, Object> memory = new HashMap<>();

    /** Adds a field with its value: a {@code double} or an array. */
    public GradientObject with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** The fields by name. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** The value of a scalar field. */
    public double get(String name) {
        return (Double) fields.get(name);
    }

    Object read(String name) {
        if (!fields.containsKey(name)) {
            throw new IllegalStateException("no field " + name);
        }
        return fields.get(name);
    }

    Object memory(String method, int slot, int size) {
        Object kept = memory.get(method + slot);
        if (kept == null || java.lang.reflect.Array.getLength(kept) < size) {
            kept = java.lang.reflect.Array.newInstance(elementType(method), size);
            memory.put(method + slot, kept);
        }
        return kept;
    }

    private static Class<?> elementType(String method) {
        return switch (method) {
            case "memory" -> double.class;
            case "intMemory" -> int.class;
            case "longMemory" -> long.class;
            case "booleanMemory" -> boolean.class;
            default -> throw new IllegalArgumentException("no memory method " + method);
        };
    }
}
