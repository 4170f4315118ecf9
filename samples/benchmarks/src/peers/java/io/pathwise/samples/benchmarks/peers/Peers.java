package io.pathwise.samples.benchmarks.peers;

import io.pathwise.samples.benchmarks.chain.ChainFinmath;
import io.pathwise.samples.benchmarks.chain.ChainHipparchus;
import io.pathwise.samples.benchmarks.chain.ChainTorch;
import io.pathwise.samples.benchmarks.elbo.ElboFinmath;
import io.pathwise.samples.benchmarks.elbo.ElboHipparchus;
import io.pathwise.samples.benchmarks.elbo.ElboTorch;
import io.pathwise.samples.benchmarks.exponentialsquared.ExponentialSquaredFinmath;
import io.pathwise.samples.benchmarks.exponentialsquared.ExponentialSquaredHipparchus;
import io.pathwise.samples.benchmarks.exponentialsquared.ExponentialSquaredTorch;
import io.pathwise.samples.benchmarks.hestonasian.HestonAsianFinmath;
import io.pathwise.samples.benchmarks.hestonasian.HestonAsianHipparchus;
import io.pathwise.samples.benchmarks.hestonasian.HestonAsianTorch;
import io.pathwise.samples.benchmarks.nestedcalls.NestedCallsFinmath;
import io.pathwise.samples.benchmarks.nestedcalls.NestedCallsHipparchus;
import io.pathwise.samples.benchmarks.nestedcalls.NestedCallsTorch;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Every problem as other libraries compute it. */
public final class Peers {
    private static final List<String> LIBRARIES = List.of("Hipparchus", "finmath-lib", "PyTorch");

    private Peers() {}

    /** The names of the libraries, in the order of the table. */
    public static List<String> libraries() {
        return LIBRARIES;
    }

    /** For each library, by name, what opens its peer for a problem. */
    public static Map<String, Supplier<Peer>> of(String problem) {
        return switch (problem) {
            case "exponentialSquared" ->
                peers(ExponentialSquaredHipparchus::new, ExponentialSquaredFinmath::new, ExponentialSquaredTorch::new);
            case "chain" -> peers(ChainHipparchus::new, ChainFinmath::new, ChainTorch::new);
            case "hestonAsian" -> peers(HestonAsianHipparchus::new, HestonAsianFinmath::new, HestonAsianTorch::new);
            case "elbo" -> peers(ElboHipparchus::new, ElboFinmath::new, ElboTorch::new);
            case "nestedCalls" -> peers(NestedCallsHipparchus::new, NestedCallsFinmath::new, NestedCallsTorch::new);
            default -> throw new IllegalArgumentException("no peers for " + problem);
        };
    }

    private static Map<String, Supplier<Peer>> peers(
            Supplier<Peer> hipparchus, Supplier<Peer> finmath, Supplier<Peer> torch) {
        Map<String, Supplier<Peer>> peers = new LinkedHashMap<>();
        List<Supplier<Peer>> inOrder = List.of(hipparchus, finmath, torch);
        for (int i = 0; i < inOrder.size(); i++) {
            peers.put(LIBRARIES.get(i), inOrder.get(i));
        }
        return Collections.unmodifiableMap(peers);
    }
}
