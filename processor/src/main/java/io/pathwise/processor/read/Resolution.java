package io.pathwise.processor.read;

import io.pathwise.processor.program.Position;

/**
 * What the reader took one piece of source for.
 *
 * @param position of the call, constant, expression or variable
 * @param subject what is stated about it
 * @param text the statement: {@code java.lang.Math.sin(double)}, {@code java.lang.Math.PI}, {@code double}
 */
public record Resolution(Position position, Subject subject, String text) {
    /** What can be stated about a piece of source. */
    public enum Subject {
        /** Which method a call calls. */
        METHOD("a call of"),
        /** Which field a name stands for. */
        CONSTANT("the field"),
        /** The type of an expression. */
        EXPRESSION("an expression of type"),
        /** The type of a variable. Its position is where its declaration ends: a missing type has none. */
        VARIABLE("a variable of type");

        private final String phrase;

        Subject(String phrase) {
            this.phrase = phrase;
        }
    }

    /** One thing that can be stated at one position. */
    record Place(Position position, Subject subject) {}

    Place place() {
        return new Place(position, subject);
    }

    /** The statement as a message words it. */
    public String phrase() {
        return subject.phrase + " " + text;
    }
}
