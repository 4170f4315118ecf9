package io.pathwise.processor.check;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.assign;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.block;
import static io.pathwise.processor.program.Build.conditional;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.math;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Interpreter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random programs with branches: where the check is quiet, the value does not jump. */
final class QuietProgramTest {
    private static final int PROGRAMS = 600;
    private static final double INTERVAL = 0.25;

    private final Variable p = source("p", DOUBLE);
    private final Variable q = source("q", DOUBLE);
    private final Variable eps = source("eps", DOUBLE);
    private final Variable x = source("x", DOUBLE);
    private final Variable y = source("y", DOUBLE);

    @Test
    void quietProgramsDoNotJump() {
        Random random = new Random(7);
        int quiet = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            Program program = randomProgram(random);
            boolean isQuiet = Check.check(program).isEmpty();
            quiet += isQuiet ? 1 : 0;
            if (isQuiet) {
                assertThat(largestJump(program, random))
                        .as(() -> Printer.print(program))
                        .isLessThan(1e-6);
            }
        }
        // the test is only worth something if the check often says that a program is quiet, and often not
        assertThat(quiet).isBetween(PROGRAMS / 10, PROGRAMS * 9 / 10);
    }

    private Program randomProgram(Random random) {
        List<Statement> statements = new ArrayList<>();
        statements.add(declare(x, binary(local(p), "+", binary(local(q), "*", local(eps)))));
        statements.add(declare(y, random.nextBoolean() ? literal(0.0) : math("sin", local(x))));
        for (int i = random.nextInt(3); i >= 0; i--) {
            statements.add(branch(random, 2));
        }
        statements.add(giveBack(binary(local(y), "+", value(random, 2))));
        return program(
                "demo.Demo",
                "f",
                DOUBLE,
                List.of(parameter(p, Kind.ACTIVE), parameter(q, Kind.ACTIVE), parameter(eps, Kind.NOISE)),
                statements.toArray(Statement[]::new));
    }

    private Statement branch(Random random, int depth) {
        Expression left = value(random, 1);
        Expression right = value(random, 1);
        Expression condition = condition(random, left, right);
        Expression difference = binary(left, "-", right);
        Expression meeting = random.nextInt(3) == 0 ? value(random, 1) : difference;
        Statement then = switch (random.nextInt(5)) {
            case 0 -> assign(local(y), value(random, 1));
            case 1 -> assign(local(x), random.nextBoolean() ? left : right);
            case 2 -> depth > 0 ? branch(random, depth - 1) : assign(local(y), meeting);
            case 3 -> giveBack(random.nextBoolean() ? meeting : binary(local(y), "*", meeting));
            default -> assign(local(y), binary(local(y), "+", binary(value(random, 1), "*", meeting)));
        };
        Block otherwise = random.nextInt(3) > 0 ? Block.EMPTY : block(assign(local(y), value(random, 0)));
        return new If(condition, block(then), otherwise, Position.NONE);
    }

    private Expression condition(Random random, Expression left, Expression right) {
        String[] orders = {"<", "<=", ">", ">="};
        Expression comparison = binary(left, orders[random.nextInt(4)], right);
        if (random.nextInt(5) > 0) {
            return comparison;
        }
        Expression other = binary(value(random, 0), orders[random.nextInt(4)], value(random, 0));
        return binary(comparison, random.nextBoolean() ? "&&" : "||", other);
    }

    private Expression value(Random random, int depth) {
        if (depth == 0) {
            return switch (random.nextInt(6)) {
                case 0 -> literal((double) random.nextInt(-1, 3));
                case 1 -> local(p);
                case 2 -> local(y);
                default -> local(x);
            };
        }
        Expression left = value(random, depth - 1);
        Expression right = value(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> binary(left, "+", right);
            case 1 -> binary(left, "-", right);
            case 2 -> binary(left, "*", right);
            case 3 -> math("abs", left);
            case 4 -> math("max", left, right);
            case 5 -> conditional(binary(left, ">", right), binary(left, "-", right), literal(0.0));
            case 6 -> math("sin", left);
            default -> left;
        };
    }

    /** The largest jump found when the noise moves: an interval over which the value changes is halved again. */
    private static double largestJump(Program program, Random random) {
        double largest = 0;
        for (int line = 0; line < 12; line++) {
            double p = random.nextDouble() * 4 - 2;
            double q = random.nextDouble() * 2 + 0.5;
            for (double eps = -4; eps < 4; eps += INTERVAL) {
                largest = Math.max(largest, jumpWithin(program, p, q, eps));
            }
        }
        return largest;
    }

    private static double jumpWithin(Program program, double p, double q, double start) {
        double low = start;
        double high = start + INTERVAL;
        double atLow = run(program, p, q, low);
        double atHigh = run(program, p, q, high);
        for (int i = 0; i < 45; i++) {
            double middle = (low + high) / 2;
            double atMiddle = run(program, p, q, middle);
            if (Math.abs(atMiddle - atLow) > Math.abs(atHigh - atMiddle)) {
                high = middle;
                atHigh = atMiddle;
            } else {
                low = middle;
                atLow = atMiddle;
            }
        }
        return Math.abs(atHigh - atLow);
    }

    private static double run(Program program, double p, double q, double eps) {
        return (double) Interpreter.run(program, p, q, eps);
    }
}
