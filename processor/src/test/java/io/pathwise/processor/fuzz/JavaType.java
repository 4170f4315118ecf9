package io.pathwise.processor.fuzz;

/** The types that random programs compute with. */
enum JavaType {
    BOOLEAN("boolean"),
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    DOUBLES("double[]"),
    /** Arrays whose elements depend on no active number, so that methods that are not annotated may read them. */
    CONSTANTS("double[]"),
    INTS("int[]"),
    FLAGS("boolean[]"),
    MATRIX("double[][]"),
    MODEL("Model");

    private final String text;

    JavaType(String text) {
        this.text = text;
    }

    /** How Java writes the type. */
    String text() {
        return text;
    }

    /** The type of an array's elements. */
    JavaType element() {
        return switch (this) {
            case DOUBLES, CONSTANTS -> DOUBLE;
            case INTS -> INT;
            case FLAGS -> BOOLEAN;
            case MATRIX -> DOUBLES;
            default -> throw new IllegalStateException(this + " is no array");
        };
    }

    /** Whether a value of this type may stand where the other is needed, without a cast. */
    boolean widensTo(JavaType other) {
        return this == other || isNumber() && other.isNumber() && ordinal() < other.ordinal();
    }

    boolean isNumber() {
        return this == INT || this == LONG || this == DOUBLE;
    }

    /** Whether parameters of the type can only be read. */
    boolean isArray() {
        return this == DOUBLES || this == CONSTANTS || this == INTS || this == FLAGS || this == MATRIX;
    }

    /** Java's binary numeric promotion; two booleans stay boolean. */
    static JavaType promoted(JavaType first, JavaType second) {
        return first.ordinal() >= second.ordinal() ? first : second;
    }
}
