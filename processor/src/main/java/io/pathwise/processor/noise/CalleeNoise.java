package io.pathwise.processor.noise;

import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The noise of methods that stay calls. */
public final class CalleeNoise {
    private static final Pattern NUMBERED = Pattern.compile("(eps|u)\\d+");

    private CalleeNoise() {}

    /** The kinds of noise that the method takes. */
    public static Set<Noise> kinds(Callee callee) {
        Set<Noise> kinds = EnumSet.noneOf(Noise.class);
        callee.noise().parameters().forEach(each -> kinds.add(kind(each)));
        return kinds;
    }

    /** The base noise of a noise parameter, which its name tells. */
    public static Noise kind(Parameter parameter) {
        String name = parameter.variable().name();
        return name.startsWith("eps") || name.equals("normals") ? Noise.NORMAL : Noise.UNIFORM;
    }

    /** The call with a draw for each number that the method takes as noise: a draw of base noise is that noise. */
    public static CompanionCall attach(CompanionCall call) {
        if (call.callee().noise().arrays()) {
            return call;
        }
        List<Expression> draws = call.callee().noise().parameters().stream()
                .map(each -> draw(kind(each), call.position()))
                .toList();
        return new CompanionCall(call.callee(), call.arguments(), draws, call.position());
    }

    private static Expression draw(Noise kind, Position position) {
        String name = kind == Noise.NORMAL ? "normal" : "uniform";
        List<Type> types = List.of(Primitive.DOUBLE, Primitive.DOUBLE);
        Function sampler = new Function("io.pathwise.runtime.Sampler", name, types, Primitive.DOUBLE);
        List<Expression> standard =
                List.of(new Literal(0, Primitive.INT, position), new Literal(1, Primitive.INT, position));
        return new Draw(sampler, standard, Optional.empty(), position);
    }

    /** The name that a draw has in the signature of the method whose noise it is, if it has more than a number. */
    static Optional<String> name(Expression value, Draw draw) {
        if (value instanceof CompanionCall call) {
            for (int i = 0; i < call.noise().size(); i++) {
                if (call.noise().get(i) == draw) {
                    Parameter parameter = call.callee().noise().parameters().get(i);
                    return Optional.of(parameter.variable().name())
                            .filter(name -> !NUMBERED.matcher(name).matches());
                }
            }
        }
        return Optional.empty();
    }
}
