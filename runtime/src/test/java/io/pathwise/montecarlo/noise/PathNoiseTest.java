package io.pathwise.montecarlo.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pathwise.runtime.Noise;
import io.pathwise.runtime.NoiseCount;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PathNoiseTest {
    @Test
    void growsUntilThePathHasEnough() {
        PathNoise noise = new PathNoise(new IndependentNoise(3), NoiseCount.dataDependent());
        double[][] received = new double[2][];
        noise.run(5, (normals, uniforms) -> {
            Noise.normal("Test.path", normals, 999);
            Noise.uniform("Test.path", uniforms, 99);
            received[0] = normals.clone();
            received[1] = uniforms.clone();
        });

        IndependentNoise source = new IndependentNoise(3);
        double[] normals = new double[1000];
        double[] uniforms = new double[100];
        source.start(5);
        source.normals(normals, 0, 1000);
        source.uniforms(uniforms, 0, 100);
        assertThat(Arrays.copyOf(received[0], 1000)).isEqualTo(normals);
        assertThat(Arrays.copyOf(received[1], 100)).isEqualTo(uniforms);
    }

    @Test
    void shrinksAgainAfterARarePath() {
        PathNoise noise = new PathNoise(new IndependentNoise(3), NoiseCount.dataDependent());
        int[] length = new int[1];
        noise.run(0, (normals, uniforms) -> Noise.normal("Test.path", normals, 100_000));
        for (int path = 1; path < 2_000; path++) {
            noise.run(path, (normals, uniforms) -> length[0] = normals.length);
        }
        assertThat(length[0]).isEqualTo(16);
    }

    @Test
    void hasTheLengthThatIsKnown() {
        PathNoise noise = new PathNoise(new IndependentNoise(3), NoiseCount.of(5, 2));
        noise.run(0, (normals, uniforms) -> {
            assertThat(normals).hasSize(5);
            assertThat(uniforms).hasSize(2);
        });
    }

    @Test
    void aPathThatNeverEndsIsGivenUp() {
        PathNoise noise = new PathNoise(new IndependentNoise(3), NoiseCount.dataDependent());
        assertThatThrownBy(() -> noise.run(
                        0, (normals, uniforms) -> Noise.normal("Test.path", normals, PathNoise.MAXIMUM_DRAWS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Test.path needs at least 134217729 normals, but got 16, and more than 134217728 are not handed"
                                + " out: a loop of the path seems never to end");
    }
}
