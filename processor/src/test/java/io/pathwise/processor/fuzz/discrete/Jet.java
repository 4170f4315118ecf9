package io.pathwise.processor.fuzz.discrete;

/** A number with its partial derivatives in all parameters. */
record Jet(double value, double[] partials) {
    static Jet constant(double value, int parameters) {
        return new Jet(value, new double[parameters]);
    }

    static Jet parameter(double value, int index, int parameters) {
        Jet jet = constant(value, parameters);
        jet.partials[index] = 1;
        return jet;
    }

    Jet plus(Jet other) {
        return combined(value + other.value, 1, other, 1);
    }

    Jet minus(Jet other) {
        return combined(value - other.value, 1, other, -1);
    }

    Jet times(Jet other) {
        return combined(value * other.value, other.value, other, value);
    }

    Jet over(Jet other) {
        double quotient = value / other.value;
        return combined(quotient, 1 / other.value, other, -quotient / other.value);
    }

    Jet times(double factor) {
        return mapped(factor * value, factor);
    }

    Jet plus(double summand) {
        return mapped(value + summand, 1);
    }

    /** A function of this number, by its value and its derivative. */
    Jet mapped(double image, double slope) {
        return combined(image, slope, this, 0);
    }

    private Jet combined(double image, double slope, Jet other, double otherSlope) {
        double[] sum = new double[partials.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = slope * partials[i] + otherSlope * other.partials[i];
        }
        return new Jet(image, sum);
    }
}
