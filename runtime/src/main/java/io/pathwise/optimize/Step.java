package io.pathwise.optimize;

/**
 * One step of an optimiser.
 *
 * @param number the number of the step, from 0
 * @param value the estimated objective before the step
 * @param gradientNorm the Euclidean norm of the estimated gradient before the step
 * @param learningRate the learning rate of the step
 */
public record Step(long number, double value, double gradientNorm, double learningRate) {}
