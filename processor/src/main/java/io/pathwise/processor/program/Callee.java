package io.pathwise.processor.program;

import io.pathwise.processor.program.Leaves.Leaf;
import java.util.List;
import java.util.Optional;

/**
 * A differentiable method as its callers see it: who gives its derivatives, not what its body does.
 *
 * @param function how the method is called
 * @param companion qualified name of the class that holds its derivatives; not used if the user wrote a rule
 * @param parameters its parameters, which tell names and kinds; the components of records in place of the records
 * @param records which of them stand for components of which record
 * @param noise how the members of the companion take their noise
 * @param regular whether its partial derivatives are finite wherever its value is
 * @param rule the user's own method that returns its partial derivative, or, if it returns nothing, fills arrays with
 *     them
 */
public record Callee(
        Function function,
        String companion,
        List<Parameter> parameters,
        RecordParameters records,
        NoisePlan noise,
        boolean regular,
        Optional<Function> rule) {
    public Callee {
        parameters = List.copyOf(parameters);
    }

    /** A method with a companion. */
    public Callee(
            Function function,
            String companion,
            List<Parameter> parameters,
            RecordParameters records,
            NoisePlan noise,
            boolean regular) {
        this(function, companion, parameters, records, noise, regular, Optional.empty());
    }

    /** A method whose derivatives the user's own rule gives. */
    public static Callee withRule(Function function, List<Parameter> parameters, Function rule) {
        RecordParameters none = new RecordParameters(parameters, List.of());
        return new Callee(function, "", parameters, none, NoisePlan.NONE, false, Optional.of(rule));
    }

    /** Qualified name of the class of its gradient. */
    public String gradient() {
        return companion + "." + capitalized() + "Gradient";
    }

    /** The method's name with a capital, as in the names of classes. */
    public String capitalized() {
        String name = function.name();
        int first = name.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + name.substring(Character.charCount(first));
    }

    /** Whether the method draws, itself or through others. */
    public boolean draws() {
        return !noise.parameters().isEmpty();
    }

    /** How the gradient shows a parameter: {@code spot}, {@code model.kappa}. */
    public String path(Variable parameter) {
        return records.path(parameter);
    }

    /** The same in one word: {@code modelKappa}. */
    public String word(Variable parameter) {
        return records.word(parameter);
    }

    /** {@code callBySpot}: a name for the partial derivative in a parameter. */
    public String partialName(Variable parameter) {
        return partialName(function.name(), parameter);
    }

    /** {@code stepLevelBySpot}: the same for one of the numbers in the record that the method returns. */
    public String partialName(Leaf result, Variable parameter) {
        return partialName(RecordParameters.word(function.name(), result.path()), parameter);
    }

    private String partialName(String value, Variable parameter) {
        return RecordParameters.word(value, List.of("by", word(parameter)));
    }

    /** The values of the record that the method returns that carry derivatives; none if it returns a number. */
    public List<Leaf> results() {
        return function.result() instanceof Type.Record record ? Leaves.differentiable(record) : List.of();
    }
}
