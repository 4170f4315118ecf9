package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import org.junit.jupiter.api.Test;

class StatementReadingTest {
    @Test
    void keepsParametersInOrderWithTheirKinds() {
        Program program = ReadFixture.program("""
                @Pathwise
                static double f(double x, double[] w, @Constant double k, @Constant int n, boolean b, long l) {
                    return x;
                }
                """);
        assertThat(program.owner()).isEqualTo("demo.Demo");
        assertThat(program.parameters())
                .extracting(each -> each.variable().id() + " " + each.variable().name() + " " + each.kind())
                .containsExactly(
                        "0 x ACTIVE", "1 w ACTIVE", "2 k CONSTANT", "3 n CONSTANT", "4 b CONSTANT", "5 l CONSTANT");
        assertThat(program.activeParameters()).extracting(Parameter::kind).hasSize(2);
    }

    @Test
    void readsDeclarationsAndAssignments() {
        assertThat(ReadFixture.body("""
                        @Pathwise static double f(double x) {
                            double a = 1, b;
                            final var c = a + 2;
                            b = c;
                            x += b;
                            (x) *= 2;
                            x++;
                            --x;
                            ;
                            return x;
                        }
                        """)).isEqualTo("""
                        double a = 1;
                        double b;
                        double c = a + 2;
                        b = c;
                        x += b;
                        x *= 2;
                        x += 1;
                        x -= 1;
                        return x;""");
    }

    @Test
    void infersVariablesFromTheirInitializers() {
        Program program = ReadFixture.program("""
                @Pathwise static double f(double x, int n, @Constant char c, @Constant byte b) {
                    var i = n / 2;
                    var d = n / 2.0;
                    var l = n + 1L;
                    var s = c + b;
                    var t = c;
                    var u = n > 0 ? c : 'a';
                    var v = n > 0 ? b : 1;
                    var w = n > 0 ? b : 1000;
                    var y = n > 0;
                    var z = 1 << 2L;
                    return x;
                }
                """);
        assertThat(program.body().statements())
                .filteredOn(Declare.class::isInstance)
                .extracting(each -> ((Declare) each).variable().type().javaName())
                .containsExactly("int", "double", "long", "int", "char", "char", "byte", "int", "boolean", "int");
    }

    @Test
    void narrowsCompoundAssignmentsAsJavaDoes() {
        Program program = ReadFixture.program("""
                @SuppressWarnings("lossy-conversions")
                @Pathwise static double f(double x, int i, @Constant byte b, long l) {
                    i += 2.5;
                    b++;
                    l += i;
                    l <<= 2;
                    return x;
                }
                """);
        assertThat(program.body().statements())
                .filteredOn(Assign.class::isInstance)
                .extracting(each -> ((Assign) each).value().getClass().getSimpleName() + " "
                        + ((Assign) each).value().type().javaName())
                .containsExactly("Cast int", "Cast byte", "Binary long", "Binary long");
    }

    @Test
    void readsControlFlow() {
        assertThat(ReadFixture.body("""
                        @Pathwise static double f(double x, int n, @Constant double[] w) {
                            double s = 0;
                            for (int i = 0, k = 1; i < n; i++, k += 2) {
                                if (w[i] < 0) break;
                                else if (w[i] > 10) return s;
                                s += w[i] * x * k;
                            }
                            while (s > 1) s /= 2;
                            for (;;) {
                                if (s < w.length) { return s; }
                                s--;
                            }
                        }
                        """)).isEqualTo("""
                        double s = 0;
                        for (int i = 0, k = 1; i < n; i++, k += 2) {
                            if (w[i] < 0) {
                                break;
                            } else if (w[i] > 10) {
                                return s;
                            }
                            s += w[i] * x * k;
                        }
                        while (s > 1) {
                            s /= 2;
                        }
                        for (; ;) {
                            if (s < w.length) {
                                return s;
                            }
                            s -= 1;
                        }""");
    }

    @Test
    void readsArraysOfEnumsAndStrings() {
        Program program = ReadFixture.program("""
                @Pathwise static double f(double x, Kind[] kinds, String[][] texts, int n) {
                    var own = kinds;
                    Kind[] made = {kinds[n], Kind.PUT};
                    made[0] = own[own.length - 1];
                    String[] row = texts[n];
                    row = new String[n];
                    row[0] += "a";
                    for (Kind each : kinds) { x += each == Kind.CALL ? 1 : 2; }
                    return x;
                }
                enum Kind { CALL, PUT }
                """);
        assertThat(program.activeParameters())
                .extracting(each -> each.variable().name())
                .containsExactly("x");
        assertThat(program.parameters().get(2).variable().type().javaName()).isEqualTo("java.lang.String[][]");
        assertThat(ReadFixture.print(program)).isEqualTo("""
                        Kind[] own = kinds;
                        Kind[] made = new Kind[] {kinds[n], Kind.PUT};
                        made[0] = own[own.length - 1];
                        String[] row = texts[n];
                        row = new String[n];
                        row[0] += "a";
                        for (int i = 0; i < kinds.length; i++) {
                            Kind each = kinds[i];
                            x += each == Kind.CALL ? 1 : 2;
                        }
                        return x;""");
    }

    @Test
    void distinguishesVariablesOfSiblingScopes() {
        Program program = ReadFixture.program("""
                @Pathwise static double f(double x) {
                    { double a = 1; x += a; }
                    { int a = 2; x += a; }
                    return x;
                }
                """);
        assertThat(program.variables()).isEqualTo(3);
    }
}
