package io.pathwise.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberTest {
    private static final String COMPANION = """
            final class OptionPathwise {
                private OptionPathwise() {}

                /** Value. */
                @Differentiated(format = 1, parameters = "x")
                public static double call(double x,
                        double y) {
                    return x;
                }

                /** Gradient. */
                public static final class CallGradient {
                    /** No member of the companion. */
                    public double x;
                }

                /** A part. */
                private static void callReversePart1(double[] memory) {
                    memory[0] = 1;
                }
            }
            """;

    @Test
    void findsTheMethodsWithTheirDocumentation() {
        assertThat(Member.of(COMPANION)).extracting(Member::name).containsExactly("call", "callReversePart1");
        Member call = Member.of(COMPANION).get(0);
        assertThat(call.first()).isEqualTo(3);
        assertThat(call.lines()).hasSize(6).startsWith("    /** Value. */").endsWith("    }");
    }

    @Test
    void sortsThemIntoModes() {
        Member part = Member.of(COMPANION).get(1);
        assertThat(Mode.REVERSE.covers(part, "call")).isTrue();
        assertThat(Mode.VALUE.covers(part, "call")).isFalse();
        assertThat(Mode.REVERSE.covers(part, "callReverse")).isFalse();
    }
}
