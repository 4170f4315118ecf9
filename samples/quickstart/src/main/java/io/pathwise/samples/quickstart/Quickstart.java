package io.pathwise.samples.quickstart;

import io.pathwise.samples.quickstart.BlackScholesPathwise.CallGradient;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

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
        System.out.print(report(estimate(1_000_000, 42)));
        System.out.println("The derivative is ordinary code; read it in " + generatedSource());
    }

    /** Price and Greeks, each averaged over the same paths. */
    record Greeks(Statistics price, Statistics delta, Statistics rho, Statistics vega) {}

    static Greeks estimate(int paths, long seed) {
        RandomGenerator generator =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Greeks greeks = new Greeks(new Statistics(), new Statistics(), new Statistics(), new Statistics());
        CallGradient gradient = new CallGradient();
        for (int path = 0; path < paths; path++) {
            gradient.clear();
            double payoff = BlackScholesPathwise.callGradient(
                    SPOT, RATE, VOLATILITY, STRIKE, MATURITY, generator.nextGaussian(), gradient);
            greeks.price().add(payoff);
            greeks.delta().add(gradient.spot);
            greeks.rho().add(gradient.rate);
            greeks.vega().add(gradient.volatility);
        }
        return greeks;
    }

    private static String report(Greeks greeks) {
        ClosedForm exact = ClosedForm.of(SPOT, RATE, VOLATILITY, STRIKE, MATURITY);
        return String.format("%-8s %12s %16s %14s%n", "", "Monte Carlo", "standard error", "closed form")
                + line("price", greeks.price(), exact.price())
                + line("delta", greeks.delta(), exact.delta())
                + line("rho", greeks.rho(), exact.rho())
                + line("vega", greeks.vega(), exact.vega());
    }

    private static String line(String name, Statistics estimate, double exact) {
        return String.format(
                Locale.ROOT, "%-8s %12.5f %16.5f %14.5f%n", name, estimate.mean(), estimate.standardError(), exact);
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
