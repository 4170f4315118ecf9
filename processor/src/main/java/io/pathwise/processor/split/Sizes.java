package io.pathwise.processor.split;

import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statements;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;

/** The sizes of a method's statements; what was measured once is remembered. */
final class Sizes {
    private static final int NEAR = 4;
    private static final int FAR = 256;

    private final CodeSize near = CodeSize.withSlots(NEAR);
    private final CodeSize far = CodeSize.withSlots(FAR);
    private final Map<Statement, BitSet> named = new IdentityHashMap<>();

    /** The size where the method has few variables. */
    int near(Statement statement) {
        return near.of(statement);
    }

    /** The size where the method has many. */
    int far(Statement statement) {
        return far.of(statement);
    }

    /** The size in a method of its own. */
    int of(Statement statement) {
        int few = near(statement);
        int many = far(statement);
        return few == many ? few : Cuts.size(few, many, named(statement).cardinality());
    }

    private BitSet named(Statement statement) {
        BitSet known = named.get(statement);
        if (known == null) {
            known = ofChildren(statement);
            named.put(statement, known);
        }
        return known;
    }

    private BitSet ofChildren(Statement statement) {
        if (Statements.children(statement).isEmpty()) {
            return Unit.named(statement);
        }
        BitSet all = new BitSet();
        Statements.expressions(statement).forEach(each -> all.or(Unit.read(each)));
        Statements.children(statement).forEach(each -> all.or(named(each)));
        return all;
    }
}
