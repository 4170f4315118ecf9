package io.pathwise.processor.diagnostic;

import java.util.Locale;

/** The messages of the processor by code. Users see the code in brackets: {@code [Pathwise.UnknownCall]}. */
public enum Code {
    /** The annotated method is of a form that has no companion: generic, with variable arity, without body. */
    UNSUPPORTED_METHOD(true),
    /** A parameter, variable or result of a type outside the subset. */
    UNSUPPORTED_TYPE(true),
    /** Single precision. */
    FLOAT_TYPE(true),
    /** A statement outside the subset. */
    UNSUPPORTED_STATEMENT(true),
    /** An expression outside the subset. */
    UNSUPPORTED_EXPRESSION(true),
    /** An assignment to an element of an array that belongs to the caller. */
    WRITES_PARAMETER_ARRAY(true),
    /** An operand or value whose type does not fit. */
    TYPE_MISMATCH(true),
    /** A name that does not resolve. */
    UNKNOWN_NAME(true),
    /** A call of a method whose derivative is not known. */
    UNKNOWN_CALL(true),
    /** A call that fits several methods, or one only after boxing. */
    AMBIGUOUS_CALL(true),
    /** Randomness that does not come from a sampler. */
    RANDOM_SOURCE(true),
    /** A field that is not a compile-time constant. */
    NON_CONSTANT_FIELD(true),
    /** A function or sampler whose derivative is not in the rule table. */
    NO_RULE(true),
    /** An active argument for a constant parameter of a method that is called, not absorbed. */
    CONSTANT_ARGUMENT(true),
    /** A method that cannot give the derivatives which its annotation promises. */
    DERIVATIVE_RULE(true),
    /** A record handed to a method that is called, not absorbed. */
    RECORD_CALL(true),
    /** Draws of whole numbers behind a call. */
    DISCRETE_CALL(true),
    /** A strategy of a draw of whole numbers that is known only when the program runs. */
    DISCRETE_STRATEGY(true),
    /** A call of a method whose draws cannot be counted. */
    UNKNOWN_NOISE(true),
    /** An annotated method of an earlier build without a companion, or with one of another format. */
    NO_COMPANION(true),
    /** Two annotated methods of one name in a class. */
    DUPLICATE_NAME(true),
    /** The companion's name is taken. */
    COMPANION_EXISTS(true),
    /** The companion, or the report on it, cannot be stored. */
    CANNOT_WRITE(true),
    /** A jump whose share in the derivative is not seen. */
    JUMP(false),
    /** An expression with more operations than can be taken apart. */
    EXPRESSION_TOO_LARGE(true),
    /** A method whose derivative would take more arguments than the virtual machine allows. */
    TOO_MANY_PARAMETERS(true),
    /** A generated method that the virtual machine will not compile. */
    METHOD_TOO_LARGE(false),
    /** The compiler does not show method bodies to processors. */
    UNSUPPORTED_COMPILER(true),
    /** The compiler resolved a name or type differently from the processor. */
    RESOLUTION_MISMATCH(true),
    /** A defect of the processor. */
    INTERNAL_ERROR(true);

    private final boolean error;

    Code(boolean error) {
        this.error = error;
    }

    /** The name that users see and search for, {@code UnknownCall}. */
    public String id() {
        StringBuilder id = new StringBuilder();
        for (String word : name().split("_")) {
            id.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return id.toString();
    }

    /** Whether compilation fails; otherwise the message is a warning. */
    public boolean isError() {
        return error;
    }
}
