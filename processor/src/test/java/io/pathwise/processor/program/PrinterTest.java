package io.pathwise.processor.program;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.DOUBLES;
import static io.pathwise.processor.program.Build.INT;
import static io.pathwise.processor.program.Build.assign;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.block;
import static io.pathwise.processor.program.Build.call;
import static io.pathwise.processor.program.Build.cast;
import static io.pathwise.processor.program.Build.conditional;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.element;
import static io.pathwise.processor.program.Build.explained;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.increase;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.loop;
import static io.pathwise.processor.program.Build.math;
import static io.pathwise.processor.program.Build.negate;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Type.Primitive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTest {
    private final Variable a = source("a", DOUBLE);
    private final Variable b = source("b", DOUBLE);
    private final Variable c = source("c", DOUBLE);
    private final Variable i = source("i", INT);
    private final Expression x = local(a);
    private final Expression y = local(b);
    private final Expression z = local(c);

    @Test
    void parenthesizesRightOperandsOfTheSamePrecedence() {
        assertThat(Printer.print(binary(x, "-", binary(y, "-", z)))).isEqualTo("a - (b - c)");
        assertThat(Printer.print(binary(x, "*", binary(y, "/", z)))).isEqualTo("a * (b / c)");
        assertThat(Printer.print(binary(binary(x, "-", y), "-", z))).isEqualTo("a - b - c");
        assertThat(Printer.print(binary(binary(x, "+", y), "*", z))).isEqualTo("(a + b) * c");
    }

    @Test
    void writesRecords() {
        Type.Record.Component first = new Type.Record.Component("first", DOUBLE, false);
        Type.Record pair = new Type.Record("demo.Outer.Pair", List.of(first));
        Expression created = new RecordValue(pair, List.of(binary(x, "+", y)), Position.NONE);
        assertThat(Printer.print(created)).isEqualTo("new Outer.Pair(a + b)");
        assertThat(Printer.print(new Component(created, "first", Position.NONE)))
                .isEqualTo("new Outer.Pair(a + b).first()");
        assertThat(Printer.print(new Component(local(source("p", pair)), "first", Position.NONE)))
                .isEqualTo("p.first()");
    }

    @Test
    void keepsSignsApart() {
        assertThat(Printer.print(negate(negate(x)))).isEqualTo("-(-a)");
        assertThat(Printer.print(negate(literal(-2.0)))).isEqualTo("-(-2.0)");
        assertThat(Printer.print(binary(x, "-", literal(-1)))).isEqualTo("a - -1");
        assertThat(Printer.print(binary(x, "-", negate(y)))).isEqualTo("a - -b");
        assertThat(Printer.print(negate(binary(x, "*", y)))).isEqualTo("-(a * b)");
        assertThat(Printer.print(binary(negate(x), "*", y))).isEqualTo("-a * b");
    }

    @Test
    void bindsCastsToTheirOperand() {
        assertThat(Printer.print(cast(INT, binary(x, "+", y)))).isEqualTo("(int) (a + b)");
        assertThat(Printer.print(binary(cast(INT, x), "+", y))).isEqualTo("(int) a + b");
        assertThat(Printer.print(cast(INT, negate(x)))).isEqualTo("(int) -a");
        assertThat(Printer.print(cast(new Type.Reference("p.Q"), negate(x)))).isEqualTo("(Q) (-a)");
    }

    @Test
    void nestsConditionals() {
        Expression positive = binary(x, ">", literal(0));
        Expression inner = conditional(binary(y, ">", literal(0)), y, z);
        assertThat(Printer.print(conditional(positive, x, inner))).isEqualTo("a > 0 ? a : b > 0 ? b : c");
        assertThat(Printer.print(binary(conditional(positive, x, y), "+", z))).isEqualTo("(a > 0 ? a : b) + c");
    }

    @Test
    void readsMembersOfWhatBindsLooser() {
        Expression created = new New(DOUBLES, List.of(literal(3)), Position.NONE);
        assertThat(Printer.print(new Length(created, Position.NONE))).isEqualTo("(new double[3]).length");
        assertThat(Printer.print(new Element(created, literal(0), Position.NONE)))
                .isEqualTo("(new double[3])[0]");
        New matrix = new New(new Type.ArrayOf(DOUBLES), List.of(local(i)), Position.NONE);
        assertThat(Printer.print(matrix)).isEqualTo("new double[i][]");
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.05",
        "1e-5, 1e-5",
        "1.5e-7, 1.5e-7",
        "2, 2.0",
        "100000, 100000.0",
        "1e7, 1e7",
        "0.001, 0.001",
        "0.1234567890123, 0.1234567890123",
        "2e-3, 0.002",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "2e23, 2e23",
        "4.9e-324, 5e-324",
        "-0.5, -0.5",
        "-0.0, -0.0",
        "NaN, Double.NaN",
        "Infinity, Double.POSITIVE_INFINITY",
        "-Infinity, Double.NEGATIVE_INFINITY"
    })
    void spellsDoublesShortly(double value, String text) {
        assertThat(Printer.print(literal(value))).isEqualTo(text);
    }

    @Test
    void spellsOtherLiterals() {
        assertThat(print(3L, Primitive.LONG)).isEqualTo("3L");
        assertThat(print('\'', Primitive.CHAR)).isEqualTo("'\\''");
        assertThat(print("a\"\\\n", new Type.Reference("java.lang.String"))).isEqualTo("\"a\\\"\\\\\\n\"");
        assertThat(print(null, new Type.Reference("p.Q"))).isEqualTo("null");
        assertThat(print(true, Primitive.BOOLEAN)).isEqualTo("true");
    }

    private static String print(Object value, Type type) {
        return Printer.print(new Literal(value, type, Position.NONE));
    }

    @Test
    void writesCompoundAssignments() {
        assertThat(Printer.print(increase(x, binary(y, "*", z)))).isEqualTo("a += b * c;");
        assertThat(Printer.print(assign(x, binary(x, "-", binary(y, "-", z))))).isEqualTo("a -= b - c;");
        assertThat(Printer.print(assign(x, binary(x, "/", y)))).isEqualTo("a /= b;");
        assertThat(Printer.print(assign(x, binary(y, "+", x)))).isEqualTo("a = b + a;");
        assertThat(Printer.print(assign(x, binary(binary(x, "+", y), "+", z)))).isEqualTo("a = a + b + c;");
        assertThat(Printer.print(assign(x, binary(x, "+", literal(1))))).isEqualTo("a += 1;");
    }

    @Test
    void countsByOne() {
        Expression counter = local(i);
        assertThat(Printer.print(increase(counter, literal(1)))).isEqualTo("i++;");
        assertThat(Printer.print(assign(counter, binary(counter, "-", literal(1)))))
                .isEqualTo("i--;");
        assertThat(Printer.print(increase(counter, literal(2)))).isEqualTo("i += 2;");
    }

    @Test
    void writesNarrowingOut() {
        Expression counter = local(i);
        assertThat(Printer.print(assign(counter, cast(INT, binary(counter, "*", x)))))
                .isEqualTo("i = (int) (i * a);");
        assertThat(Printer.print(assign(counter, cast(INT, x)))).isEqualTo("i = (int) a;");
    }

    @Test
    void writesProgramsWithBranchesAndLoops() {
        Program program = program(
                "p.Q",
                "f",
                DOUBLE,
                List.of(parameter(a, Parameter.Kind.ACTIVE), parameter(i, Parameter.Kind.CONSTANT)),
                declare(b, literal(0.5)),
                new If(
                        binary(x, ">", literal(0)),
                        block(assign(y, x)),
                        block(new If(
                                binary(x, "<", literal(-1)),
                                block(giveBack(x)),
                                block(assign(y, negate(x))),
                                Position.NONE)),
                        Position.NONE),
                new While(
                        binary(y, "<", literal(1)),
                        block(increase(y, y), new Statement.Break(Position.NONE)),
                        Position.NONE),
                loop(source("k", INT), literal(0), new Literal(true, Primitive.BOOLEAN, Position.NONE), "+"),
                explained("done", giveBack(y)));
        assertThat(Printer.print(program)).isEqualTo("""
                        static double f(double a, int i) {
                            double b = 0.5;
                            if (a > 0) {
                                b = a;
                            } else if (a < -1) {
                                return a;
                            } else {
                                b = -a;
                            }
                            while (b < 1) {
                                b += b;
                                break;
                            }
                            for (int k = 0; ; k++) {}
                            // done
                            return b;
                        }""");
    }

    @Test
    void writesFormulas() {
        assertThat(Printer.mathematical(declare(c, binary(x, "*", math("exp", y)))))
                .isEqualTo("c = a * exp(b)");
        assertThat(Printer.mathematical(increase(x, binary(math("sin", x), "*", y))))
                .isEqualTo("a += sin(a) * b");
        assertThat(Printer.mathematical(binary(cast(DOUBLE, local(i)), "/", y))).isEqualTo("i / b");
        assertThat(Printer.mathematical(binary(cast(DOUBLE, binary(local(i), "+", local(i))), "/", y)))
                .isEqualTo("(i + i) / b");
        assertThat(Printer.mathematical(cast(INT, x))).isEqualTo("(int) a");
        assertThat(Printer.mathematical(giveBack(x))).isEqualTo("return a");
        assertThat(Printer.mathematical(new While(binary(x, ">", y), block(), Position.NONE)))
                .isEqualTo("while (a > b)");
    }

    @Test
    void writesDrawsAsDistributions() {
        Function normal = new Function("io.pathwise.runtime.Sampler", "normal", List.of(DOUBLE, DOUBLE), DOUBLE);
        Draw draw = new Draw(normal, List.of(x, y), Optional.of(z), Position.NONE);
        assertThat(Printer.mathematical(declare(source("step", DOUBLE), draw))).isEqualTo("step ~ normal(a, b)");
        assertThat(Printer.mathematical(increase(x, draw))).isEqualTo("a += normal(a, b)");
        assertThat(Printer.print(draw)).isEqualTo("Sampler.normal(a, b, c)");
    }

    @Test
    void breaksLongLinesBeforeTheLoosestOperators() {
        Expression term = binary(call("p.Q", "aFunctionWithALongName", DOUBLE, x, y), "*", z);
        Expression sum = binary(binary(binary(term, "+", term), "+", term), "-", term);
        assertThat(Printer.print(declare(source("total", DOUBLE), sum))).isEqualTo("""
                        double total = Q.aFunctionWithALongName(a, b) * c + Q.aFunctionWithALongName(a, b) * c
                                + Q.aFunctionWithALongName(a, b) * c - Q.aFunctionWithALongName(a, b) * c;""");
    }

    @Test
    void breaksLongArgumentsAfterCommas() {
        Expression argument = local(source("anArgumentWithAVeryLongNameIndeed", DOUBLE));
        Expression call = call("p.Q", "combine", DOUBLE, argument, argument, argument, argument);
        assertThat(Printer.print(giveBack(call))).isEqualTo("""
                        return Q.combine(anArgumentWithAVeryLongNameIndeed, anArgumentWithAVeryLongNameIndeed,
                                anArgumentWithAVeryLongNameIndeed, anArgumentWithAVeryLongNameIndeed);""");
    }

    @Test
    void breaksBetweenLongArgumentsBeforeItBreaksInside() {
        Expression term = local(source("aTermWhoseNameIsSoLongThatTwoFillALine", DOUBLE));
        Expression sum = binary(binary(binary(term, "+", term), "+", term), "+", term);
        assertThat(Printer.print(giveBack(call("p.Q", "combine", DOUBLE, sum, sum))))
                .isEqualTo("""
                        return Q.combine(aTermWhoseNameIsSoLongThatTwoFillALine + aTermWhoseNameIsSoLongThatTwoFillALine
                                + aTermWhoseNameIsSoLongThatTwoFillALine + aTermWhoseNameIsSoLongThatTwoFillALine,
                                aTermWhoseNameIsSoLongThatTwoFillALine + aTermWhoseNameIsSoLongThatTwoFillALine
                                + aTermWhoseNameIsSoLongThatTwoFillALine + aTermWhoseNameIsSoLongThatTwoFillALine);""");
    }

    @Test
    void wrapsLongComments() {
        String words = "word ".repeat(30).trim();
        assertThat(Printer.print(explained(words, giveBack(x))))
                .isEqualTo("// " + "word ".repeat(23).trim() + "\n// "
                        + "word ".repeat(7).trim() + "\nreturn a;");
    }

    @Test
    void breaksAfterTheEqualsSignIfTheRestThenFits() {
        Variable left = source("aResultWhoseNameTakesMuchOfTheLineAndThenSomeMoreOfIt", DOUBLE);
        Expression factor = local(source("aFactorWithALongNameAsWell", DOUBLE));
        assertThat(Printer.print(declare(left, binary(factor, "*", binary(factor, "+", factor)))))
                .isEqualTo("""
                        double aResultWhoseNameTakesMuchOfTheLineAndThenSomeMoreOfIt =
                                aFactorWithALongNameAsWell * (aFactorWithALongNameAsWell + aFactorWithALongNameAsWell);""");
    }

    @Test
    void readsElements() {
        Variable array = source("v", DOUBLES);
        assertThat(Printer.print(element(array, binary(local(i), "+", literal(1)))))
                .isEqualTo("v[i + 1]");
    }
}
