package io.pathwise.processor.write;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.DOUBLES;
import static io.pathwise.processor.program.Build.INT;
import static io.pathwise.processor.program.Build.assign;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.conditional;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.element;
import static io.pathwise.processor.program.Build.explained;
import static io.pathwise.processor.program.Build.field;
import static io.pathwise.processor.program.Build.generated;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.increase;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.loop;
import static io.pathwise.processor.program.Build.math;
import static io.pathwise.processor.program.Build.noise;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Derived programs as the passes before the writer hand them over, built by hand. */
final class Examples {
    private static final Type DUAL = new Type.Reference("io.pathwise.runtime.Dual");

    private Examples() {}

    /** One normal draw and scalars: {@code x = spot * exp(volatility * epsZ); return max(x - strike, 0)}. */
    static final class Call {
        private final Variable spot = source("spot", DOUBLE);
        private final Variable volatility = source("volatility", DOUBLE);
        private final Variable strike = source("strike", DOUBLE);
        private final Variable epsZ = noise("epsZ", DOUBLE);
        private final Variable growth = generated("growth", DOUBLE);
        private final Variable terminal = source("terminal", DOUBLE);
        private final List<Parameter> parameters = List.of(
                parameter(spot, Kind.ACTIVE), parameter(volatility, Kind.ACTIVE), parameter(strike, Kind.CONSTANT));
        private final Parameter draw = parameter(epsZ, Kind.NOISE);

        CompanionMethod method() {
            Program read = program("demo.Option", "call", DOUBLE, parameters);
            NoisePlan plan = new NoisePlan(List.of(draw), false, Optional.of(literal(1)), Optional.of(literal(0)));
            return new CompanionMethod(read, plan, primal(), forward(), reverse());
        }

        private Expression payoff() {
            return math("max", binary(local(terminal), "-", local(strike)), literal(0));
        }

        private Expression exponential() {
            return math("exp", binary(local(volatility), "*", local(epsZ)));
        }

        private Program primal() {
            return program(
                    "demo.Option",
                    "call",
                    DOUBLE,
                    append(parameters, draw),
                    declare(terminal, binary(local(spot), "*", exponential())),
                    giveBack(payoff()));
        }

        private Program forward() {
            Variable spotDot = generated("spotDot", DOUBLE);
            Variable volatilityDot = generated("volatilityDot", DOUBLE);
            Variable terminalDot = generated("terminalDot", DOUBLE);
            Expression inMoney = binary(local(terminal), ">", local(strike));
            return program(
                    "demo.Option",
                    "callForward",
                    DUAL,
                    append(parameters, draw, parameter(spotDot, Kind.ADDED), parameter(volatilityDot, Kind.ADDED)),
                    declare(growth, exponential()),
                    explained(
                            "terminal = spot * exp(volatility * epsZ)",
                            declare(terminal, binary(local(spot), "*", local(growth))),
                            declare(
                                    terminalDot,
                                    binary(
                                            binary(local(growth), "*", local(spotDot)),
                                            "+",
                                            binary(
                                                    binary(local(terminal), "*", local(epsZ)),
                                                    "*",
                                                    local(volatilityDot))))),
                    giveBack(new New(
                            DUAL,
                            List.of(payoff(), conditional(inMoney, local(terminalDot), literal(0))),
                            Position.NONE)));
        }

        private Program reverse() {
            Variable seed = generated("seed", DOUBLE);
            Variable gradient = generated("gradient", new Type.Reference("demo.OptionPathwise.CallGradient"));
            Variable value = generated("value", DOUBLE);
            Variable terminalBar = generated("terminalBar", DOUBLE);
            Expression inMoney = binary(local(terminal), ">", local(strike));
            return program(
                    "demo.Option",
                    "callReverse",
                    DOUBLE,
                    append(parameters, draw, parameter(seed, Kind.ADDED), parameter(gradient, Kind.ADDED)),
                    explained(
                            "forward sweep",
                            declare(growth, exponential()),
                            declare(terminal, binary(local(spot), "*", local(growth))),
                            declare(value, payoff())),
                    explained(
                            "reverse sweep",
                            declare(terminalBar, conditional(inMoney, local(seed), literal(0))),
                            increase(field(gradient, "spot"), binary(local(growth), "*", local(terminalBar))),
                            increase(
                                    field(gradient, "volatility"),
                                    binary(binary(local(terminal), "*", local(epsZ)), "*", local(terminalBar)))),
                    giveBack(local(value)));
        }
    }

