package io.pathwise.processor.program;

import java.util.Objects;

/**
 * A parameter or local variable.
 *
 * <p>Two variables of one program are the same if they are equal; their names are wishes that the writer makes unique
 * where scopes overlap.
 *
 * @param id distinguishes the variables of one program
 * @param name the name in the source, or the name that an expert would choose
 * @param type the declared type
 * @param origin what the variable stands for: a name of the source or of the generator
 */
public record Variable(int id, String name, Type type, Origin origin) {
    /** Where a variable comes from. */
    public enum Origin {
        /** The user declared it; its name and declaration stay visible in generated code. */
        SOURCE,
        /** Noise that the generated method takes as an argument. */
        NOISE,
        /** The generator needs it and it is worth a name of its own. */
        GENERATED,
        /** Holds one intermediate result; it vanishes into its use where it is read only once. */
        TEMPORARY
    }

    // sets of variables are what analyses spend their time on, and the number alone tells the variables of a program
    // apart
    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Variable variable
                        && id == variable.id
                        && origin == variable.origin
                        && Objects.equals(name, variable.name)
                        && Objects.equals(type, variable.type);
    }

    /** Whether simplification may replace the variable by its value. */
    public boolean isTemporary() {
        return origin == Origin.TEMPORARY;
    }
}
