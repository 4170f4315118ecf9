package io.pathwise.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Contradictions between whole numbers, against trying all of them. */
class WholeConstraintsTest {
    private static final Affine I = unknown("i");
    private static final Affine J = unknown("j");
    private static final Affine K = unknown("k");

    private static Affine unknown(String name) {
        return Affine.of(new Unknown(Unknown.Kind.VALUE, name, false));
    }

    private static Affine number(long value) {
        return Affine.of(value);
    }

    @Test
    void ofBounds() {
        WholeConstraints constraints = new WholeConstraints();
        constraints.less(I, J);
        constraints.less(J, K);
        assertThat(constraints.areContradictory()).isFalse();
        constraints.less(K, I.plus(2));
        assertThat(constraints.areContradictory()).isTrue();
    }

    @Test
    void ofOddAndEven() {
        WholeConstraints constraints = new WholeConstraints();
        constraints.equal(I.times(2), J.times(4).plus(1));
        assertThat(constraints.areContradictory()).isTrue();
    }

    @Test
    void betweenNeighbours() {
        WholeConstraints constraints = new WholeConstraints();
        constraints.less(number(0), I.times(3));
        constraints.less(I.times(3), number(3));
        assertThat(constraints.areContradictory()).isTrue();
    }

    @Test
    void ofInequations() {
        WholeConstraints constraints = new WholeConstraints();
        constraints.differ(I, J);
        constraints.atMost(I, J);
        assertThat(constraints.areContradictory()).isFalse();
        constraints.atMost(J, I);
        assertThat(constraints.areContradictory()).isTrue();
    }

    /** 4,000 random systems of three unknowns between -4 and 4: whatever has a solution is not called contradictory. */
    @Test
    void areNeverFoundWhereThereIsASolution() {
        Random random = new Random(5);
        int solvable = 0;
        int found = 0;
        for (int i = 0; i < 4000; i++) {
            WholeConstraints constraints = new WholeConstraints();
            List<Relation> relations = relations(random, constraints);
            boolean isSolvable = isSolvable(relations);
            boolean isContradictory = constraints.areContradictory();
            assertThat(isSolvable && isContradictory).as("%s", relations).isFalse();
            solvable += isSolvable ? 1 : 0;
            found += isContradictory ? 1 : 0;
        }
        assertThat(solvable).isBetween(800, 3200);
        assertThat((double) found / (4000 - solvable)).isGreaterThan(0.9);
    }

    /**
     * A random relation.
     *
     * @param kind 0 for {@code = 0}, 1 for {@code ≠ 0}, else {@code ≥ 0}
     */
    private record Relation(int a, int b, int c, int constant, int kind) {
        boolean holds(int i, int j, int k) {
            int value = a * i + b * j + c * k + constant;
            return kind == 0 ? value == 0 : kind == 1 ? value != 0 : value >= 0;
        }
    }

    private static List<Relation> relations(Random random, WholeConstraints constraints) {
        List<Relation> relations = new ArrayList<>();
        for (Affine each : List.of(I, J, K)) {
            constraints.atMost(number(-4), each);
            constraints.atMost(each, number(4));
        }
        int count = 2 + random.nextInt(4);
        for (int n = 0; n < count; n++) {
            Relation relation = new Relation(
                    random.nextInt(7) - 3,
                    random.nextInt(7) - 3,
                    random.nextInt(7) - 3,
                    random.nextInt(15) - 7,
                    random.nextInt(5));
            relations.add(relation);
            Affine value = I.times(relation.a)
                    .plus(J.times(relation.b))
                    .plus(K.times(relation.c))
                    .plus(relation.constant);
            switch (relation.kind) {
                case 0 -> constraints.equal(value, number(0));
                case 1 -> constraints.differ(value, number(0));
                default -> constraints.atMost(number(0), value);
            }
        }
        return relations;
    }

    private static boolean isSolvable(List<Relation> relations) {
        for (int i = -4; i <= 4; i++) {
            for (int j = -4; j <= 4; j++) {
                for (int k = -4; k <= 4; k++) {
                    int[] at = {i, j, k};
                    if (relations.stream().allMatch(each -> each.holds(at[0], at[1], at[2]))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