    /** An active array, a constant one and a loop: {@code sum of scale * (weights[i] * data[i] + uniforms[i])²}. */
    static final class Fit {
        private final Variable scale = source("scale", DOUBLE);
        private final Variable weights = source("weights", DOUBLES);
        private final Variable data = source("data", DOUBLES);
        private final Variable uniforms = noise("uniforms", DOUBLES);
        private final Variable total = source("total", DOUBLE);
        private final Variable i = source("i", INT);
        private final Variable error = source("error", DOUBLE);
        private final Expression count = new Length(local(weights), Position.NONE);
        private final List<Parameter> parameters =
                List.of(parameter(scale, Kind.ACTIVE), parameter(weights, Kind.ACTIVE), parameter(data, Kind.CONSTANT));
        private final Parameter draws = parameter(uniforms, Kind.NOISE);

        CompanionMethod method() {
            Program read = program("demo.Models.Fit", "fit", DOUBLE, parameters);
            NoisePlan plan = new NoisePlan(List.of(draws), true, Optional.of(literal(0)), Optional.of(count));
            return new CompanionMethod(read, plan, primal(), forward(), reverse());
        }

        private Expression residual() {
            return binary(
                    binary(element(weights, local(i)), "*", element(data, local(i))), "+", element(uniforms, local(i)));
        }

        private Expression square() {
            return binary(binary(local(scale), "*", local(error)), "*", local(error));
        }

        private Expression below() {
            return binary(local(i), "<", count);
        }

        private Program primal() {
            return program(
                    "demo.Models.Fit",
                    "fit",
                    DOUBLE,
                    append(parameters, draws),
                    declare(total, literal(0)),
                    loop(i, literal(0), below(), "+", declare(error, residual()), increase(local(total), square())),
                    giveBack(local(total)));
        }

        private Program forward() {
            Variable scaleDot = generated("scaleDot", DOUBLE);
            Variable weightsDot = generated("weightsDot", DOUBLES);
            Variable totalDot = generated("totalDot", DOUBLE);
            Variable errorDot = generated("errorDot", DOUBLE);
            Expression twice =
                    binary(binary(binary(literal(2), "*", local(scale)), "*", local(error)), "*", local(errorDot));
            return program(
                    "demo.Models.Fit",
                    "fitForward",
                    DUAL,
                    append(parameters, draws, parameter(scaleDot, Kind.ADDED), parameter(weightsDot, Kind.ADDED)),
                    declare(total, literal(0)),
                    declare(totalDot, literal(0)),
                    loop(
                            i,
                            literal(0),
                            below(),
                            "+",
                            declare(error, residual()),
                            declare(errorDot, binary(element(data, local(i)), "*", element(weightsDot, local(i)))),
                            increase(local(total), square()),
                            increase(
                                    local(totalDot),
                                    binary(
                                            binary(binary(local(error), "*", local(error)), "*", local(scaleDot)),
                                            "+",
                                            twice))),
                    giveBack(new New(DUAL, List.of(local(total), local(totalDot)), Position.NONE)));
        }

        private Program reverse() {
            Variable seed = generated("seed", DOUBLE);
            Variable gradient = generated("gradient", new Type.Reference("demo.Models_FitPathwise.FitGradient"));
            Variable errorBar = generated("errorBar", DOUBLE);
            Expression weightBar = new Expression.Element(
                    new Expression.Field(local(gradient), "weights", DOUBLES, Position.NONE), local(i), Position.NONE);
            return program(
                    "demo.Models.Fit",
                    "fitReverse",
                    DOUBLE,
                    append(parameters, draws, parameter(seed, Kind.ADDED), parameter(gradient, Kind.ADDED)),
                    declare(total, literal(0)),
                    loop(
                            i,
                            literal(0),
                            below(),
                            "+",
                            declare(error, residual()),
                            increase(local(total), square()),
                            explained(
                                    "total += scale * error * error",
                                    increase(
                                            field(gradient, "scale"),
                                            binary(binary(local(error), "*", local(error)), "*", local(seed))),
                                    declare(
                                            errorBar,
                                            binary(
                                                    binary(binary(literal(2), "*", local(scale)), "*", local(error)),
                                                    "*",
                                                    local(seed)))),
                            explained(
                                    "error = weights[i] * data[i] + uniforms[i]",
                                    increase(weightBar, binary(element(data, local(i)), "*", local(errorBar))))),
                    giveBack(local(total)));
        }
    }

    /** The reverse program of the walk {@code x += sin(x) * step}, {@code step ~ normal(drift, volatility)}. */
    static final class Walk {
        private final Variable drift = source("drift", DOUBLE);
        private final Variable volatility = source("volatility", DOUBLE);
        private final Variable start = source("start", DOUBLE);
        private final Variable steps = source("steps", INT);
        private final Variable normals = noise("normals", DOUBLES);
        private final Variable x = source("x", DOUBLE);
        private final Variable t = source("t", INT);
        private final Variable step = source("step", DOUBLE);
        private final List<Parameter> parameters = List.of(
                parameter(drift, Kind.ACTIVE),
                parameter(volatility, Kind.ACTIVE),
                parameter(start, Kind.ACTIVE),
                parameter(steps, Kind.CONSTANT));
        private final Parameter draws = parameter(normals, Kind.NOISE);

