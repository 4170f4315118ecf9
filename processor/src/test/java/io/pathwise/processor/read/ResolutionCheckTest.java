package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Position;
import io.pathwise.processor.read.Resolution.Subject;
import io.pathwise.processor.testing.CompilationResult;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ResolutionCheckTest {
    private static final String SOURCE = """
            package demo;
            import io.pathwise.Pathwise;
            class Demo {
                @Pathwise
                static double f(double x) {
                    var y = 1;
                    return Math.abs(x) * Math.PI + y;
                }
            }
            """;

    @Test
    void confirmsWhatTheReaderResolved() {
        assertThat(compile(UnaryOperator.identity()).messages()).isEmpty();
    }

    @Test
    void reportsAnotherMethod() {
        CompilationResult result = compile(replacing(Subject.METHOD, "java.lang.Math.abs(int)"));
        assertThat(result.places()).containsExactly("ResolutionMismatch 7:24");
        assertThat(result.messages().get(0).text())
                .contains("a call of java.lang.Math.abs(int)")
                .contains("a call of java.lang.Math.abs(double)");
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void reportsAnotherField() {
        assertThat(compile(replacing(Subject.CONSTANT, "demo.Math.PI")).places())
                .containsExactly("ResolutionMismatch 7:34");
    }

    @Test
    void reportsAnotherTypeOfAVariable() {
        CompilationResult result = compile(replacing(Subject.VARIABLE, "long"));
        assertThat(result.messages()).singleElement().satisfies(message -> {
            assertThat(message.code()).isEqualTo("ResolutionMismatch");
            assertThat(message.text()).contains("a variable of type long").contains("a variable of type int");
        });
    }

    @Test
    void reportsOtherTypesOfExpressions() {
        assertThat(compile(replacing(Subject.EXPRESSION, "char")).places())
                .hasSizeGreaterThan(5)
                .contains("ResolutionMismatch 7:34", "ResolutionMismatch 6:17");
    }

    @Test
    void comparesConstantsOfEnumsAndConstructors() {
        String source = """
                package demo;
                import io.pathwise.Pathwise;
                class Demo {
                    enum Kind { CALL, PUT }
                    @Pathwise
                    static double f(double x, Kind kind) {
                        switch (kind) {
                            case CALL: return x;
                            default: throw new IllegalStateException("kind");
                        }
                    }
                }
                """;
        assertThat(compile(UnaryOperator.identity(), source).messages()).isEmpty();
        assertThat(compile(replacing(Subject.CONSTANT, "demo.Demo.Kind.PUT"), source)
                        .places())
                .containsExactly("ResolutionMismatch 8:18");
        assertThat(compile(replacing(Subject.METHOD, "java.lang.IllegalStateException.<init>()"), source)
                        .places())
                .containsExactly("ResolutionMismatch 9:28");
        assertThat(compile(replacing(Subject.EXPRESSION, "int"), source).places())
                .contains("ResolutionMismatch 7:17", "ResolutionMismatch 9:54");
    }

    @Test
    void leavesAloneWhatTheCompilerDidNotFind() {
        Resolution expected = new Resolution(new Position(1, 2), Subject.EXPRESSION, "int");
        assertThat(ResolutionCheck.compare(List.of(expected), Map.of())).isEmpty();
        assertThat(ResolutionCheck.compare(List.of(expected), Map.of(expected.place(), "int")))
                .isEmpty();
        assertThat(ResolutionCheck.compare(List.of(expected), Map.of(expected.place(), "long")))
                .hasSize(1);
    }

    private static CompilationResult compile(UnaryOperator<Resolution> distortion) {
        return compile(distortion, SOURCE);
    }

    private static CompilationResult compile(UnaryOperator<Resolution> distortion, String source) {
        return ReadFixture.compile(new ReadingProcessor(distortion), source);
    }

    private static UnaryOperator<Resolution> replacing(Subject subject, String text) {
        return each -> each.subject() == subject ? new Resolution(each.position(), subject, text) : each;
    }
}
