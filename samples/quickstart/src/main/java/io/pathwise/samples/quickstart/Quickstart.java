package io.pathwise.samples.quickstart;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** Prices a call and all its sensitivities by Monte Carlo and prints them beside the closed form. */
public final class Quickstart {
    private static final double SPOT = 100;
    private static final double RATE = 0.05;
    private static final double VOLATILITY = 0.2;
    private static final double STRIKE = 100;
    private static final double MATURITY = 1;

    private Quickstart() {}

    /** Runs the quickstart; takes no arguments. */
    public static void main(String[] arguments) throws URISyntaxException {
        System.out.print(report(estimate(1_000_000, 1)));
        System.out.println("The derivative is ordinary code; read it in " + generatedSource());
    }

    static Estimate estimate(int paths, long seed) {
        return MonteCarlo.of(BlackScholesPathwise.callFunction(STRIKE, MATURITY))
                .paths(paths)
                .seed(seed)
                .estimate(SPOT, RATE, VOLATILITY);
    }

    private static String report(Estimate estimate) {
        ClosedForm exact = ClosedForm.of(SPOT, RATE, VOLATILITY, STRIKE, MATURITY);
        return String.format("%-8s %12s %16s %14s%n", "", "Monte Carlo", "standard error", "closed form")
                + line("price", estimate.value(), estimate.standardError(), exact.price())
                + line("delta", "spot", estimate, exact.delta())
                + line("rho", "rate", estimate, exact.rho())
                + line("vega", "volatility", estimate, exact.vega());
    }

    private static String line(String name, String parameter, Estimate estimate, double exact) {
        return line(name, estimate.gradient(parameter), estimate.gradientStandardError(parameter), exact);
    }

    private static String line(String name, double mean, double standardError, double exact) {
        return String.format(Locale.ROOT, "%-8s %12.5f %16.5f %14.5f%n", name, mean, standardError, exact);
    }

    /** Maven puts generated sources beside the compiled classes. */
    private static Path generatedSource() throws URISyntaxException {
        Path classes = Path.of(Quickstart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path source = Path.of("generated-sources", "annotations", "io", "pathwise", "samples", "quickstart");
        Path file = classes.getParent().resolve(source).resolve("BlackScholesPathwise.java");
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
