package io.pathwise.processor.write;

import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One differentiated method and what was derived from it.
 *
 * @param source the method as the user wrote it, with the components of records in place of its record parameters
 * @param records which of these parameters are components of records
 * @param noise how the derived programs take their noise
 * @param handedOn how the companions of callers hand it to them
 * @param primal the value on the path that the noise fixes; parameters: the source's, then noise
 * @param forward forward mode; parameters: the source's, noise, then one tangent for each active parameter, in order
 * @param reverse reverse mode; parameters: the source's, noise, then seed and gradient
 * @param parts what the three call that was too large to stay in them
 * @param fromCursor the same three with one noise cursor, to which the others pass on unless callers alone need one
 * @param regular whether the partial derivatives are finite wherever the value is
 * @param callees the methods that it calls, by the names of the members in which its gradient keeps theirs
 * @param helpers further methods on which these rely
 */
public record CompanionMethod(
        Program source,
        RecordParameters records,
        NoisePlan noise,
        NoisePlan handedOn,
        Program primal,
        Program forward,
        Program reverse,
        List<Program> parts,
        Optional<Modes> fromCursor,
        boolean regular,
        Map<String, Callee> callees,
        List<Program> helpers) {
    /** The programs of the three modes. */
    public record Modes(Program primal, Program forward, Program reverse) {
        /** All three. */
        public List<Program> all() {
            return List.of(primal, forward, reverse);
        }

        private Modes map(UnaryOperator<Program> change) {
            return new Modes(change.apply(primal), change.apply(forward), change.apply(reverse));
        }
    }

    public CompanionMethod {
        parts = List.copyOf(parts);
        helpers = List.copyOf(helpers);
        callees = Collections.unmodifiableMap(new LinkedHashMap<>(callees));
    }

    /** A method that calls no other and takes its noise itself. */
    public CompanionMethod(Program source, NoisePlan noise, Program primal, Program forward, Program reverse) {
        this(
                source,
                new RecordParameters(source.parameters(), List.of()),
                noise,
                noise,
                primal,
                forward,
                reverse,
                List.of(),
                Optional.empty(),
                false,
                Map.of(),
                List.of());
    }

    /** Whether it returns a record, and {@code reverse} takes a gradient for each number in it. */
    boolean returnsRecord() {
        return source.result() instanceof Type.Record;
    }

    /** Whether derivatives run the path again. */
    boolean runsAgain() {
        return !helpers.isEmpty();
    }

    /** Whether derivatives pass through draws of whole numbers. */
    boolean drawsWholeNumbers() {
        return runsAgain() || baseline().isPresent();
    }

    /** The programs of all modes, and their parts. */
    public Stream<Program> programs() {
        Modes modes = new Modes(primal, forward, reverse);
        return Stream.of(modes.all(), fromCursor.map(Modes::all).orElse(List.of()), parts)
                .flatMap(List::stream);
    }

    /** Visits the expressions of all derived programs, and those that count the noise. */
    void expressions(Consumer<Expression> visitor) {
        Stream.concat(programs(), helpers.stream()).forEach(each -> Statements.walkExpressions(each.body(), visitor));
        noise.normals().ifPresent(each -> Expressions.walk(each, visitor));
        noise.uniforms().ifPresent(each -> Expressions.walk(each, visitor));
    }

    /** The same with the expressions of the derived programs changed, and those that count the noise. */
    CompanionMethod mapExpressions(UnaryOperator<Expression> change) {
        UnaryOperator<Program> changed =
                each -> each.withBody(Statements.mapExpressions(each.body(), change), each.names());
        return new CompanionMethod(
                source,
                records,
                noise.mapCounts(change),
                handedOn,
                changed.apply(primal),
                changed.apply(forward),
                changed.apply(reverse),
                parts.stream().map(changed).toList(),
                fromCursor.map(modes -> modes.map(changed)),
                regular,
                callees,
                helpers.stream().map(changed).toList());
    }

    /** The method's name, with which the names of all members begin. */
    public String name() {
        return source.name();
    }

    /** The uniform number that chooses among alternatives of draws; absent if the derivatives do not need one. */
    Optional<Parameter> alternative() {
        return reverse.parameters().stream()
                .filter(each -> each.kind() == Parameter.Kind.NOISE)
                .filter(each -> noise.parameters().stream()
                        .noneMatch(known ->
                                known.variable().name().equals(each.variable().name())))
                .findFirst();
    }

    /** The last argument of the derivatives that is near the mean of the value; absent if they do not need one. */
    Optional<Variable> baseline() {
        Parameter last = reverse.parameters().get(reverse.parameters().size() - 1);
        boolean isReal = last.kind() == Parameter.Kind.ADDED && last.variable().type() == Type.Primitive.DOUBLE;
        return isReal ? Optional.of(last.variable()) : Optional.empty();
    }

    /** Whether the number of uniforms that a path reads is known only once it has run, and one more is needed. */
    boolean takesFirstUniform() {
        return alternative().isPresent() && noise.arrays() && noise.uniforms().isEmpty();
    }

    /** How the gradient and the names of coordinates show a parameter: {@code spot}, {@code model.kappa}. */
    String path(Variable parameter) {
        return records.path(parameter);
    }

    /** The same in one word: {@code modelKappa}. */
    String word(Variable parameter) {
        return records.word(parameter);
    }

    /** The name of a nested class, {@code CallGradient} for {@code call} and the suffix {@code Gradient}. */
    String className(String suffix) {
        return capitalized(name()) + suffix;
    }

    /** With what the names of a method's classes begin: {@code Call} for {@code call}. */
    public static String capitalized(String method) {
        int first = method.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + method.substring(Character.charCount(first));
    }
}
