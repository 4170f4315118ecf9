package io.pathwise.montecarlo;

import java.io.Serializable;

/**
 * A standard error that is small enough.
 *
 * @param quantity 0 for the value, 1 + i for the partial derivative by parameter i
 * @param standardError the largest that is small enough
 */
record Target(int quantity, double standardError) implements Serializable {}
