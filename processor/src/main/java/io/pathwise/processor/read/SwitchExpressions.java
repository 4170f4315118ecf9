package io.pathwise.processor.read;

import com.sun.source.tree.SwitchExpressionTree;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Type;
import java.util.Optional;

/** Reads {@code switch} expressions, which contain statements, for the reader of expressions. */
interface SwitchExpressions {
    /**
     * The value of the expression.
     *
     * @param required the type that an assignment asks for; absent where the values decide
     */
    Expression read(SwitchExpressionTree tree, Optional<Type> required, LocalScope scope);
}
