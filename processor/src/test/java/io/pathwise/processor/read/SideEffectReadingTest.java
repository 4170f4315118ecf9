package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideEffectReadingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    x = i++;                 | x = {int old = i; i++; old};
                    x = --i;                 | x = {i--; i};
                    x = x++ + 1;             | x = {double old = x; x += 1; old} + 1;
                    x = i = 2;               | x = {i = 2; i};
                    x += (i *= 2.5) + i;     | x += {i = (int) (i * 2.5); i} + i;
                    x = Math.abs(i = -1);    | x = Math.abs({i = -1; i});
                    i++;                     | i++;
                    x = w[i++];              | x = w[{int old = i; i++; old}];
                    i = i++ + i++ * --i;     | i = {int old = i; i++; old} + {int old = i; i++; old} * {i--; i};
                    double a = i, b = a++;   | double a = i; double b = {double old = a; a += 1; old};
                    if ((i += 2) > 3) x = 1; | if ({i += 2; i} > 3) { x = 1; }
                    while (i-- > 0) x++;     | while ({int old = i; i--; old} > 0) { x += 1; }
                    for (int j = i++; j < 3; j = i++) ++x; | for (int j = {int old = i; i++; old}; j < 3; j = {int old = i; i++; old}) { x += 1; }
                    """)
    void readsAssignmentsInsideExpressionsWithTheirValue(String statement, String read) {
        String body = ReadFixture.body("""
                @SuppressWarnings("lossy-conversions")
                @Pathwise static double f(double x, int i, double[] w) {
                    %s
                    return x;
                }
                """.formatted(statement));
        assertThat(body.replaceAll("\\s+", " ")).isEqualTo(read + " return x;");
    }

    @Test
    void readsCastsToWholeNumbers() {
        assertThat(ReadFixture.body("""
                        @Pathwise static double f(double x) {
                            int i = (int) x;
                            return (long) (x * i) + (char) i;
                        }
                        """)).isEqualTo("""
                        int i = (int) x;
                        return (long) (x * i) + (char) i;""");
    }

    @Test
    void readsGuards() {
        assertThat(ReadFixture.body("""
                        static class Odd extends ArithmeticException {
                            private static final long serialVersionUID = 1;
                            Odd(int a, String b) {}
                        }
                        private static final String HIDDEN = "secret";
                        @Pathwise static double f(double x, int n, @Constant String name) {
                            if (x < 0) throw new IllegalArgumentException("x is " + x + ", n " + (n + 1) + name + HIDDEN);
                            if (x < 1) throw (new java.util.NoSuchElementException());
                            if (x < 2) throw new AssertionError(x);
                            if (x < 3) throw new Odd(n, n > 0 ? "odd" : name);
                            assert x > 4;
                            assert x > 5 : "x is " + x;
                            assert x > 6 : n;
                            return x;
                        }
                        """)).isEqualTo("""
                        if (x < 0) {
                            throw new IllegalArgumentException("x is " + x + ", n " + (n + 1) + name + "secret");
                        }
                        if (x < 1) {
                            throw new NoSuchElementException();
                        }
                        if (x < 2) {
                            throw new AssertionError(x);
                        }
                        if (x < 3) {
                            throw new Odd(n, n > 0 ? "odd" : name);
                        }
                        assert x > 4;
                        assert x > 5 : "x is " + x;
                        assert x > 6 : n;
                        return x;""");
    }
}
