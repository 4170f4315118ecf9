package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Variable.Origin;
import org.junit.jupiter.api.Test;

class LoopReadingTest {
    @Test
    void readsLoopsThatTestLast() {
        assertThat(ReadFixture.body("""
                        @Pathwise static double f(double x, int n) {
                            do { double y = x; x += y; } while (x < n);
                            do x--; while (x > 0);
                            return x;
                        }
                        """)).isEqualTo("""
                        do {
                            double y = x;
                            x += y;
                        } while (x < n);
                        do {
                            x -= 1;
                        } while (x > 0);
                        return x;""");
    }

    @Test
    void countsTheElementsOfAnArray() {
        String members = """
                @Pathwise static double f(double x, @Constant int[] counts, double[] w) {
                    for (double e : w) x += e;
                    for (final double c : (counts)) { if (c < 0) { continue; } x *= c; }
                    for (var c : counts) { }
                    return x;
                }
                """;
        assertThat(ReadFixture.body(members)).isEqualTo("""
                        for (int i = 0; i < w.length; i++) {
                            double e = w[i];
                            x += e;
                        }
                        for (int i = 0; i < counts.length; i++) {
                            double c = counts[i];
                            if (c < 0) {
                                continue;
                            }
                            x *= c;
                        }
                        for (int i = 0; i < counts.length; i++) {
                            int c = counts[i];
                        }
                        return x;""");
        assertThat(ReadFixture.program(members).body().statements())
                .filteredOn(For.class::isInstance)
                .extracting(each ->
                        ((Declare) ((For) each).init().get(0)).variable().origin())
                .containsOnly(Origin.GENERATED);
    }

    @Test
    void readsLabels() {
        assertThat(ReadFixture.body("""
                        @Pathwise static double f(double x, int n, double[] w) {
                            outer:
                            for (int i = 0; i < n; i++) {
                                while (x > i) {
                                    if (x > n) break outer;
                                    if (x < 0) continue outer;
                                    if (x < 1) break;
                                    x--;
                                }
                            }
                            elements: for (double e : w) { if (e > 0) break elements; }
                            block: { if (x > 1) break block; x = 1; }
                            branch: if (x > 0) { if (x > 2) break branch; x = 2; }
                            one: two: do { if (x > 3) break one; if (x > 4) continue two; } while (x < 5);
                            return x;
                        }
                        """)).isEqualTo("""
                        outer:
                        for (int i = 0; i < n; i++) {
                            while (x > i) {
                                if (x > n) {
                                    break outer;
                                }
                                if (x < 0) {
                                    continue outer;
                                }
                                if (x < 1) {
                                    break;
                                }
                                x -= 1;
                            }
                        }
                        elements:
                        for (int i = 0; i < w.length; i++) {
                            double e = w[i];
                            if (e > 0) {
                                break elements;
                            }
                        }
                        block:
                        {
                            if (x > 1) {
                                break block;
                            }
                            x = 1;
                        }
                        branch:
                        {
                            if (x > 0) {
                                if (x > 2) {
                                    break branch;
                                }
                                x = 2;
                            }
                        }
                        one:
                        do {
                            if (x > 3) {
                                break one;
                            }
                            if (x > 4) {
                                continue one;
                            }
                        } while (x < 5);
                        return x;""");
    }
}
