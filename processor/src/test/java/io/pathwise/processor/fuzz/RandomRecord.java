package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.Scope.Variable;
import java.util.List;

/** The record type of random programs, which holds another record and an array. */
final class RandomRecord {
    /** Its declaration. */
    static final String DECLARATION = """
            record Inner(double rate, int count) {}
            record Model(double level, double[] curve, Inner inner) {}
            """;

    private static final List<Component> COMPONENTS = List.of(
            new Component("level", JavaType.DOUBLE),
            new Component("curve", JavaType.DOUBLES),
            new Component("inner.rate", JavaType.DOUBLE),
            new Component("inner.count", JavaType.INT));

    private RandomRecord() {}

    /** A number or array in the record, by the names that lead to it. */
    record Component(String path, JavaType type) {
        /** How a program reads it. */
        Variable of(String record) {
            return new Variable(record + "." + path.replace(".", "().") + "()", type, false, false);
        }
    }

    /** All numbers and arrays in the record, in order. */
    static List<Component> components() {
        return COMPONENTS;
    }

    /** A variable of the record's type, and what can be read of it. */
    static void declare(String name, boolean isAssignable, Scope scope) {
        scope.add(new Variable(name, JavaType.MODEL, isAssignable, false));
        COMPONENTS.forEach(each -> scope.add(each.of(name)));
    }
}
