package io.pathwise.processor.write;

import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Variable;
import java.util.List;

/**
 * Checks of the numbers that a function is made with.
 *
 * @param displayName how the function names itself in messages: {@code Option.call}
 */
record ArgumentChecks(String displayName) {
    private static final Doc ARGUMENTS = new Doc.ClassName(ClassNames.runtime("FunctionArguments"));

    /** The number, which the method of that name refuses where it is out of its range. */
    Doc of(String check, Variable argument) {
        List<Doc> arguments = List.of(
                Doc.text("\"" + displayName + "\""),
                Doc.text("\"" + argument.name() + "\""),
                Doc.text(argument.name()));
        return Doc.list(Code.join(ARGUMENTS, "." + check + "("), arguments, ")");
    }
}
