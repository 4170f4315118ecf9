package io.pathwise.processor.split;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.DOUBLES;
import static io.pathwise.processor.program.Build.INT;
import static io.pathwise.processor.program.Build.assign;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.block;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.element;
import static io.pathwise.processor.program.Build.generated;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.loop;
import static io.pathwise.processor.program.Build.math;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Build;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final String OWNER = "demo.SourcePathwise";
    private static final int LIMIT = 250;

    /** Parts with many exits are worth having from here. */
    private static final int WIDER_LIMIT = 4 * LIMIT;

    private final Variable a = source("a", DOUBLE);
    private final Variable n = source("n", INT);
    private final Variable i = source("i", INT);
    private final Variable x = source("x", DOUBLE);
    private final Variable y = source("y", DOUBLE);

    @Test
    void leavesASmallProgramAsItIs() {
        Program small = sums(3);

        Pieces pieces = Splitter.split(small, OWNER, Optional.empty(), Set.of(), LIMIT);

        assertThat(pieces.main()).isSameAs(small);
        assertThat(pieces.parts()).isEmpty();
    }

    @Test
    void leavesNoMethodAboveTheLimit() {
        Program large = sums(100);
        assertThat(CodeSize.of(large)).isGreaterThan(3 * LIMIT);

        Pieces pieces = Splitter.split(large, OWNER, Optional.empty(), Set.of(), LIMIT);

        assertThat(pieces.parts()).hasSizeGreaterThan(2);
        assertThat(pieces.largest()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void keepsEveryStatement() {
        Program large = sums(100);

        Pieces pieces = Splitter.split(large, OWNER, Optional.empty(), Set.of(), LIMIT);

        long sines = calls(pieces.main())
                + pieces.parts().stream().mapToLong(SplitterTest::calls).sum();
        assertThat(sines).isEqualTo(calls(large));
    }

    @Test
    void namesPartsInTheOrderOfTheirCallsAroundNamesThatAreTaken() {
        Set<String> taken = Set.of("fPart1", "fPart3");

        Pieces pieces = Splitter.split(sums(100), OWNER, Optional.empty(), taken, LIMIT);

        assertThat(pieces.parts().stream().map(Program::name))
                .startsWith("fPart2", "fPart4")
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(taken);
    }

    @Test
    void onlyWhatIsLeftOfAStatementThatIsTooLargeExceedsTheLimit() {
        Expression sum = local(a);
        for (int i = 0; i < LIMIT / 8; i++) {
            sum = binary(sum, "+", math("sin", binary(local(a), "*", literal(1.5))));
        }
        Program large = program(List.of(parameter(a, Kind.ACTIVE)), declare(x, sum), giveBack(local(x)));

        Pieces pieces = Splitter.split(large, OWNER, Optional.empty(), Set.of(), LIMIT);

        assertThat(pieces.largest()).isGreaterThan(LIMIT);
    }

    @Test
    void hundredsOfArraysInMemoryKeepNoMethodTooLarge() {
        Variable gradient = generated("gradient", new Type.Reference("demo.Gradient"));
        List<Statement> statements = new ArrayList<>();
        List<Variable> arrays = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Variable array = generated("xAt", DOUBLES);
            Expression memory =
                    new Method(local(gradient), "memory", List.of(literal(i), local(n)), DOUBLES, Position.NONE);
            arrays.add(array);
            statements.add(declare(array, memory));
        }
        arrays.forEach(each -> statements.add(assign(element(each, literal(0)), math("sin", local(a)))));
        statements.add(giveBack(local(a)));
        Program large = program(
                List.of(parameter(a, Kind.ACTIVE), parameter(n, Kind.CONSTANT), parameter(gradient, Kind.ADDED)),
                statements.toArray(Statement[]::new));

        Pieces pieces = Splitter.split(large, OWNER, Optional.of(gradient), Set.of(), LIMIT);

        assertThat(pieces.largest()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void aPartTellsWhetherItsLoopIsLeft() {
        Program large = loopWith(new Break(Position.NONE));

        Pieces pieces = Splitter.split(large, OWNER, Optional.empty(), Set.of(), WIDER_LIMIT);

        assertThat(pieces.largest()).isLessThanOrEqualTo(WIDER_LIMIT);
        assertThat(Printer.print(pieces.main().body()))
                .contains("if (SourcePathwise.fPart1(")
                .contains("break;");
        assertThat(Printer.print(pieces.parts().get(0).body()))
                .doesNotContain("break")
                .contains("return true;")
                .contains("return false;");
    }

    @Test
    void whatALoopReturnsIsGivenBackBehindIt() {
        Program large = loopWith(giveBack(local(y)));

        Pieces pieces = Splitter.split(large, OWNER, Optional.empty(), Set.of(), WIDER_LIMIT);

        assertThat(pieces.largest()).isLessThanOrEqualTo(WIDER_LIMIT);
        assertThat(calls(pieces.main())
                        + pieces.parts().stream().mapToLong(SplitterTest::calls).sum())
                .isEqualTo(calls(large));
    }

    /** A loop whose body has the exit in many places. */
    private Program loopWith(Statement exit) {
        List<Statement> body = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            body.add(assign(local(x), math("sin", binary(local(x), "*", local(y)))));
            body.add(new If(binary(local(x), ">", literal(k + 0.5)), block(exit), Block.EMPTY, Position.NONE));
        }
        return program(
                List.of(parameter(a, Kind.ACTIVE), parameter(n, Kind.CONSTANT)),
                declare(x, local(a)),
                declare(y, literal(1.0)),
                loop(i, literal(0), binary(local(i), "<", local(n)), "+", body.toArray(Statement[]::new)),
                giveBack(binary(local(x), "+", local(y))));
    }

    private Program sums(int count) {
        List<Statement> statements = new ArrayList<>();
        statements.add(declare(x, local(a)));
        statements.add(declare(y, literal(1.0)));
        for (int i = 0; i < count; i++) {
            Variable changed = i % 2 == 0 ? x : y;
            statements.add(assign(local(changed), binary(math("sin", local(x)), "*", local(y))));
        }
        statements.add(giveBack(binary(local(x), "+", local(y))));
        return program(List.of(parameter(a, Kind.ACTIVE)), statements.toArray(Statement[]::new));
    }

    private static Program program(List<Parameter> parameters, Statement... body) {
        return Build.program("demo.Source", "f", DOUBLE, parameters, body);
    }

    private static long calls(Program program) {
        List<Expression> calls = new ArrayList<>();
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof Expression.Call call && call.function().name().equals("sin")) {
                calls.add(call);
            }
        });
        return calls.size();
    }
}
