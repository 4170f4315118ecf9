package io.pathwise.processor.program;

import java.util.function.Predicate;

/**
 * What printers are free to spell in their own way.
 *
 * @param names names of variables
 * @param implied the classes whose static members are written without the class
 * @param mathematical whether the text is read by people only: draws are written as distributions and what exists for
 *     the compiler is left out
 */
public record Spelling(
        java.util.function.Function<Variable, String> names, Predicate<String> implied, boolean mathematical) {
    /** Plain Java. */
    public static final Spelling JAVA = new Spelling(Variable::name, owner -> false, false);

    /** As formulas are written in comments. */
    public static final Spelling MATHEMATICAL = new Spelling(Variable::name, owner -> true, true);

    /** Java inside the class {@code home}. */
    public static Spelling inside(String home, java.util.function.Function<Variable, String> names) {
        return new Spelling(names, home::equals, false);
    }
}
