package io.pathwise.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.pathwise.samples.benchmarks.peers.Peer;
import io.pathwise.samples.benchmarks.peers.Peers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeerAgreementTest {
    static Stream<Arguments> problemsAndLibraries() {
        return Problems.all().keySet().stream()
                .flatMap(name -> Peers.libraries().stream().map(library -> Arguments.of(name, library)));
    }

    @ParameterizedTest
    @MethodSource("problemsAndLibraries")
    void gradientIsThatOfTheExpert(String name, String library) {
        try (Peer peer = Peers.of(name).get(library).get()) {
            PeerAgreement.require(name, peer);
        }
    }

    /** More paths must not be other paths, or peers with larger batches would have other noise. */
    @ParameterizedTest
    @MethodSource("problemsAndLibraries")
    void firstPathsAreThoseOfTheProblem(String name, String library) {
        Problem problem = Problems.all().get(name);
        try (Peer peer = Peers.of(name).get(library).get()) {
            for (int path = 0; path < problem.paths(); path++) {
                assertThat(peer.problem().expertAt(path)).isEqualTo(problem.expertAt(path));
            }
        }
    }

    @Test
    void everyLibraryHasAPeerForEveryProblem() {
        assertThat(Problems.all().keySet())
                .allSatisfy(name -> assertThat(Peers.of(name).keySet()).containsExactlyElementsOf(Peers.libraries()));
    }

    @Test
    void disagreementIsRefused() {
        try (Peer peer = Peers.of("chain").get("Hipparchus").get()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> PeerAgreement.require("wrong", new Disagreeing(peer)))
                    .withMessageStartingWith("wrong, paths from 0, partial derivative 1: the expert has");
        }
    }

    private record Disagreeing(Peer peer) implements Peer {
        @Override
        public Problem problem() {
            return peer.problem();
        }

        @Override
        public int batch() {
            return peer.batch();
        }

        @Override
        public double[] gradient(int first) {
            double[] numbers = peer.gradient(first);
            numbers[1] += 1e-8;
            return numbers;
        }
    }
}
