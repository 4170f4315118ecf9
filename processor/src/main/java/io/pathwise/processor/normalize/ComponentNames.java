package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names the components of a record parameter: {@code kappa} and so on if nothing else in the method has one of these
 * names, else {@code modelKappa} and so on.
 */
final class ComponentNames {
    /** What the derived methods call values of their own. */
    private static final Set<String> RESERVED = Set.of("value", "seed", "gradient", "normals", "uniforms");

    private final Map<String, Integer> uses = new HashMap<>();

    ComponentNames(Program program) {
        for (Parameter parameter : program.parameters()) {
            count(parameter.variable().name());
            if (parameter.variable().type() instanceof Type.Record record) {
                Leaves.of(record).forEach(leaf -> count(last(leaf)));
            }
        }
        Statements.declared(program.body()).stream()
                .filter(each -> !each.isTemporary())
                .forEach(each -> count(each.name()));
    }

    /** A name that no other variable of the source has. */
    String of(Variable parameter, Leaf leaf) {
        if (Leaves.of(parameter.type()).stream().allMatch(each -> isAlone(last(each)))) {
            return last(leaf);
        }
        String word = RecordParameters.word(parameter.name(), leaf.path());
        String name = word;
        for (int number = 2; uses.containsKey(name); number++) {
            name = word + number;
        }
        count(name);
        return name;
    }

    private boolean isAlone(String name) {
        return uses.get(name) == 1 && !RESERVED.contains(name);
    }

    private static String last(Leaf leaf) {
        return leaf.path().get(leaf.path().size() - 1);
    }

    private void count(String name) {
        uses.merge(name, 1, Integer::sum);
    }
}
