package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names the components of record parameters: {@code kappa} where nothing else in the method has that name, else {@code
 * modelKappa}.
 */
final class ComponentNames {
    /** What the derived methods call values of their own. */
    private static final Set<String> RESERVED = Set.of("value", "seed", "gradient", "normals", "uniforms");

    private final Map<String, Integer> uses = new HashMap<>();

    ComponentNames(Program program) {
        for (Parameter parameter : program.parameters()) {
            count(parameter.variable().name());
            Leaves.of(parameter.variable().type()).forEach(leaf -> leaf.path().stream()
                    .skip(leaf.path().size() - 1L)
                    .forEach(this::count));
        }
        Statements.declared(program.body()).stream()
                .filter(each -> !each.isTemporary())
                .forEach(each -> count(each.name()));
    }

    /** A name that no other variable of the source has. */
    String of(Variable parameter, Leaf leaf) {
        String last = leaf.path().get(leaf.path().size() - 1);
        boolean isAlone = uses.get(last) == 1 && !RESERVED.contains(last);
        String name = isAlone ? last : RecordParameters.word(parameter.name(), leaf.path());
        for (int number = 2; !isAlone && uses.containsKey(name); number++) {
            name = RecordParameters.word(parameter.name(), leaf.path()) + number;
        }
        if (!isAlone) {
            count(name);
        }
        return name;
    }

    private void count(String name) {
        uses.merge(name, 1, Integer::sum);
    }
}
