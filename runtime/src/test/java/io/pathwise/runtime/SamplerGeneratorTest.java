package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SamplerGeneratorTest {
    @Test
    void returnsTheResultOfTheBody() {
        assertThat(Sampler.<String>withGenerator(new ScriptedGenerator(), () -> "result"))
                .isEqualTo("result");
    }

    @Test
    void equalSeedsGiveEqualDraws() {
        assertThat(seededDraw(42)).isEqualTo(seededDraw(42)).isNotEqualTo(seededDraw(43));
    }

    private static double seededDraw(long seed) {
        RandomGenerator generator =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return Sampler.withGenerator(generator, () -> Sampler.normal(0, 1));
    }

    @Test
    void nestedCallRestoresTheOuterGenerator() {
        ScriptedGenerator outer = ScriptedGenerator.ofGaussians(1, 2);
        ScriptedGenerator inner = ScriptedGenerator.ofGaussians(10);

        double value = Sampler.withGenerator(outer, () -> {
            double first = standardNormal();
            double second = Sampler.withGenerator(inner, SamplerGeneratorTest::standardNormal);
            return 100 * first + 10 * second + standardNormal();
        });

        assertThat(value).isEqualTo(202.0);
    }

    @Test
    void exceptionRestoresTheOuterGenerator() {
        double value = Sampler.withGenerator(ScriptedGenerator.ofGaussians(7), () -> {
            assertThatThrownBy(() -> Sampler.withGenerator(ScriptedGenerator.ofGaussians(8), () -> {
                        throw new IllegalStateException("from the body");
                    }))
                    .hasMessage("from the body");
            return standardNormal();
        });

        assertThat(value).isEqualTo(7.0);
    }

    @Test
    void afterwardsTheThreadsOwnGeneratorServesAgain() {
        ScriptedGenerator generator = ScriptedGenerator.ofGaussians(7, 8);

        Sampler.withGenerator(generator, SamplerGeneratorTest::standardNormal);
        standardNormal();

        assertThat(generator.remaining()).isEqualTo(1);
    }

    @Test
    void otherThreadsAreNotAffected() {
        ScriptedGenerator generator = ScriptedGenerator.ofGaussians(7);

        double there = Sampler.withGenerator(generator, SamplerGeneratorTest::drawOnAnotherThread);

        assertThat(there).isNotEqualTo(7.0);
        assertThat(generator.remaining()).isEqualTo(1);
    }

    @Test
    void threadsDrawIndependently() {
        // two independent normals agree to the last bit with a probability of less than 1e-14
        assertThat(drawOnAnotherThread()).isNotEqualTo(drawOnAnotherThread());
    }

    private static double drawOnAnotherThread() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            return CompletableFuture.supplyAsync(SamplerGeneratorTest::standardNormal, executor)
                    .join();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void refusesToRunWithoutGeneratorOrBody() {
        assertThatThrownBy(() -> Sampler.withGenerator(null, () -> 1.0))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("generator");
        assertThatThrownBy(() -> Sampler.withGenerator(new ScriptedGenerator(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("body");
    }

    private static double standardNormal() {
        return Sampler.normal(0, 1);
    }
}
