package io.pathwise.processor.check;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.block;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WhitelistTest {
    private static final Position HERE = new Position(17, 23);

    private final Variable active = source("x", DOUBLE);
    private final Variable constant = source("c", DOUBLE);

    @Test
    void everyKindOfExpressionIsListedOnce() {
        Set<Class<?>> listed = new HashSet<>(Whitelist.EXPRESSIONS);
        listed.addAll(Whitelist.JUDGED_EXPRESSIONS);
        listed.addAll(Whitelist.REFUSED_EXPRESSIONS);
        assertThat(listed).containsExactlyInAnyOrder(Expression.class.getPermittedSubclasses());
        assertThat(Whitelist.EXPRESSIONS).doesNotContainAnyElementsOf(Whitelist.REFUSED_EXPRESSIONS);
    }

    @Test
    void everyKindOfStatementIsListedOnce() {
        Set<Class<?>> listed = new HashSet<>(Whitelist.STATEMENTS);
        listed.addAll(Whitelist.JUDGED_STATEMENTS);
        listed.addAll(Whitelist.REFUSED_STATEMENTS);
        assertThat(listed).containsExactlyInAnyOrder(Statement.class.getPermittedSubclasses());
        assertThat(Whitelist.STATEMENTS).doesNotContainAnyElementsOf(Whitelist.REFUSED_STATEMENTS);
    }

    @Test
    void functionWithoutARuleOfActiveArgumentsIsRefused() {
        Function function = new Function("java.lang.Math", "gamma", List.of(DOUBLE), DOUBLE);
        List<Diagnostic> diagnostics = check(new Call(function, List.of(local(active)), HERE));
        assertThat(diagnostics).hasSize(1);
        assertThat(diagnostics.get(0).code()).isEqualTo(Code.NO_RULE);
        assertThat(diagnostics.get(0).position()).isEqualTo(HERE);
        assertThat(diagnostics.get(0).message()).contains("Math.gamma(x)").contains("Math.gamma(double)");
    }

    @Test
    void functionWithoutARuleOfConstantArgumentsIsKept() {
        Function function = new Function("java.lang.Math", "gamma", List.of(DOUBLE), DOUBLE);
        assertThat(check(new Call(function, List.of(local(constant)), HERE))).isEmpty();
    }

    @Test
    void samplerWithoutARuleIsRefused() {
        Function sampler = new Function("io.pathwise.runtime.Sampler", "levy", List.of(DOUBLE), DOUBLE);
        List<Diagnostic> diagnostics = check(new Draw(sampler, List.of(local(constant)), Optional.empty(), HERE));
        assertThat(diagnostics).hasSize(1);
        assertThat(diagnostics.get(0).code()).isEqualTo(Code.NO_RULE);
    }

    @Test
    void nodesOfGeneratedProgramsAreRefused() {
        Function method = new Function("demo.Demo", "g", List.of(), DOUBLE);
        assertThat(check(new Field(local(active), "drift", DOUBLE, HERE)).get(0).code())
                .isEqualTo(Code.INTERNAL_ERROR);
        assertThat(check(new Invoke(method, List.of(), HERE)).get(0).position()).isEqualTo(HERE);
    }

    @Test
    void guardsHaveNoValueThatCouldJump() {
        Function sampler = new Function("io.pathwise.runtime.Sampler", "exponential", List.of(DOUBLE), DOUBLE);
        Variable z = source("z", DOUBLE);
        Expression fails = new New(new Type.Reference("java.lang.ArithmeticException"), List.of(), HERE);
        Expression condition = binary(local(z), ">", local(constant));
        Statement guard = new If(condition, block(new Throw(fails, HERE)), Block.EMPTY, HERE);
        Statement assertion = new Assert(condition, Optional.empty(), HERE);
        Expression draw = new Draw(sampler, List.of(local(active)), Optional.empty(), HERE);
        assertThat(check(declare(z, draw), guard, assertion, giveBack(local(z))))
                .isEmpty();
    }

    @Test
    void ordinaryProgramsAreAllowed() {
        assertThat(CheckFixture.diagnostics("""
                        @Pathwise
                        static double f(double x, int n, double[] w) {
                            double y = 0;
                            for (int i = 0; i < n % 3; i++) {
                                y += w[i] * Math.abs(n) + x % 2 + Math.floorMod(n, 2) + w.length;
                                if (i == 7) {
                                    break;
                                }
                            }
                            while (n > 1 << 3) {
                                n = n / 2;
                            }
                            return y > 0 ? (double) n * y : Sampler.uniform(0, x);
                        }
                        """)).isEmpty();
    }

    private List<Diagnostic> check(Expression value) {
        return check(giveBack(value));
    }

    private List<Diagnostic> check(Statement... statements) {
        return Check.check(program(
                "demo.Demo",
                "f",
                DOUBLE,
                List.of(parameter(active, Kind.ACTIVE), parameter(constant, Kind.CONSTANT)),
                statements));
    }
}
