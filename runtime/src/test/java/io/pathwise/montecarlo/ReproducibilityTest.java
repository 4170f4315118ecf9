package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pathwise.testing.Models;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same bits on any number of threads, from any parts, path by path. */
class ReproducibilityTest {
    private static final double[] OPTION = {100, 0.05, 0.2};

    static Stream<Arguments> estimators() {
        MonteCarlo call = MonteCarlo.of(Models.call(100, 1)).seed(3);
        MonteCarlo waiting = MonteCarlo.of(Models.waiting(0.1)).seed(3);
        return Stream.of(
                Arguments.of("independent", call.paths(20_011), OPTION),
                Arguments.of("few paths", call.paths(5), OPTION),
                Arguments.of("antithetic", call.paths(20_010).antithetic(), OPTION),
                Arguments.of("quasi-random", call.paths(20_032).quasiRandom(), OPTION),
                Arguments.of(
                        "controlled",
                        call.paths(20_011).control(ControlVariate.ofValue(Models.terminal(1), 100, OPTION)),
                        OPTION),
                Arguments.of("data dependent", waiting.paths(9_999), new double[] {2}),
                Arguments.of("until an error", call.paths(1_000_000).untilStandardError("volatility", 0.4), OPTION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("estimators")
    void anyNumberOfThreadsGivesTheSameBits(String name, MonteCarlo estimator, double[] parameters) {
        List<Long> bits = Bits.of(estimator.threads(1).estimate(parameters));
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(Bits.of(estimator.threads(threads).estimate(parameters)))
                    .as("%d threads", threads)
                    .isEqualTo(bits);
        }
        assertThat(Bits.of(estimator.estimate(parameters))).isEqualTo(bits);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("estimators")
    void partsMergedInAnyOrderGiveTheSameBits(String name, MonteCarlo estimator, double[] parameters) {
        if (name.equals("until an error")) {
            return;
        }
        List<Long> bits = Bits.of(estimator.estimate(parameters));
        Random random = new Random(1);
        for (int attempt = 0; attempt < 5; attempt++) {
            List<PartialEstimate> parts = parts(estimator, parameters, random);
            Collections.shuffle(parts, random);
            PartialEstimate whole =
                    parts.stream().reduce(PartialEstimate::merge).orElseThrow();
            assertThat(Bits.of(whole.toEstimate())).isEqualTo(bits);
        }
    }

    private static List<PartialEstimate> parts(MonteCarlo estimator, double[] parameters, Random random) {
        List<PartialEstimate> parts = new ArrayList<>();
        long first = 0;
        while (first < estimator.blocks()) {
            long end = Math.min(first + random.nextInt(60), estimator.blocks());
            parts.add(estimator.partial(first, end, parameters));
            first = end;
        }
        return parts;
    }

    @Test
    void partsSurviveSerialization() throws IOException, ClassNotFoundException {
        MonteCarlo estimator =
                MonteCarlo.of(Models.call(100, 1)).seed(3).paths(3_000).listener(progress -> {});
        MonteCarlo elsewhere = copy(estimator);
        PartialEstimate here = estimator.partial(0, 20, OPTION);
        PartialEstimate there = copy(elsewhere.partial(20, estimator.blocks(), OPTION));

        assertThat(Bits.of(there.merge(here).toEstimate())).isEqualTo(Bits.of(estimator.estimate(OPTION)));
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @Test
    void partsThatDoNotBelongTogetherAreRefused() {
        MonteCarlo estimator = MonteCarlo.of(Models.call(100, 1)).seed(3).paths(3_000);
        PartialEstimate part = estimator.partial(0, 20, OPTION);
        assertThatThrownBy(() -> part.merge(estimator.partial(19, 25, OPTION)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the partial estimates overlap: both have the paths from 1216 on");
        for (PartialEstimate other : List.of(
                estimator.seed(4).partial(20, 25, OPTION),
                estimator.antithetic().partial(20, 25, OPTION),
                estimator.partial(20, 25, 100, 0.05, 0.3))) {
            assertThatThrownBy(() -> part.merge(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the partial estimates are of different estimates");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("estimators")
    void theMeanIsThatOfTheReplayedPaths(String name, MonteCarlo estimator, double[] parameters) {
        if (name.equals("controlled")) {
            return;
        }
        MonteCarlo small = estimator.paths(320);
        double value = 0;
        double lastPartial = 0;
        for (int path = 0; path < 320; path++) {
            PathReplay replay = small.replay(path, parameters);
            value += replay.value() / 320;
            lastPartial += replay.gradient()[parameters.length - 1] / 320;
        }
        Estimate estimate = small.estimate(parameters);
        assertThat(value).isCloseTo(estimate.value(), org.assertj.core.api.Assertions.within(1e-12 * estimate.value()));
        assertThat(lastPartial)
                .isCloseTo(
                        estimate.gradient()[parameters.length - 1],
                        org.assertj.core.api.Assertions.within(1e-11 * Math.abs(lastPartial)));
    }

    @Test
    void theWorstPathIsTheOneFarthestFromTheMean() {
        MonteCarlo estimator = MonteCarlo.of(Models.call(100, 1)).seed(3).paths(5_000);
        Estimate estimate = estimator.estimate(OPTION);
        double worst = Math.abs(estimator.replay(estimate.worstPath(), OPTION).value() - estimate.value());
        for (int path = 0; path < 5_000; path++) {
            double distance = Math.abs(estimator.replay(path, OPTION).value() - estimate.value());
            assertThat(distance).isLessThanOrEqualTo(worst);
        }
    }

    @Test
    void moreThreadsThanBlocksAreWelcome() {
        MonteCarlo estimator = MonteCarlo.of(Models.gaussian()).paths(70).seed(1);
        assertThat(Bits.of(estimator.threads(64).estimate(1, 2)))
                .isEqualTo(Bits.of(estimator.threads(1).estimate(1, 2)));
    }
}
