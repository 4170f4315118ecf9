/** What differentiated programs, and the code generated for them, use when they run. */
@SuppressWarnings("requires-automatic") // Hipparchus has no module descriptor
module io.pathwise.runtime {
    requires transitive io.pathwise.annotations;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.sampling;
    requires org.apache.commons.statistics.distribution;
    // needed for quasi-random noise only; an application of modules that uses it requires it itself
    requires static hipparchus.core;
    // needed for the bar on the console only
    requires static me.tongfei.progressbar;

    exports io.pathwise.check;
    exports io.pathwise.montecarlo;
    exports io.pathwise.optimize;
    exports io.pathwise.runtime;
    exports io.pathwise.runtime.discrete;
}
