package io.pathwise.processor.program;

import java.util.ArrayList;
import java.util.List;

/** The values that a type is made of: the components of a record, and theirs; any other type is its own only leaf. */
public final class Leaves {
    private Leaves() {}

    /**
     * One value.
     *
     * @param path the names of the components that lead to it
     * @param constant whether the value, or a record around it, is marked as constant
     */
    public record Leaf(List<String> path, Type type, boolean constant) {
        public Leaf {
            path = List.copyOf(path);
        }

        /** Reads the value from a record. */
        public Expression of(Expression record) {
            Expression read = record;
            for (String name : path) {
                read = new Expression.Component(read, name, Position.NONE);
            }
            return read;
        }

        /** Whether the value carries derivatives. */
        public boolean isDifferentiable() {
            return !constant && type.isDifferentiable();
        }
    }

    /** The leaves of a type in order. */
    public static List<Leaf> of(Type type) {
        List<Leaf> leaves = new ArrayList<>();
        collect(type, List.of(), false, leaves);
        return leaves;
    }

    /** Those of a type that carry derivatives. */
    public static List<Leaf> differentiable(Type type) {
        return of(type).stream().filter(Leaf::isDifferentiable).toList();
    }

    /** Index of the first leaf of a component among those of the record. */
    public static int start(Type.Record type, String component) {
        int start = 0;
        for (Type.Record.Component each : type.components()) {
            if (each.name().equals(component)) {
                return start;
            }
            start += of(each.type()).size();
        }
        throw new IllegalArgumentException(type.javaName() + " has no component " + component);
    }

    private static void collect(Type type, List<String> path, boolean constant, List<Leaf> leaves) {
        if (!(type instanceof Type.Record record)) {
            leaves.add(new Leaf(path, type, constant));
            return;
        }
        for (Type.Record.Component each : record.components()) {
            List<String> longer = new ArrayList<>(path);
            longer.add(each.name());
            collect(each.type(), longer, constant || each.constant(), leaves);
        }
    }
}
