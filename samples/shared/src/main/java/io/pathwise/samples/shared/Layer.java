package io.pathwise.samples.shared;

/**
 * A layer of a network: each output is a weighted sum of all inputs, and a bias.
 *
 * @param weights those of one output in a row
 * @param bias one number for each output
 */
public record Layer(double[][] weights, double[] bias) {}
