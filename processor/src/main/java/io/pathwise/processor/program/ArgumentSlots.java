package io.pathwise.processor.program;

import java.util.Collection;

/** How much room the arguments of a method take (The Java Virtual Machine Specification, 4.3.3). */
public final class ArgumentSlots {
    /** No method can take more. */
    public static final int MOST = 255;

    private ArgumentSlots() {}

    /** How many slots a value takes. */
    public static int of(Type type) {
        return type == Type.Primitive.DOUBLE || type == Type.Primitive.LONG ? 2 : 1;
    }

    /** How many slots the arguments for some parameters take. */
    public static int of(Collection<Parameter> parameters) {
        return parameters.stream().mapToInt(each -> of(each.variable().type())).sum();
    }
}