        CompanionMethod method() {
            Program read = program("demo.Walk", "terminal", DOUBLE, parameters);
            NoisePlan plan = new NoisePlan(List.of(draws), true, Optional.of(local(steps)), Optional.of(literal(0)));
            return new CompanionMethod(read, plan, primal(), forward(), reverse());
        }

        private Expression transform() {
            return binary(local(drift), "+", binary(local(volatility), "*", element(normals, local(t))));
        }

        private Expression increment() {
            return binary(math("sin", local(x)), "*", local(step));
        }

        private Program primal() {
            return program(
                    "demo.Walk",
                    "terminal",
                    DOUBLE,
                    append(parameters, draws),
                    declare(x, local(start)),
                    loop(
                            t,
                            literal(0),
                            binary(local(t), "<", local(steps)),
                            "+",
                            declare(step, transform()),
                            increase(local(x), increment())),
                    giveBack(local(x)));
        }

        private Program forward() {
            Variable driftDot = generated("driftDot", DOUBLE);
            Variable volatilityDot = generated("volatilityDot", DOUBLE);
            Variable startDot = generated("startDot", DOUBLE);
            Variable xDot = generated("xDot", DOUBLE);
            Variable stepDot = generated("stepDot", DOUBLE);
            Expression curvature = binary(binary(math("cos", local(x)), "*", local(step)), "*", local(xDot));
            return program(
                    "demo.Walk",
                    "terminalForward",
                    DUAL,
                    append(
                            parameters,
                            draws,
                            parameter(driftDot, Kind.ADDED),
                            parameter(volatilityDot, Kind.ADDED),
                            parameter(startDot, Kind.ADDED)),
                    declare(x, local(start)),
                    declare(xDot, local(startDot)),
                    loop(
                            t,
                            literal(0),
                            binary(local(t), "<", local(steps)),
                            "+",
                            declare(step, transform()),
                            declare(
                                    stepDot,
                                    binary(
                                            local(driftDot),
                                            "+",
                                            binary(element(normals, local(t)), "*", local(volatilityDot)))),
                            increase(
                                    local(xDot),
                                    binary(curvature, "+", binary(math("sin", local(x)), "*", local(stepDot)))),
                            increase(local(x), increment())),
                    giveBack(new New(DUAL, List.of(local(x), local(xDot)), Position.NONE)));
        }

        private Program reverse() {
            Variable seed = generated("seed", DOUBLE);
            Variable gradient = generated("gradient", new Type.Reference("demo.WalkPathwise.TerminalGradient"));
            Variable xAt = generated("xAt", DOUBLES);
            Variable value = generated("value", DOUBLE);
            Variable xBar = generated("xBar", DOUBLE);
            Variable driftBar = generated("driftBar", DOUBLE);
            Variable volatilityBar = generated("volatilityBar", DOUBLE);
            Variable backward = source("t", INT);
            Variable stepAgain = source("step", DOUBLE);
            Variable stepBar = generated("stepBar", DOUBLE);
            Expression memory =
                    new Method(local(gradient), "memory", List.of(literal(0), local(steps)), DOUBLES, Position.NONE);
            Expression normal = element(normals, local(backward));
            return program(
                    "demo.Walk",
                    "terminalReverse",
                    DOUBLE,
                    append(parameters, draws, parameter(seed, Kind.ADDED), parameter(gradient, Kind.ADDED)),
                    explained(
                            "forward sweep",
                            declare(xAt, memory),
                            declare(x, local(start)),
                            loop(
                                    t,
                                    literal(0),
                                    binary(local(t), "<", local(steps)),
                                    "+",
                                    assign(element(xAt, local(t)), local(x)),
                                    declare(step, transform()),
                                    increase(local(x), increment())),
                            declare(value, local(x))),
                    explained(
                            "reverse sweep",
                            declare(xBar, local(seed)),
                            declare(driftBar, literal(0)),
                            declare(volatilityBar, literal(0)),
                            loop(
                                    backward,
                                    binary(local(steps), "-", literal(1)),
                                    binary(local(backward), ">=", literal(0)),
                                    "-",
                                    assign(local(x), element(xAt, local(backward))),
                                    declare(
                                            stepAgain,
                                            binary(local(drift), "+", binary(local(volatility), "*", normal))),
                                    explained(
                                            "x += sin(x) * step",
                                            declare(stepBar, binary(math("sin", local(x)), "*", local(xBar))),
                                            increase(
                                                    local(xBar),
                                                    binary(
                                                            binary(math("cos", local(x)), "*", local(stepAgain)),
                                                            "*",
                                                            local(xBar)))),
                                    explained(
                                            "step ~ normal(drift, volatility): ∂step/∂drift = 1, ∂step/∂volatility = ε",
                                            increase(local(driftBar), local(stepBar)),
                                            increase(local(volatilityBar), binary(normal, "*", local(stepBar))))),
                            increase(field(gradient, "start"), local(xBar)),
                            increase(field(gradient, "drift"), local(driftBar)),
                            increase(field(gradient, "volatility"), local(volatilityBar))),
                    giveBack(local(value)));
        }
    }

