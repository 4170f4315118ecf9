package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constants inside active expressions follow Java's promotion, overflow, division, shifts and narrowing. */
class JavaArithmeticTest {
    private static final String SIGNATURE = "@Pathwise static double f(double x, int n, int m, long k, boolean up) ";
    private static final int N = 7;
    private static final int M = 2_000_000_011;
    private static final long K = 5_000_000_000L;

    /** {@code x} is 1.5, {@code n} 7, {@code m} 2,000,000,011, {@code k} 5,000,000,000 and {@code up} true. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            return x * (n / 2);                              => 3
            return n / 2 * x;                                => 3
            return n * x / 2;                                => 3.5
            return x * n / 2;                                => 3.5
            return x * n * m;                                => 14000000077
            return n * m * x;                                => 1115098189
            return x * (n * m);                              => 1115098189
            return x * (n * k);                              => 35000000000
            return x * (n * m * k);                          => 5575490945000000000
            return x * (n - m + k);                          => 2999999996
            return x * (n << 30);                            => -1073741824
            return x * (1 << 33);                            => 2
            return x * (1L << 33);                           => 8589934592
            return x * (-n >> 1);                            => -4
            return x * (-n >>> 28);                          => 15
            return x * (n % 4);                              => 3
            return x * (-n % 4);                             => -3
            return x * (n % 2.5);                            => 2
            return x % 0.4;                                  => 1
            return n % x;                                    => -4
            return x * (n & 3) + x * (n | 8) + x * (n ^ 2);  => 23
            return x * ~n;                                   => -8
            return x * +n * -(-2);                           => 14
            return x * -Integer.MIN_VALUE;                                  => -2147483648
            return x * -(n - 2147483647 - 8);                               => -2147483648
            return -(n - 2147483647 - 8) * x;                               => -2147483648
            return x - x * -(n - 2147483647 - 8) - x;                       => 2147483648
            return x * (char) (n + 65);                      => 72
            return x * ('a' + 1);                            => 98
            char c = 'a'; c += 1; return x * c;              => 98
            char c = 'a'; c++; return x * c;                 => 98
            int i = n; i += 2.5; return x * i;               => 9
            int i = n; i *= 1.5; return x * i;               => 10
            int i = n; i /= 2; return x * i;                 => 3
            int i = n; i <<= 29; return x * i;               => -536870912
            int i = n; i -= k; return x * i;                 => -705032697
            byte b = (byte) 200; return x * b;               => -56
            byte b = 100; b += 100; return x * b;            => -56
            short s = (short) m; return x * s;               => -27637
            long l = n; l *= m; return x * l;                => 14000000077
            long l = n * m; return x * l;                    => 1115098189
            return x * (int) k;                              => 705032704
            return x * (int) (n * 0.5);                      => 3
            return x * (double) (n / 2);                     => 3
            return x * ((double) n / 2);                     => 3.5
            return x * (up ? n / 2 : 1.0);                   => 3
            return x * (up ? n : k);                         => 7
            return x * (n > 3 && !up || n != 7 ^ up ? 2 : 5); => 2
            return up & n >= 7 ? 2 * x : x;                  => 2
            return x * Math.max(n, 3) * Math.abs(-2);        => 14
            return x * Math.floorMod(-n, 4);                 => 1
            return x * Math.floorDiv(-n, 4);                 => -2
            return x * 0x1p-2 * 1_000 * 0b11 * 010;          => 6000
            return x * Integer.MAX_VALUE * Byte.MAX_VALUE;   => 272730423169
            double y = x; y *= n / 2; return y;              => 3
            double y = x; y /= n / 2; return y * 6;          => 2
            double y = x; y += n / 2; return y;              => 1
            double y = x; y -= y / 2; return y * n;          => 3.5
            double y = x; y %= 0.4; return 3 * y;            => 3
            double y = n; y *= x; y++; return y;             => 7
            double y = 1 / 2; return (1 + y) * x;            => 1
            double y = 1 / 2.; return (1 + y) * x;           => 1.5
            return m * x * m;                                => 4.000000044e+18
            return n * (m * x);                              => 14000000077.0
            return m * (x * m);                              => 4.000000044e+18
            return x * m * n * m;                            => 2.8000000308000002e+19
            return m * (m * x) + m * m * x;                  => 4.00000004339882e+18
            return x * -m * m;                               => -4.000000044e+18
            return x * -(m * m);                             => 601180039.0
            return (x - m) * m * 2;                          => 4000000022.0
            return (x + m) * (m + m);                        => -294967274.0
            return x * (m + m);                              => -294967274.0
            return x * (m + n + m);                          => -294967267.0
            return 2 * m * x;                                => -294967274.0
            return 2 * (m * x);                              => 4000000022.0
            return x * 2 * m;                                => 4000000022.0
            return x / (1 / m + 0.5) ;                       => 2.0
            double y = m * x; return m * y;                  => 4.000000044e+18
            double y = x * m; y *= m; return y;              => 4.000000044e+18
            double y = 0; for (int i = 0; i < 2; i++) { y += m * x * m; } return y; => 8.000000088e+18
            double s = 0; for (int i = 0; i < n; i++) { s += x * (i / 2); } return s; => 9.0
            return x * (n - 2147483647 - 10) ;               => 2147483646.0
            final var y = n / 2; return y * x;               => 3
            """)
    void isJavas(String body, double derivative) {
        Subject subject = compile(body);
        Point point = Point.at(1.5, N, M, K, true);
        Modes.valuesAreTheSources(subject, point);
        assertThat(subject.forward(point, new double[] {1}).tangent()).isEqualTo(derivative);
        assertThat(subject.partials(point, 1)).containsExactly(derivative);
    }

    private static Subject compile(String body) {
        String source = "package demo; import io.pathwise.Pathwise;\nclass Arithmetic {\n" + SIGNATURE + "{ " + body
                + " }\n}\n";
        // Lossy compound assignments, which are tested here, are lint warnings since JDK 20.
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .options("-parameters")
                .allowingWarnings()
                .source(source)
                .compile();
        assertThat(result.succeeded()).as("%s", result.messages()).isTrue();
        return new Subject(result, "demo.Arithmetic", "f", Set.of());
    }
}
