package io.pathwise.processor.diagnostic;

import io.pathwise.processor.program.Position;

/**
 * One located message to the user.
 *
 * @param code which message of the catalogue
 * @param position the offending expression
 * @param message what and why, without code and help
 * @param help what to write instead
 */
public record Diagnostic(Code code, Position position, String message, String help) {
    /** The text that the compiler prints: {@code [Pathwise.Code] message}, and the help on a line of its own. */
    public String text() {
        return "[Pathwise." + code.id() + "] " + message + System.lineSeparator() + "  help: " + help;
    }

    /** The message, located at another place if it concerns an expression that stands nowhere in the source. */
    public Diagnostic orAt(Position other) {
        return position.equals(Position.NONE) ? new Diagnostic(code, other, message, help) : this;
    }
}
