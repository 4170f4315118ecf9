package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Variable;
import java.util.LinkedList;
import java.util.List;

/**
 * One of the numbers in a record that a companion has returned.
 *
 * @param record holds what was returned
 * @param index which of those it is that carry derivatives
 */
record Returned(Variable record, int index) {
    /** What a reading reads, {@code step.model().level()}. */
    static Returned of(Evaluated read) {
        LinkedList<String> path = new LinkedList<>();
        Expression object = read.value();
        while (object instanceof Component component) {
            path.addFirst(component.name());
            object = component.record();
        }
        Variable record = ((Local) object).variable();
        List<List<String>> paths =
                Leaves.differentiable(record.type()).stream().map(Leaf::path).toList();
        return new Returned(record, paths.indexOf(path));
    }

    /** The number. */
    Leaf leaf() {
        return Leaves.differentiable(record.type()).get(index);
    }
}
