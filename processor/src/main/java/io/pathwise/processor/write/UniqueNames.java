package io.pathwise.processor.write;

import java.util.function.Predicate;
import javax.lang.model.SourceVersion;

/** How a name that is taken moves aside. */
final class UniqueNames {
    private UniqueNames() {}

    /** The wish, or the wish followed by the smallest number from 2 on that makes it an identifier that is free. */
    static String free(String wish, Predicate<String> isTaken) {
        String name = wish;
        for (int number = 2; SourceVersion.isKeyword(name) || isTaken.test(name); number++) {
            name = wish + number;
        }
        return name;
    }
}
