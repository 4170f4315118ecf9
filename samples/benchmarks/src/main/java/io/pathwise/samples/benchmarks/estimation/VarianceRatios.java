package io.pathwise.samples.benchmarks.estimation;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Locale;

/** By what factor antithetic and quasi-random noise lower the variance of an estimate with equally many paths. */
public final class VarianceRatios {
    private static final int PATHS = 1 << 17;
    private static final double[] POINT = {100, 0.05, 0.2};

    private VarianceRatios() {}

    /** The ratios as a table. */
    public static String table() {
        return "| option | noise | price | delta | rho | vega |\n|---|---|---:|---:|---:|---:|\n"
                + rows("European call", OptionsPathwise.europeanFunction(100))
                + rows("Asian call, 12 dates", OptionsPathwise.asianFunction(100, 12))
                + rows("Asian call, 252 dates", OptionsPathwise.asianFunction(100, 252));
    }

    private static String rows(String option, PathwiseFunction function) {
        MonteCarlo estimator = MonteCarlo.of(function).paths(PATHS).seed(42);
        Estimate plain = estimator.estimate(POINT);
        return row(option, "antithetic", plain, estimator.antithetic().estimate(POINT))
                + row(option, "quasi-random", plain, estimator.quasiRandom().estimate(POINT));
    }

    private static String row(String option, String noise, Estimate plain, Estimate reduced) {
        StringBuilder row = new StringBuilder("| " + option + " | " + noise + " |");
        row.append(cell(plain.standardError(), reduced.standardError()));
        for (int i = 0; i < POINT.length; i++) {
            row.append(cell(plain.gradientStandardErrors()[i], reduced.gradientStandardErrors()[i]));
        }
        return row.append("\n").toString();
    }

    private static String cell(double plainError, double reducedError) {
        double ratio = Math.pow(plainError / reducedError, 2);
        return String.format(Locale.ROOT, ratio < 100 ? " %.1f |" : " %.0f |", ratio);
    }
}
