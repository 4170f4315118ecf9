package io.pathwise.processor.fuzz.discrete;

import io.pathwise.processor.fuzz.discrete.Terms.Condition;
import io.pathwise.processor.fuzz.discrete.Terms.Real;
import io.pathwise.processor.fuzz.discrete.Terms.Step;
import io.pathwise.processor.fuzz.discrete.Terms.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates programs whose draws of whole numbers steer branches, loops, indices and later draws. */
final class ChanceGenerator {
    private static final List<String> STRATEGIES = List.of("COUPLED", "COUPLED_ALL", "SCORE_FUNCTION");
    private static final int DEPTH = 2;

    private final Random random;
    private int names;
    private int draws;

    private ChanceGenerator(long seed) {
        random = new Random(seed * 0x9e3779b97f4a7c15L + 1);
    }

    static ChanceProgram generate(long seed, String className) {
        return new ChanceGenerator(seed).program(className);
    }

    private ChanceProgram program(String className) {
        String strategy = STRATEGIES.get(random.nextInt(STRATEGIES.size()));
        List<Step> body = new ArrayList<>(steps(2 + random.nextInt(3), DEPTH));
        if (draws == 0) {
            body.add(draw());
        }
        Real result = real(DEPTH);
        body.add(returning(new Real(
                "x + 0.5 * y + n * " + result.text() + " - 0.3 * m",
                world -> world.real("x")
                        .plus(world.real("y").times(0.5))
                        .plus(result.in(world).times(world.whole("n")))
                        .plus(-0.3 * world.whole("m")))));
        return new ChanceProgram(className, strategy, body);
    }

    static Jet run(List<Step> steps, World world) {
        for (Step each : steps) {
            Jet returned = each.in(world);
            if (returned != null) {
                return returned;
            }
        }
        return null;
    }

