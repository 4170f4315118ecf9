package io.pathwise.processor.normalize;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.assign;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.normalize.Records.Flat;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Interpreter;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Type.Record PAIR = new Type.Record("demo.Pair", List.of(component("x"), component("y")));

    private static final Type.Record MARKET = new Type.Record(
            "demo.Market",
            List.of(
                    new Type.Record.Component("pair", PAIR, false),
                    new Type.Record.Component("spread", DOUBLE, true),
                    component("rate")));

    private final Variable pair = source("pair", PAIR);
    private final Variable market = source("market", MARKET);
    private final Variable other = source("other", PAIR);
    private final Variable z = source("z", DOUBLE);

    @Test
    void componentsOfParametersAreParameters() {
        Flat flat = Records.flatten(program(
                "demo.Demo",
                "f",
                DOUBLE,
                List.of(parameter(market, Kind.ACTIVE), parameter(z, Kind.ACTIVE), parameter(pair, Kind.CONSTANT)),
                giveBack(binary(read(read(local(market), "pair"), "y"), "*", local(z)))));
        assertThat(flat.program().parameters())
                .extracting(each -> each.variable().name() + " " + each.kind())
                .containsExactly(
                        "marketPairX ACTIVE",
                        "marketPairY ACTIVE",
                        "marketSpread CONSTANT",
                        "marketRate ACTIVE",
                        "z ACTIVE",
                        "pairX CONSTANT",
                        "pairY CONSTANT");
        assertThat(flat.records().components())
                .extracting(RecordParameters.Component::path)
                .containsExactly("market.pair.x", "market.pair.y", "market.spread", "market.rate", "pair.x", "pair.y");
        assertThat(print(flat.program())).isEqualTo("return marketPairY * z;");
        assertThat(Printer.print(
                        flat.sources().get(flat.program().parameters().get(1).variable())))
                .isEqualTo("market.pair().y()");
    }

    @Test
    void aLoneRecordsComponentsKeepTheirNames() {
        Flat flat = flatten(List.of(parameter(pair, Kind.ACTIVE)), giveBack(read(local(pair), "x")));
        assertThat(print(flat.program())).isEqualTo("return x;");
    }

    @Test
    void componentsThatNeedEachOtherAreComputedBeforeTheyChange() {
        Program swap = program(
                "demo.Demo",
                "f",
                DOUBLE,
                List.of(parameter(z, Kind.ACTIVE)),
                declare(pair, pair(local(z), binary(local(z), "*", local(z)))),
                assign(local(pair), pair(read(local(pair), "y"), read(local(pair), "x"))),
                giveBack(binary(read(local(pair), "x"), "-", read(local(pair), "y"))));
        Flat flat = Records.flatten(swap);
        assertThat(print(flat.program())).isEqualTo("""
                double pairX = z;
                double pairY = z * z;
                double nextPairX = pairY;
                pairY = pairX;
                pairX = nextPairX;
                return pairX - pairY;""");
        assertThat(Interpreter.run(flat.program(), 3.0))
                .isEqualTo(Interpreter.run(swap, 3.0))
                .isEqualTo(6.0);
    }

    @Test
    void whatHasANameThatLastsGetsNoOther() {
        Flat flat = flatten(
                List.of(parameter(market, Kind.ACTIVE)),
                declare(pair, read(local(market), "pair")),
                declare(other, pair(read(local(pair), "y"), read(local(market), "rate"))),
                giveBack(binary(read(local(other), "x"), "*", read(local(other), "y"))));
        assertThat(print(flat.program())).isEqualTo("return y * rate;");
    }

    @Test
    void recordsThatChangeHaveComponentsOfTheirOwn() {
        Flat flat = flatten(
                List.of(parameter(pair, Kind.ACTIVE)),
                declare(other, local(pair)),
                assign(local(pair), pair(read(local(pair), "x"), read(local(pair), "x"))),
                giveBack(binary(read(local(other), "y"), "-", read(local(pair), "y"))));
        assertThat(print(flat.program())).isEqualTo("""
                double otherX = x;
                double otherY = y;
                y = x;
                return otherY - y;""");
        assertThat(Interpreter.run(flat.program(), 3.0, 5.0)).isEqualTo(2.0);
    }

    @Test
    void programsWithoutRecordsStayAsTheyAre() {
        Program plain = program("demo.Demo", "f", DOUBLE, List.of(parameter(z, Kind.ACTIVE)), giveBack(local(z)));
        Flat flat = Records.flatten(plain);
        assertThat(flat.program()).isEqualTo(plain);
        assertThat(flat.records().isEmpty()).isTrue();
        assertThat(flat.sources()).isEqualTo(Map.of());
    }

    private static Flat flatten(List<Parameter> parameters, Statement... statements) {
        return Records.flatten(program("demo.Demo", "f", DOUBLE, parameters, statements));
    }

    private static String print(Program program) {
        return program.body().statements().stream()
                .map(each -> Printer.print(each).strip())
                .collect(Collectors.joining("\n"));
    }

    private static Expression pair(Expression x, Expression y) {
        return new RecordValue(PAIR, List.of(x, y), Position.NONE);
    }

    private static Expression read(Expression record, String name) {
        return new Component(record, name, Position.NONE);
    }

    private static Type.Record.Component component(String name) {
        return new Type.Record.Component(name, DOUBLE, false);
    }
}
