package io.pathwise.samples.quickstart;

/** Mean and standard error of a stream of numbers (Welford 1962). */
final class Statistics {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double deviation = value - mean;
        mean += deviation / count;
        squares += deviation * (value - mean);
    }

    double mean() {
        return mean;
    }

    double standardError() {
        return Math.sqrt(squares / (count - 1) / count);
    }
}
