package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordRefusalTest {
    private static final String RECORDS = """
            record Pair(double x, double y) { double sum() { return x + y; } static double twice(Pair p) { return p.x; } }
            record Loud(double x) { Loud { System.out.println(x); } }
            record Explicit(double x) { Explicit(double x) { this.x = Math.abs(x); } }
            record Clamped(double x) { public double x() { return Math.max(x, 0); } }
            record Two(double x, double y) { Two(double x) { this(x, x); } }
            record Box<T>(T content) {}
            record Dates(double x, java.time.LocalDate date) {}
            record Chain(double x, Chain next) {}
            record Single(float x) {}
            record Names(double x, String name) {}
            private record Secret(double x) {}
            record Holder(Secret secret) {}
            """;

    private static final int LINES = (int) RECORDS.lines().count();

    /** Each statement stands in line 2 from column 5 on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    z = p.sum();                            | UnknownCall 2:14
                    z = p.hashCode();                       | UnknownCall 2:19
                    z = p.x(1);                             | UnknownName 2:12
                    z = p == p ? 1 : 2;                     | UnsupportedExpression 2:11
                    z = p.equals(p) ? 1 : 2;                | UnknownCall 2:17
                    z = p;                                  | TypeMismatch 2:9
                    z = p + 1;                              | UnsupportedExpression 2:11
                    z = -p;                                 | TypeMismatch 2:9
                    p = new Two(1, 2);                      | TypeMismatch 2:9
                    p = new Pair(1, true);                  | UnknownName 2:9
                    p = new Pair(1);                        | UnknownName 2:9
                    p = new Pair(1, missing);               | UnknownName 2:21
                    z = new Loud(z).x();                    | UnknownCall -10:50
                    z = new Explicit(z).x();                | UnsupportedExpression 2:9
                    z = new Clamped(z).x();                 | UnsupportedExpression 2:9
                    z = new Two(z).x();                     | UnsupportedExpression 2:9
                    z = c.x;                                | UnsupportedExpression 2:10
                    Box<Double> box = null;                 | UnsupportedType 2:8
                    Dates dates = null;                     | UnsupportedType 2:5
                    Chain chain = null;                     | UnsupportedType 2:5
                    Single single = null;                   | FloatType 2:5
                    z = new Single(1).x();                  | FloatType 2:9
                    Pair[] pairs = {p};                     | UnsupportedType 2:9
                    var pairs = new Pair[] {p};             | UnsupportedExpression 2:17
                    Pair q = null;                          | UnsupportedExpression 2:14
                    p.x = 1;                                | UnsupportedStatement 2:6
                    p.x += 1;                               | UnsupportedStatement 2:6
                    switch (p) { default: }                 | TypeMismatch 2:13
                    throw new IllegalStateException("" + p); | UnsupportedExpression 2:40
                    assert z > 0 : p;                       | UnsupportedExpression 2:20
                    z = Math.abs(p);                        | UnknownName 2:17
                    z = Pair.twice(p);                      | UnknownCall 2:19
                    z = p.missing();                        | UnknownName 2:18
                    Object o = p;                           | UnsupportedType 2:5
                    """)
    void refusesWhatRecordsCannotDo(String statement, String expected) {
        String method =
                "@Pathwise static double f(Pair p, Clamped c, double z) {\n    " + statement + "\n    return z;\n}\n";
        assertThat(refusals(method)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Box<Double> p  | UnsupportedType 1:30 | record 'Box' has type parameters
                    Box<Pair> p    | UnsupportedType 1:30 | record 'Box' has type parameters
                    Dates p        | UnsupportedType 1:27 | its component 'date' has type 'java.time.LocalDate'
                    Chain p        | UnsupportedType 1:27 | record 'Chain' contains itself
                    Pair[] p       | UnsupportedType 1:31 | it is an array of records
                    Pair[][] p     | UnsupportedType 1:31 | it is an array of records
                    Single p       | FloatType 1:27       | float
                    Secret p       | UnsupportedType 1:27 | package access instead of 'private'
                    Holder p       | UnsupportedType 1:27 | package access instead of 'private'
                    """)
    void refusesParametersThatCompanionsCannotTake(String parameter, String expected, String text) {
        String method = "@Pathwise static double f(" + parameter + ") { return 1; }\n";
        assertThat(refusals(method)).isEqualTo(expected);
        assertThat(compile(method).messages().get(0).text()).contains(text).contains("  help: ");
    }

    @Test
    void recordsOfClassFilesMayHaveCodeOfTheirOwn() {
        assertThat(ReadFixture.refusals("""
                @Pathwise static double f(double x) {
                    return new io.pathwise.runtime.Dual(x, 1).value();
                }
                """)).isEqualTo("UnsupportedExpression 2:12");
    }

    @Test
    void recordsOfClassFilesAreReadAsParameters() {
        assertThat(ReadFixture.body("""
                @Pathwise static double f(io.pathwise.runtime.Dual x) {
                    return x.value() * x.tangent();
                }
                """)).isEqualTo("return x.value() * x.tangent();");
    }

    @Test
    void saysWhatToWriteInstead() {
        String method = "@Pathwise static double f(Pair p) {\n    return p.sum();\n}\n";
        assertThat(compile(method).messages().get(0).text()).isEqualTo("""
                [Pathwise.UnknownCall] cannot differentiate 'p.sum()': it is not @Pathwise, and gives no component of the record 'Pair'
                    help: annotate it with @Pathwise if it is the record's own, or compare and compute with the components\
                """);
    }

    private static String refusals(String method) {
        return compile(method).messages().stream()
                .map(message -> message.code() + " " + (message.line() - ReadFixture.LINES_BEFORE - LINES) + ":"
                        + message.column())
                .collect(Collectors.joining(", "));
    }

    private static CompilationResult compile(String method) {
        return ReadFixture.compile(new ReadingProcessor(), """
                package demo;
                import io.pathwise.*;
                import io.pathwise.runtime.Sampler;
                class Demo {
                """ + RECORDS + method + "}\n");
    }
}