    /** {@code factor * other[0] * normals * parameters[1][0] + eps}: names that generated members use themselves. */
    static final class Awkward {
        private static final Type MATRIX = new Type.ArrayOf(DOUBLES);
        private final Variable other = source("other", DOUBLES);
        private final Variable parametersVariable = source("parameters", MATRIX);
        private final Variable factor = source("factor", DOUBLE);
        private final Variable normals = source("normals", DOUBLE);
        private final Variable array = source("array", DOUBLES);
        private final Variable otherLength = source("otherLength", INT);
        private final Variable eps = noise("eps1", DOUBLE);
        private final Variable u = noise("u2", DOUBLE);
        private final Variable gradient = source("gradient", DOUBLE);
        private final List<Parameter> parameters = List.of(
                parameter(other, Kind.ACTIVE),
                parameter(parametersVariable, Kind.CONSTANT),
                parameter(factor, Kind.ACTIVE),
                parameter(normals, Kind.CONSTANT),
                parameter(array, Kind.ACTIVE),
                parameter(otherLength, Kind.CONSTANT));
        private final List<Parameter> draws = List.of(parameter(eps, Kind.NOISE), parameter(u, Kind.NOISE));

        CompanionMethod method() {
            Program read = program("Awkward", "value", DOUBLE, parameters);
            NoisePlan plan = new NoisePlan(draws, false, Optional.of(literal(1)), Optional.of(literal(1)));
            return new CompanionMethod(read, plan, primal(), forward(), reverse());
        }

        private Expression weight() {
            Expression row = element(parametersVariable, literal(1));
            return binary(local(normals), "*", new Expression.Element(row, literal(0), Position.NONE));
        }

        private Expression product() {
            return binary(
                    binary(binary(weight(), "*", local(factor)), "*", element(other, literal(0))),
                    "+",
                    binary(binary(element(array, literal(1)), "*", local(u)), "+", local(eps)));
        }

        private Program primal() {
            return program(
                    "Awkward", "value", DOUBLE, withDraws(), declare(gradient, product()), giveBack(local(gradient)));
        }

        private Program forward() {
            Variable otherDot = generated("otherDot", DOUBLES);
            Variable factorDot = generated("factorDot", DOUBLE);
            Variable arrayDot = generated("arrayDot", DOUBLES);
            Expression tangent = binary(
                    binary(binary(weight(), "*", local(factorDot)), "*", element(other, literal(0))),
                    "+",
                    binary(
                            binary(binary(weight(), "*", local(factor)), "*", element(otherDot, literal(0))),
                            "+",
                            binary(element(arrayDot, literal(1)), "*", local(u))));
            return program(
                    "Awkward",
                    "valueForward",
                    DUAL,
                    withDraws(
                            parameter(otherDot, Kind.ADDED),
                            parameter(factorDot, Kind.ADDED),
                            parameter(arrayDot, Kind.ADDED)),
                    giveBack(new New(DUAL, List.of(product(), tangent), Position.NONE)));
        }

        private Program reverse() {
            Variable seed = generated("seed", DOUBLE);
            Variable added = generated("gradient", new Type.Reference("AwkwardPathwise.ValueGradient"));
            Variable weightBar = generated("factor", DOUBLE);
            return program(
                    "Awkward",
                    "valueReverse",
                    DOUBLE,
                    withDraws(parameter(seed, Kind.ADDED), parameter(added, Kind.ADDED)),
                    explained("forward sweep", declare(gradient, product())),
                    explained(
                            "reverse sweep",
                            declare(weightBar, binary(weight(), "*", local(seed))),
                            increase(field(added, "factor"), binary(local(weightBar), "*", element(other, literal(0)))),
                            increase(partial(added, "other", 0), binary(local(weightBar), "*", local(factor))),
                            increase(partial(added, "array", 1), binary(local(u), "*", local(seed)))),
                    giveBack(local(gradient)));
        }

        private static Expression partial(Variable gradient, String name, int index) {
            Expression array = new Expression.Field(local(gradient), name, DOUBLES, Position.NONE);
            return new Expression.Element(array, literal(index), Position.NONE);
        }

        private List<Parameter> withDraws(Parameter... more) {
            List<Parameter> all = new ArrayList<>(parameters);
            all.addAll(draws);
            return append(all, more);
        }
    }

    private static List<Parameter> append(List<Parameter> parameters, Parameter... more) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all;
    }
}
