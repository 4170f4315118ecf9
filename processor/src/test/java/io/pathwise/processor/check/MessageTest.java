package io.pathwise.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageTest {
    @Test
    void showsTheConditionAsItWasWritten() {
        List<Diagnostic> diagnostics = CheckFixture.diagnostics("""
                @Pathwise
                static double f(double p, double x) {
                    double y = 0;
                    while (Sampler.exponential(p) < x) {
                        y += x;
                    }
                    return y;
                }
                """);
        assertThat(diagnostics).hasSize(1);
        assertThat(diagnostics.get(0).code()).isEqualTo(Code.JUMP);
        assertThat(diagnostics.get(0).message()).contains("'Sampler.exponential(p) < x'");
    }

    @Test
    void helperThatIsCalledTwiceIsToldOnce() {
        List<Diagnostic> diagnostics = CheckFixture.diagnostics("""
                @Pathwise
                static double f(double p) {
                    double z = Sampler.normal(p, 1);
                    return round(z) + round(2 * z);
                }
                @Pathwise
                static double round(double y) {
                    return Math.floor(y);
                }
                """);
        assertThat(diagnostics).hasSize(1);
        assertThat(diagnostics.get(0).message()).contains("Math.floor");
    }
}
