package io.pathwise.processor.analyze;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.INT;
import static io.pathwise.processor.program.Build.assign;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.block;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.increase;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.loop;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.analyze.Dependence.Sources;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DependenceTest {
    private static final Sources ACTIVE = new Sources(true, false);
    private static final Sources RANDOM = new Sources(false, true);
    private static final Sources BOTH = new Sources(true, true);

    private final Variable active = source("p", DOUBLE);
    private final Variable constant = source("c", DOUBLE);
    private final Variable noise = source("eps", DOUBLE);
    private final Variable x = source("x", DOUBLE);
    private final Variable y = source("y", DOUBLE);
    private final Variable i = source("i", INT);

    @Test
    void parametersByTheirKind() {
        Dependence dependence = analyze(giveBack(local(active)));
        assertThat(dependence.of(active)).isEqualTo(ACTIVE);
        assertThat(dependence.of(constant)).isEqualTo(Sources.NONE);
        assertThat(dependence.of(noise)).isEqualTo(RANDOM);
    }

    @Test
    void valuesPassTheirSourcesOn() {
        Expression sum = binary(local(x), "+", local(active));
        Dependence dependence = analyze(declare(x, draw(literal(0.0), literal(1.0))), declare(y, sum));
        assertThat(dependence.of(x)).isEqualTo(RANDOM);
        assertThat(dependence.of(y)).isEqualTo(BOTH);
        assertThat(dependence.of(sum).areBoth()).isTrue();
        assertThat(analyze(declare(x, draw(local(active), literal(1.0)))).of(x)).isEqualTo(BOTH);
    }

    @Test
    void variableDependsOnWhatItHoldsAtItsPlace() {
        Expression before = local(x);
        Expression after = local(x);
        Dependence dependence = analyze(
                declare(x, local(active)),
                declare(y, before),
                assign(local(x), draw(literal(0.0), literal(1.0))),
                assign(local(y), after));
        assertThat(dependence.of(before)).isEqualTo(ACTIVE);
        assertThat(dependence.of(after)).isEqualTo(RANDOM);
        assertThat(dependence.of(x)).isEqualTo(BOTH);
    }

    @Test
    void assignmentsDependOnTheConditionsAroundThem() {
        Expression condition = binary(local(noise), ">", local(active));
        Dependence dependence = analyze(
                declare(x, literal(0.0)), declare(y, literal(0.0)), when(condition, assign(local(x), literal(1.0))));
        assertThat(dependence.of(x)).isEqualTo(BOTH);
        assertThat(dependence.of(y)).isEqualTo(Sources.NONE);
    }

    @Test
    void loopsPassSourcesRound() {
        Expression early = local(x);
        Dependence dependence = analyze(
                declare(x, literal(0.0)),
                declare(y, literal(0.0)),
                loop(
                        i,
                        literal(0),
                        binary(local(i), "<", literal(9)),
                        "+",
                        assign(local(y), early),
                        increase(local(x), local(noise))));
        assertThat(dependence.of(early)).isEqualTo(RANDOM);
        assertThat(dependence.of(y)).isEqualTo(RANDOM);
        assertThat(dependence.of(i)).isEqualTo(Sources.NONE);
    }

    @Test
    void numberOfIterationsDependsOnWhatLeavesTheLoop() {
        Expression condition = binary(local(noise), ">", local(active));
        Dependence dependence = analyze(
                declare(x, literal(0.0)),
                loop(
                        i,
                        literal(0),
                        binary(local(i), "<", literal(9)),
                        "+",
                        when(condition, new Break(Position.NONE)),
                        increase(local(x), literal(1.0))));
        assertThat(dependence.of(x)).isEqualTo(BOTH);
        assertThat(dependence.of(i)).isEqualTo(BOTH);
    }

    private static Statement when(Expression condition, Statement then) {
        return new If(condition, block(then), Block.EMPTY, Position.NONE);
    }

    private static Expression draw(Expression... arguments) {
        Function normal = new Function("io.pathwise.runtime.Sampler", "normal", List.of(DOUBLE, DOUBLE), DOUBLE);
        return new Draw(normal, List.of(arguments), Optional.empty(), Position.NONE);
    }

    private Dependence analyze(Statement... statements) {
        Program program = program(
                "demo.Demo",
                "f",
                DOUBLE,
                List.of(
                        parameter(active, Kind.ACTIVE),
                        parameter(constant, Kind.CONSTANT),
                        parameter(noise, Kind.NOISE)),
                statements);
        return Dependence.of(program);
    }
}
