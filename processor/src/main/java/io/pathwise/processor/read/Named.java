package io.pathwise.processor.read;

import io.pathwise.processor.program.Variable;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What a name, simple or qualified, stands for. */
sealed interface Named {
    /** A parameter or local variable. */
    record OfVariable(Variable variable) implements Named {}

    /** A field of a class. */
    record OfField(VariableElement field) implements Named {}

    /** A class. */
    record OfType(TypeElement type) implements Named {}

    /** Nothing known yet: a package, or a misspelled name. */
    record OfPackage(String qualifiedName) implements Named {}

    /** One of several things. */
    record Ambiguous(List<String> candidates) implements Named {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** A member of what only an expression gives, or of a variable. */
    record OfValue() implements Named {}
}
