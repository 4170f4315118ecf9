package io.pathwise.processor.program;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The type of an expression or variable of the differentiable subset. */
public sealed interface Type {
    /** Java's name of the type, as it is written in source. */
    String javaName();

    /** Whether values of this type can carry derivatives: {@code double}, and arrays and records of it. */
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
     * A record: values under names.
     *
     * @param qualifiedName the canonical name of the record
     */
    record Record(String qualifiedName, List<Component> components) implements Type {
        public Record {
            components = List.copyOf(components);
        }

        /**
         * A component.
         *
         * @param constant whether it takes part with its value only
         */
        public record Component(String name, Type type, boolean constant) {
            /** Whether the component can carry derivatives. */
            public boolean isDifferentiable() {
                return !constant && type.isDifferentiable();
            }
        }

        @Override
        public String javaName() {
            return qualifiedName;
        }

        /** The record's name without the package and the classes around it. */
        public String simpleName() {
            return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        }

        @Override
        public boolean isDifferentiable() {
            return components.stream().anyMatch(Component::isDifferentiable);
        }

        /** The component of this name, if there is one. */
        public Optional<Component> component(String name) {
            return components.stream().filter(each -> each.name().equals(name)).findFirst();
        }
    }

    /**
     * A class type that carries no derivative.
     *
     * @param qualifiedName the canonical name of the class
     */
    record Reference(String qualifiedName) implements Type {
        /** The type of strings. */
        public static final Reference TEXT = new Reference("java.lang.String");

        @Override
        public String javaName() {
            return qualifiedName;
        }
    }
}
