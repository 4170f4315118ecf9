package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final double[] THREE = {0.1, 0.2, 0.3};

    @Test
    void readsTheDrawAtTheIndex() {
        assertThat(Noise.normal("Queue.wait", THREE, 0)).isEqualTo(0.1);
        assertThat(Noise.normal("Queue.wait", THREE, 2)).isEqualTo(0.3);
        assertThat(Noise.uniform("Queue.wait", THREE, 1)).isEqualTo(0.2);
    }

    @Test
    void arraysThatSufficePass() {
        assertThatCode(() -> {
                    Noise.requireNormals("Walk.terminal", THREE, 3);
                    Noise.requireUniforms("Walk.terminal", THREE, 2);
                    Noise.requireNormals("Walk.terminal", new double[0], 0);
                    Noise.requireUniforms("Walk.terminal", new double[0], -1);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void requiredNormalsAreCounted() {
        NoiseExhaustedException exception =
                exhausted(() -> Noise.requireNormals("Walk.terminal", new double[100], 252));

        assertThat(exception).hasMessage("Walk.terminal needs 252 normals, but got 100");
        assertThat(exception.method()).isEqualTo("Walk.terminal");
        assertThat(exception.kind()).isEqualTo(NoiseKind.NORMAL);
        assertThat(exception.needed()).isEqualTo(252);
        assertThat(exception.given()).isEqualTo(100);
    }

    @Test
    void requiredUniformsAreCounted() {
        NoiseExhaustedException exception = exhausted(() -> Noise.requireUniforms("Walk.terminal", new double[0], 1));

        assertThat(exception).hasMessage("Walk.terminal needs 1 uniform, but got 0");
        assertThat(exception.kind()).isEqualTo(NoiseKind.UNIFORM);
    }

    @Test
    void normalPastTheEndIsCounted() {
        NoiseExhaustedException exception = exhausted(() -> Noise.normal("Queue.wait", THREE, 3));

        assertThat(exception).hasMessage("Queue.wait needs at least 4 normals, but got 3");
        assertThat(exception.kind()).isEqualTo(NoiseKind.NORMAL);
        assertThat(exception.needed()).isEqualTo(4);
        assertThat(exception.given()).isEqualTo(3);
    }

    @Test
    void uniformPastTheEndIsCounted() {
        NoiseExhaustedException exception = exhausted(() -> Noise.uniform("Queue.wait", THREE, 9));

        assertThat(exception).hasMessage("Queue.wait needs at least 10 uniforms, but got 3");
        assertThat(exception.kind()).isEqualTo(NoiseKind.UNIFORM);
    }

    private static NoiseExhaustedException exhausted(ThrowingCallable call) {
        return catchThrowableOfType(NoiseExhaustedException.class, call);
    }
}
