package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.testing.CompilationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class SwitchReadingTest {
    @Test
    void readsCasesAsAChainOfBranches() {
        assertThat(body("""
                        switch (n) {
                            case 0:
                                x = 1;
                                break;
                            case 1, 2: case 3: {
                                double y = x;
                                x = y;
                                break;
                            }
                            default:
                                if (x > 1) { break; } else { x = 2; }
                                break;
                        }
                        switch (n % 3) { case 1 -> x = 4; case 2 -> { x = 5; } default -> throw new IllegalStateException(); }
                        """)).isEqualTo("""
                        if (n == 0) {
                            x = 1;
                        } else if (n == 1 || n == 2 || n == 3) {
                            double y = x;
                            x = y;
                        } else if (x > 1) {
                        } else {
                            x = 2;
                        }
                        int selector = n % 3;
                        if (selector == 1) {
                            x = 4;
                        } else if (selector == 2) {
                            x = 5;
                        } else {
                            throw new IllegalStateException();
                        }
                        return x;""");
    }

    @Test
    void repeatsWhatACaseFallsInto() {
        assertThat(body("""
                        switch (n) {
                            case 0: int y = 1; x += y;
                            default: y = 2; x *= y;
                            case 1: for (int i = 0; i < n; i++) x += i;
                        }
                        """)).isEqualTo("""
                        if (n == 0) {
                            int y = 1;
                            x += y;
                            y = 2;
                            x *= y;
                            for (int i = 0; i < n; i++) {
                                x += i;
                            }
                        } else if (n == 1) {
                            for (int i = 0; i < n; i++) {
                                x += i;
                            }
                        } else {
                            int y;
                            y = 2;
                            x *= y;
                            for (int i = 0; i < n; i++) {
                                x += i;
                            }
                        }
                        return x;""");
    }

    @Test
    void givesRepeatedDeclarationsVariablesOfTheirOwn() {
        Program program = program("""
                switch (n) {
                    case 0: int y = 1; x += y;
                    case 1: y = 2; int z = y++; x += z;
                    default: y = 3; x += y;
                }
                """);
        int[] declarations = {0};
        Statements.walk(program.body(), each -> {
            if (each instanceof Declare) {
                declarations[0]++;
            }
        });
        assertThat(Statements.declared(program.body())).hasSize(5);
        assertThat(declarations[0]).isEqualTo(5);
    }

    @Test
    void labelsAChainThatIsLeftEarly() {
        assertThat(body("""
                        cases: for (int i = 0; i < n; i++) {
                            switch (i) {
                                case 0: if (x > 1) break; x = 2; continue;
                                case 1: switch (n) { case 5: while (true) { break; } if (x > 2) continue cases; x++; }
                                    break;
                                default: while (x > 3) { x--; if (x > 4) continue; break; }
                            }
                            x += 1;
                        }
                        """)).isEqualTo("""
                        cases:
                        for (int i = 0; i < n; i++) {
                            cases2:
                            {
                                if (i == 0) {
                                    if (x > 1) {
                                        break cases2;
                                    }
                                    x = 2;
                                    continue;
                                } else if (i == 1) {
                                    if (n == 5) {
                                        while (true) {
                                            break;
                                        }
                                        if (x > 2) {
                                            continue cases;
                                        }
                                        x += 1;
                                    }
                                } else {
                                    while (x > 3) {
                                        x -= 1;
                                        if (x > 4) {
                                            continue;
                                        }
                                        break;
                                    }
                                }
                            }
                            x += 1;
                        }
                        return x;""");
    }

    @Test
    void comparesStringsAndEnums() {
        assertThat(body("""
                        switch (text) { case "a": x = 1; break; case WORD + 1: x = 2; }
                        switch (kind) { case CALL -> x = 1; case PUT -> x = 2; }
                        if (kind != Kind.PUT) x = 3;
                        """)).isEqualTo("""
                        if ("a".equals(text)) {
                            x = 1;
                        } else if ((Demo.WORD + 1).equals(text)) {
                            x = 2;
                        }
                        if (kind == Kind.CALL) {
                            x = 1;
                        } else if (kind == Kind.PUT) {
                            x = 2;
                        }
                        if (kind != Kind.PUT) {
                            x = 3;
                        }
                        return x;""");
    }

    @Test
    void takesStringsAndEnumsAsConstants() {
        assertThat(program("").parameters())
                .extracting(each -> each.variable().type().javaName() + " " + each.kind())
                .contains("demo.Demo.Kind " + Parameter.Kind.CONSTANT, "java.lang.String " + Parameter.Kind.CONSTANT);
    }

    @Test
    void passesStringsAndEnumsToHelpers() {
        assertThat(ReadFixture.programsOf("""
                        package demo;
                        import io.pathwise.Pathwise;
                        class Demo {
                            enum Kind { CALL, PUT }
                            @Pathwise static double f(double x, Kind kind) { return g(x, kind, "a") + g(x, Kind.PUT, "b"); }
                            @Pathwise static double g(double x, Kind kind, String text) { return x; }
                        }
                        """))
                .extracting(ReadFixture::print)
                .containsExactly("return Demo.g(x, kind, \"a\") + Demo.g(x, Kind.PUT, \"b\");", "return x;");
    }

    @Test
    void readsValuesOfSwitchExpressions() {
        assertThat(body("""
                        x = switch (n) { case 1 -> 2; case 2, 3 -> x; default -> { if (x > 1) { yield 4; } yield 5; } };
                        x += switch (kind) { case CALL -> 1; case PUT -> 2L; };
                        """)).isEqualTo("""
                        x =
                                {double result; cases: { if (n == 1) { result = 2; }\
                         else if (n == 2 || n == 3) { result = x; }\
                         else { if (x > 1) { result = 4; break cases; } result = 5; } } result};
                        x +=
                                {long result; if (kind == Kind.CALL) { result = 1; }\
                         else if (kind == Kind.PUT) { result = 2L; }\
                         else { throw new IllegalStateException("no case for " + kind); } result};
                        return x;""");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void refusesPatternsAndNull() {
        CompilationResult result = ReadFixture.compile(new ReadingProcessor(), """
                package demo;
                import io.pathwise.Pathwise;
                class Demo {
                    enum Kind { CALL, PUT }
                    @Pathwise static double f(double x, Kind kind) {
                        switch (kind) {
                            case CALL -> x++;
                            case Kind k -> x--;
                        }
                        return switch (kind) {
                            case Kind.CALL -> 1;
                            case null, default -> 2;
                        };
                    }
                }
                """);
        assertThat(result.places()).containsExactly("UnsupportedStatement 8:13", "UnsupportedExpression 12:18");
    }

    private static String body(String statements) {
        return ReadFixture.print(program(statements));
    }

    private static Program program(String statements) {
        return ReadFixture.program("""
                enum Kind { CALL, PUT }
                static final String WORD = "word";
                @SuppressWarnings("fallthrough")
                @Pathwise static double f(double x, int n, Kind kind, String text) {
                    %s
                    return x;
                }
                """.formatted(statements));
    }
}