    private List<Step> steps(int count, int depth) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(step(depth));
        }
        return steps;
    }

    private Step step(int depth) {
        int kind = random.nextInt(depth == 0 ? 7 : 13);
        return switch (kind) {
            case 0, 1, 2, 3 -> draw();
            case 4 -> assignment();
            case 5 -> normal();
            case 6 -> flip();
            case 7, 8 -> branch(condition(), depth);
            case 9 -> branch(comparison(), depth);
            case 10 -> loop(depth);
            case 11 -> whileLoop(depth);
            default -> exit();
        };
    }

    private Step draw() {
        draws++;
        Real p = probability();
        return switch (random.nextInt(5)) {
            case 0 -> setting("n", bernoulli(p));
            case 1 -> {
                Whole drawn = bernoulli(p);
                yield new Step("n += " + drawn.text() + ";\n", world -> {
                    world.set("n", world.whole("n") + drawn.in(world));
                    return null;
                });
            }
            case 2 -> setting("m", binomial(p));
            case 3 -> categorical();
            default -> poisson(p);
        };
    }

    private static Step setting(String name, Whole value) {
        return new Step(name + " = " + value.text() + ";\n", world -> {
            world.set(name, value.in(world));
            return null;
        });
    }

    private static Step setting(String name, Real value) {
        return new Step(name + " = " + value.text() + ";\n", world -> {
            world.set(name, value.in(world));
            return null;
        });
    }

    private static Step returning(Real value) {
        return new Step("return " + value.text() + ";\n", value::in);
    }

    private Whole bernoulli(Real p) {
        return new Whole(
                "Sampler.bernoulli(" + p.text() + strategy() + ")",
                world -> 1 - world.draw(Distributions.bernoulli(p.in(world))));
    }

    private Whole binomial(Real p) {
        Whole trials = random.nextBoolean()
                ? new Whole("2", world -> 2)
                : new Whole("Math.min(n, 2)", world -> Math.min(world.whole("n"), 2));
        return new Whole(
                "Sampler.binomial(" + trials.text() + ", " + p.text() + strategy() + ")",
                world -> world.draw(Distributions.binomial(trials.in(world), p.in(world))));
    }

    private Step categorical() {
        String weights = "w" + names++;
        Real first = real(1);
        Real second = real(1);
        String text = "double[] " + weights + " = {Math.exp(Math.sin(" + first.text() + ")), 0.7, Math.exp(Math.sin("
                + second.text() + "))};\nm = Sampler.categorical(" + weights + strategy() + ");\n";
        return new Step(text, world -> {
            List<Jet> all = List.of(exp(sin(first.in(world))), world.constant(0.7), exp(sin(second.in(world))));
            world.set("m", world.draw(Distributions.categorical(all)));
            return null;
        });
    }

    private Step poisson(Real p) {
        return setting(
                "n",
                new Whole(
                        "Sampler.poisson(0.6 * " + p.text() + strategy() + ")",
                        world -> world.draw(Distributions.poisson(p.in(world).times(0.6)))));
    }

    private String strategy() {
        return random.nextInt(4) == 0 ? ", Discrete." + STRATEGIES.get(random.nextInt(STRATEGIES.size())) : "";
    }

    private Step assignment() {
        return setting(random.nextBoolean() ? "x" : "y", real(DEPTH));
    }

    private Step normal() {
        Real mean = real(1);
        return setting(
                "y",
                new Real(
                        "Sampler.normal(" + mean.text() + ", 0.5)",
                        world -> mean.in(world).plus(0.5 * world.nextNormal())));
    }

    /** A helper that draws becomes a part of its caller. */
    private Step flip() {
        draws++;
        Real q = probability();
        Real size = real(1);
        return setting("x", new Real("x + flip(" + q.text() + ", " + size.text() + ")", world -> {
            Jet chance = q.in(world);
            Jet amount = size.in(world);
            boolean isOne = world.draw(Distributions.bernoulli(chance)) == 0;
            return world.real("x").plus(isOne ? amount : amount.times(-1).times(chance));
        }));
    }

    private Step branch(Condition condition, int depth) {
        List<Step> then = steps(1 + random.nextInt(2), depth - 1);
        List<Step> otherwise = steps(random.nextInt(2), depth - 1);
        String text = "if (" + condition.text() + ") {\n" + text(then) + "} else {\n" + text(otherwise) + "}\n";
        return new Step(text, world -> run(condition.in(world) ? then : otherwise, world));
    }

    private static String text(List<Step> steps) {
        return String.join("", steps.stream().map(Step::text).toList());
    }

    private Condition condition() {
        return switch (random.nextInt(3)) {
            case 0 -> new Condition("n > 0", world -> world.whole("n") > 0);
            case 1 -> new Condition("n == m", world -> world.whole("n") == world.whole("m"));
            default -> new Condition("(n + m) % 2 == 0", world -> (world.whole("n") + world.whole("m")) % 2 == 0);
        };
    }

    /** {@code uniform < p} and its mirror image, which are draws. */
    private Condition comparison() {
        draws++;
        Real p = probability();
        boolean isLess = random.nextBoolean();
        String text = isLess ? "Sampler.uniform(0, 1) < " + p.text() : p.text() + " <= Sampler.uniform(0, 1)";
        return new Condition(text, world -> (world.draw(Distributions.bernoulli(p.in(world))) == 0) == isLess);
    }

    private Step loop(int depth) {
        String index = "i" + names++;
        boolean isFixed = random.nextBoolean();
        List<Step> body = steps(1 + random.nextInt(2), depth - 1);
        String text = "for (int " + index + " = 0; " + index + " < " + (isFixed ? "2" : "Math.min(m, 2)") + "; " + index
                + "++) {\n" + text(body) + "}\n";
        return new Step(text, world -> {
            for (int i = 0; i < (isFixed ? 2 : Math.min(world.whole("m"), 2)); i++) {
                Jet returned = run(body, world);
                if (returned != null) {
                    return returned;
                }
            }
            return null;
        });
    }

    private Step whileLoop(int depth) {
        String left = "k" + names++;
        Condition again = comparison();
        List<Step> body = steps(random.nextInt(2), depth - 1);
        String text = "int " + left + " = 2;\nwhile (" + left + " > 0 && " + again.text() + ") {\n" + left + "--;\n"
                + "x += 0.25;\n" + text(body) + "}\n";
        return new Step(text, world -> {
            for (int i = 2; i > 0 && again.in(world); i--) {
                world.set("x", world.real("x").plus(0.25));
                Jet returned = run(body, world);
                if (returned != null) {
                    return returned;
                }
            }
            return null;
        });
    }

    private Step exit() {
        Condition condition = condition();
        Step exit = returning(real(DEPTH));
        return new Step(
                "if (" + condition.text() + ") {\n" + exit.text() + "}\n",
                world -> condition.in(world) ? exit.in(world) : null);
    }

    /** Between 0 and 1. */
    private Real probability() {
        if (random.nextInt(3) == 0) {
            return new Real("p", world -> world.real("p"));
        }
        Real argument = real(1);
        return new Real(
                "(0.5 + 0.4 * Math.sin(" + argument.text() + "))",
                world -> sin(argument.in(world)).times(0.4).plus(0.5));
    }

    private Real real(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Real left = real(depth - 1);
        Real right = real(depth - 1);
        return switch (random.nextInt(9)) {
            case 0, 1 ->
                new Real(
                        "(" + left.text() + " + " + right.text() + ")",
                        world -> left.in(world).plus(right.in(world)));
            case 2 ->
                new Real(
                        "(" + left.text() + " - " + right.text() + ")",
                        world -> left.in(world).minus(right.in(world)));
            case 3 ->
                new Real(
                        "(" + left.text() + " * " + right.text() + ")",
                        world -> left.in(world).times(right.in(world)));
            case 4 -> new Real("Math.sin(" + left.text() + ")", world -> sin(left.in(world)));
            case 5 -> {
                Condition condition = condition();
                yield new Real(
                        "(" + condition.text() + " ? " + left.text() + " : " + right.text() + ")",
                        world -> condition.in(world) ? left.in(world) : right.in(world));
            }
            case 6, 7 -> call(left, right);
            default -> leaf();
        };
    }

    /** A call of a method that does not become a part of its caller. */
    private Real call(Real left, Real right) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Real(
                        "new Library.Pair(" + left.text() + ", " + right.text() + ").blend()",
                        world -> blend(left.in(world), right.in(world)));
            case 1 ->
                new Real(
                        "Library.mix(" + left.text() + ", " + right.text() + ")",
                        world -> mix(left.in(world), right.in(world)));
            case 2 ->
                new Real(
                        "Library.weigh(table, " + left.text() + ")",
                        world -> weigh(world.array("table"), left.in(world)));
            default ->
                new Real(
                        "Library.damped(" + left.text() + ", Math.min(n, 2))",
                        world -> damped(left.in(world), Math.min(world.whole("n"), 2)));
        };
    }

    private static Jet blend(Jet left, Jet right) {
        return left.times(right).times(0.5).plus(sin(right));
    }

    private static Jet mix(Jet left, Jet right) {
        return sin(left).times(right).plus(left.times(0.3));
    }

    private static Jet weigh(List<Jet> table, Jet factor) {
        return table.get(0).times(factor).minus(table.get(1).times(table.get(2)).times(0.2));
    }

    private static Jet damped(Jet value, int times) {
        return times == 0 ? value : sin(damped(value, times - 1)).times(0.5);
    }

    private Real leaf() {
        return switch (random.nextInt(8)) {
            case 0 -> name("p");
            case 1 -> name("a");
            case 2 -> name("b");
            case 3 -> name("x");
            case 4 -> name("y");
            case 5 -> new Real("(0.5 * n)", world -> world.constant(0.5 * world.whole("n")));
            case 6 -> new Real("table[m % 3]", world -> world.array("table").get(world.whole("m") % 3));
            default -> new Real("1.25", world -> world.constant(1.25));
        };
    }

    private static Real name(String name) {
        return new Real(name, world -> world.real(name));
    }

    private static Jet sin(Jet argument) {
        return argument.mapped(Math.sin(argument.value()), Math.cos(argument.value()));
    }

    private static Jet exp(Jet argument) {
        double value = Math.exp(argument.value());
        return argument.mapped(value, value);
    }
}
