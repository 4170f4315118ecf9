package io.pathwise.processor.fuzz;

/**
 * What is wrong with the companion of a program.
 *
 * @param detail numbers or the compiler's words
 */
record Failure(Kind kind, String detail) {
    /** The promises that a companion can break. */
    enum Kind {
        /** The processor refuses the program, or fails. */
        REFUSED,
        /** The companion does not compile, or not without warnings. */
        NOT_COMPILED,
        /** A generated method throws where the source does not. */
        THROWS,
        /** The value is not that of the source on the same noise. */
        VALUE,
        /** Forward mode returns another value. */
        FORWARD_VALUE,
        /** Reverse mode returns another value. */
        REVERSE_VALUE,
        /** More noise is read than announced, or less than the source draws. */
        NOISE,
        /** Forward and reverse mode disagree. */
        MODES,
        /** A mode disagrees with differences of values. */
        DIFFERENCES,
        /** One mode returns a number, the other none, where differences exist. */
        NOT_FINITE,
        /** A second sweep does not add the same again. */
        TWICE,
        /** A reverse sweep is not proportional to its seed. */
        SEED
    }

    /**
     * The kind, for the compiler's words with these words less all names and numbers: failures that differ here have
     * different causes, and shrinking must not turn one into another.
     */
    String signature() {
        boolean isText = kind == Kind.REFUSED || kind == Kind.NOT_COMPILED || kind == Kind.THROWS;
        return isText ? kind + ": " + withoutNames(detail) : kind.toString();
    }

    private static String withoutNames(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.replaceAll("name=\\w+", "name")
                .replaceAll("Fuzz\\w+", "Fuzz")
                .replaceAll(" at \\w+ = .*", "")
                .replaceAll("\\d+", "0");
    }

    @Override
    public String toString() {
        return kind + ": " + detail;
    }
}
