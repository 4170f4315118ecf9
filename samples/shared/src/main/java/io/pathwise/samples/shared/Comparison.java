package io.pathwise.samples.shared;

import io.pathwise.montecarlo.Estimate;
import java.util.Locale;

/**
 * An estimate beside the value that it ought to have.
 *
 * @param name what is estimated
 * @param mean the estimate
 * @param standardError its standard error
 * @param exact the true value
 */
public record Comparison(String name, double mean, double standardError, double exact) {
    private static final String FORMAT = "%-46s %14s %12s %14s%n";

    /** The value of an estimate beside the true one. */
    public static Comparison ofValue(String name, Estimate estimate, double exact) {
        return new Comparison(name, estimate.value(), estimate.standardError(), exact);
    }

    /** A partial derivative of an estimate beside the true one. */
    public static Comparison ofGradient(String name, String parameter, Estimate estimate, double exact) {
        return new Comparison(name, estimate.gradient(parameter), estimate.gradientStandardError(parameter), exact);
    }

    /** The titles over {@link #line} of several. */
    public static String header(String title) {
        return header(title, "exact");
    }

    /**
     * The titles over {@link #line} of several.
     *
     * @param reference what they are compared with, if that is not exact
     */
    public static String header(String title, String reference) {
        return String.format(Locale.ROOT, FORMAT, title, "estimate", "std. error", reference);
    }

    /** One line of a table. */
    public String line() {
        return String.format(Locale.ROOT, FORMAT, name, number(mean), number(standardError), number(exact));
    }

    /** By how many standard errors the estimate misses; 0 where both are equal to twelve digits. */
    public double deviations() {
        double miss = Math.abs(mean - exact);
        return miss <= 1e-12 * Math.max(1, Math.abs(exact)) ? 0 : miss / standardError;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }
}
