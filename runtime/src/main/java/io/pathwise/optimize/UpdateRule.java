package io.pathwise.optimize;

/** How gradients become steps; keeps what it must remember of earlier ones. */
interface UpdateRule {
    /** Changes the parameters so as to lower the objective. */
    void step(double[] parameters, double[] gradient, double learningRate);
}
