package io.pathwise.processor.check;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;

/**
 * To whom an array belongs that is not the method's own.
 *
 * @param name of the parameter or field, or the call that gives the array
 * @param isParameter whether it is the caller's
 */
record Owner(String name, Type type, boolean isParameter) {
    /** Why the array may not be written to. */
    Diagnostic refusal(Position position, String target) {
        int dimensions = 0;
        for (Type each = type; each instanceof ArrayOf array; each = array.element()) {
            dimensions++;
        }
        return isParameter
                ? Messages.writesParameterArray(position, target, name, dimensions)
                : Messages.writesSharedArray(position, target, name, dimensions);
    }
}
