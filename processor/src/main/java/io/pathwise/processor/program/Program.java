package io.pathwise.processor.program;

import java.util.List;
import java.util.Optional;

/**
 * One method: what is read, transformed and written.
 *
 * @param owner qualified name of the class that declares the source method
 * @param name the method's name
 * @param parameters its parameters in order
 * @param result type of its result, or {@code null} if it returns nothing
 * @param body its statements
 * @param variables how many variable numbers are taken, so that new variables differ from all there are
 * @param position of the method
 * @param discrete how derivatives pass through its draws of whole numbers
 */
public record Program(
        String owner,
        String name,
        List<Parameter> parameters,
        Type result,
        Statement.Block body,
        int variables,
        Position position,
        DiscreteStrategy discrete) {
    public Program {
        parameters = List.copyOf(parameters);
    }

    /** A method with the strategy that methods have unless they say otherwise. */
    public Program(
            String owner,
            String name,
            List<Parameter> parameters,
            Type result,
            Statement.Block body,
            int variables,
            Position position) {
        this(owner, name, parameters, result, body, variables, position, DiscreteStrategy.COUPLED);
    }

    /** The source of further variables of this program. */
    public Names names() {
        return new Names(variables);
    }

    /** The same method with another body, built with variables from {@code names}. */
    public Program withBody(Statement.Block newBody, Names names) {
        return new Program(owner, name, parameters, result, newBody, names.next(), position, discrete);
    }

    /** The same method with a result of another type. */
    public Program withResult(Type newResult) {
        return new Program(owner, name, parameters, newResult, body, variables, position, discrete);
    }

    /** The same method with other parameters. */
    public Program withParameters(List<Parameter> newParameters) {
        return new Program(owner, name, newParameters, result, body, variables, position, discrete);
    }

    /** The parameters in which the program is differentiated, in order. */
    public List<Parameter> activeParameters() {
        return parameters.stream().filter(Parameter::isActive).toList();
    }

    /** The gradient that the program adds to, if it does. */
    public Optional<Variable> gradient() {
        return parameters.stream()
                .filter(each -> each.kind() == Parameter.Kind.ADDED)
                .map(Parameter::variable)
                .filter(each -> each.type() instanceof Type.Reference)
                .findFirst();
    }

    /** {@code Option.call}: how messages name the method. */
    public String displayName() {
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
    }
}
