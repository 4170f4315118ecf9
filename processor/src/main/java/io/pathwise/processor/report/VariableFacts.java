package io.pathwise.processor.report;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.RecordParameters.Component;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The variables of a method by the part that they play in its derivative.
 *
 * @param parameters the parameters in which it is differentiated
 * @param active further variables that depend on these and on which the result depends
 * @param constant variables that take part with their values only
 * @param noise the names of the noise arguments
 */
record VariableFacts(List<String> parameters, List<String> active, List<String> constant, List<String> noise) {
    /** The facts, with components of records by the names that gradients give them. */
    static VariableFacts of(Program whole, RecordParameters records, NoisePlan plan) {
        Set<Variable> inputs =
                whole.activeParameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        Activity activity = Activity.of(whole.body(), inputs, Set.of());
        List<Variable> named = new ArrayList<>();
        whole.parameters().forEach(each -> named.add(each.variable()));
        Statements.declared(whole.body()).stream()
                .filter(each -> each.origin() == Variable.Origin.SOURCE)
                .forEach(named::add);
        Set<String> parameters = new LinkedHashSet<>();
        Set<String> active = new LinkedHashSet<>();
        Set<String> constant = new LinkedHashSet<>();
        for (Variable each : named) {
            if (inputs.contains(each)) {
                parameters.add(name(each, records));
            } else if (activity.isActive(each)) {
                active.add(name(each, records));
            } else {
                constant.add(name(each, records));
            }
        }
        constant.removeAll(active);
        constant.removeAll(parameters);
        return new VariableFacts(
                List.copyOf(parameters),
                List.copyOf(active),
                List.copyOf(constant),
                plan.parameters().stream().map(each -> each.variable().name()).toList());
    }

    private static String name(Variable variable, RecordParameters records) {
        return records.find(variable).map(Component::path).orElse(variable.name());
    }
}
