package io.pathwise.samples.greeks;

/**
 * What the parties agree on.
 *
 * @param payoff what is paid
 * @param strike K
 * @param barrier at which a barrier option ends
 * @param maturity in years
 * @param smoothing over which relative distance from the strike the smoothed digital rises
 */
record Contract(Payoff payoff, double strike, double barrier, double maturity, double smoothing) {}
