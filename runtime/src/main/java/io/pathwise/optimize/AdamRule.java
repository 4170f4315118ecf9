package io.pathwise.optimize;

/** The update of Kingma and Ba (2015), algorithm 1. */
final class AdamRule implements UpdateRule {
    private final double firstDecay;
    private final double secondDecay;
    private final double epsilon;
    private final double[] firstMoment;
    private final double[] secondMoment;
    private double firstRemainder = 1;
    private double secondRemainder = 1;

    AdamRule(int size, double firstDecay, double secondDecay, double epsilon) {
        this.firstDecay = firstDecay;
        this.secondDecay = secondDecay;
        this.epsilon = epsilon;
        firstMoment = new double[size];
        secondMoment = new double[size];
    }

    @Override
    public void step(double[] parameters, double[] gradient, double learningRate) {
        firstRemainder *= firstDecay;
        secondRemainder *= secondDecay;
        double firstCorrection = 1 / (1 - firstRemainder);
        double secondCorrection = 1 / (1 - secondRemainder);
        for (int i = 0; i < parameters.length; i++) {
            firstMoment[i] = firstDecay * firstMoment[i] + (1 - firstDecay) * gradient[i];
            secondMoment[i] = secondDecay * secondMoment[i] + (1 - secondDecay) * gradient[i] * gradient[i];
            parameters[i] -= learningRate
                    * (firstMoment[i] * firstCorrection)
                    / (Math.sqrt(secondMoment[i] * secondCorrection) + epsilon);
        }
    }
}
