package io.pathwise.samples.greeks;

/**
 * What the parties agree on, but for the maturity: prices are differentiated in that.
 *
 * @param payoff what is paid
 * @param strike K
 * @param barrier at which a barrier option ends
 * @param smoothing over which relative distance from the strike the smoothed digital rises
 */
record Contract(Payoff payoff, double strike, double barrier, double smoothing) {}
