package io.pathwise.processor.rules;

import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The samplers that return arrays, each of which is written as draws of numbers. */
public enum VectorSampler {
    /** Independent normal draws. */
    NORMAL("normal", Types.DOUBLES, Types.DOUBLES, List.of("mean", "standardDeviation"), ElementSamplers.NORMAL, ""),
    /** {@code mean + L ε}. */
    MULTIVARIATE_NORMAL(
            "multivariateNormal",
            Types.DOUBLES,
            Types.MATRIX,
            List.of("mean", "choleskyFactor"),
            ElementSamplers.STANDARD_NORMAL,
            ""),
    /** Gamma draws over their sum. */
    DIRICHLET("dirichlet", Types.DOUBLES, null, List.of("concentration"), ElementSamplers.LOG_GAMMA, "logGammas"),
    /** The softmax of scores. */
    GUMBEL_SOFTMAX(
            "gumbelSoftmax",
            Types.DOUBLES,
            Primitive.DOUBLE,
            List.of("logits", "temperature"),
            ElementSamplers.SCORE,
            "scores");

    private static final String RUNTIME = "io.pathwise.runtime.";

    private final Function sampler;
    private final List<String> parameters;
    private final Function element;
    private final String scores;

    VectorSampler(String name, Type first, Type second, List<String> parameters, Function element, String scores) {
        List<Type> types = second == null ? List.of(first) : List.of(first, second);
        this.sampler = new Function("io.pathwise.runtime.Sampler", name, types, Types.DOUBLES);
        this.parameters = parameters;
        this.element = element;
        this.scores = scores;
    }

    private static final class Types {
        static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);
        static final Type MATRIX = new Type.ArrayOf(DOUBLES);
    }

    /** The one that a function is; empty for samplers of numbers. */
    public static Optional<VectorSampler> of(Function sampler) {
        return Stream.of(values()).filter(each -> each.sampler.equals(sampler)).findFirst();
    }

    /** Whether the expression draws an array, or a real number from a distribution that arrays describe. */
    public static boolean takesPart(Expression expression) {
        return expression instanceof Draw draw
                && draw.type().isDifferentiable()
                && (draw.type() instanceof Type.ArrayOf
                        || draw.sampler().parameters().stream().anyMatch(Type.ArrayOf.class::isInstance));
    }

    /** The names of the parameters. */
    public List<String> parameters() {
        return parameters;
    }

    /** The method of the runtime that checks the parameters, before anything is drawn. */
    public Function check() {
        String name = sampler.name();
        String check = "check" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return new Function(RUNTIME + "Parameters", check, sampler.parameters(), null);
    }

    /** Whether a function checks the parameters of such a sampler; it has no value, and so no derivative. */
    public static boolean isCheck(Function function) {
        return Stream.of(values()).anyMatch(each -> each.check().equals(function));
    }

    /** The sampler of one element, or of what elements are made from; it takes checked parameters. */
    public Function element() {
        return element;
    }

    /** What the numbers are called that {@link #element} draws, where these are logarithms of weights. */
    public String scores() {
        return scores;
    }

    /** The sampler of base noise itself. */
    public static Function standardNormal() {
        return ElementSamplers.STANDARD_NORMAL;
    }

    /** The logarithm of the sum of exponentials, by which logarithms of weights become logarithms of shares. */
    public static Callee logSum() {
        String softmax = RUNTIME + "Softmax";
        Function logSum = new Function(softmax, "logSum", List.of(Types.DOUBLES), Primitive.DOUBLE);
        Function partials = new Function(softmax, "logSumPartials", List.of(Types.DOUBLES, Types.DOUBLES), null);
        List<Parameter> parameters = List.of(new Parameter(
                new Names(0).create("scores", Types.DOUBLES, Origin.SOURCE), Parameter.Kind.ACTIVE, Position.NONE));
        RecordParameters none = new RecordParameters(parameters, List.of());
        return new Callee(logSum, "", parameters, none, NoisePlan.NONE, true, Optional.of(partials));
    }
}
