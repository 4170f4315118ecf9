package io.pathwise.processor.fuzz;

/** The types that random programs compute with. */
enum JavaType {
    BOOLEAN("boolean"),
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    DOUBLES("double[]");

    private final String text;

    JavaType(String text) {
        this.text = text;
    }

    /** How Java writes the type. */
    String text() {
        return text;
    }

    /** Whether a value of this type may stand where the other is needed, without a cast. */
    boolean widensTo(JavaType other) {
        return this == other || isNumber() && other.isNumber() && ordinal() < other.ordinal();
    }

    boolean isNumber() {
        return this == INT || this == LONG || this == DOUBLE;
    }

    /** Java's binary numeric promotion; two booleans stay boolean. */
    static JavaType promoted(JavaType first, JavaType second) {
        return first.ordinal() >= second.ordinal() ? first : second;
    }
}
