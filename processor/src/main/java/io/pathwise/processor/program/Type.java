package io.pathwise.processor.program;

import java.util.Locale;

/** The type of an expression or variable of the differentiable subset. */
public sealed interface Type {
    /** Java's name of the type, as it is written in source. */
    String javaName();

    /** Whether values of this type can carry derivatives: {@code double} and arrays of it. */
    default boolean isDifferentiable() {
        return this == Primitive.DOUBLE;
    }

    /** Java's primitive types, in the order of their widening. */
    enum Primitive implements Type {
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE;

        @Override
        public String javaName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the type holds whole numbers. */
        public boolean isIntegral() {
            return this != BOOLEAN && compareTo(FLOAT) < 0;
        }

        /** Whether arithmetic applies to the type. */
        public boolean isNumeric() {
            return this != BOOLEAN;
        }
    }

    /** An array type. */
    record ArrayOf(Type element) implements Type {
        @Override
        public String javaName() {
            return element.javaName() + "[]";
        }

        @Override
        public boolean isDifferentiable() {
            return element.isDifferentiable();
        }
    }

    /**
     * A class type that carries no derivative.
     *
     * @param qualifiedName the canonical name of the class
     */
    record Reference(String qualifiedName) implements Type {
        @Override
        public String javaName() {
            return qualifiedName;
        }
    }
}
