package io.pathwise.samples.greeks;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.samples.shared.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prices options under two models, with all Greeks of each from one reverse sweep per path. */
public final class Greeks {
    /** Spot, volatility, rate and maturity. */
    static final double[] MARKET = {100, 0.2, 0.05, 1};

    /** Spot, the model's five parameters, rate and maturity. */
    static final double[] HESTON_MARKET = {100, 0.04, 2, 0.06, 0.3, -0.6, 0.03, 1};

    private static final double STRIKE = 105;
    private static final double BARRIER = 85;
    private static final double SMOOTHING = 0.02;

    private final int paths;
    private final int steps;
    private final long seed;

    Greeks(int paths, int steps, long seed) {
        this.paths = paths;
        this.steps = steps;
        this.seed = seed;
    }

    /** Runs the sample; arguments are of no meaning. */
    public static void main(String[] arguments) {
        Greeks greeks = new Greeks(200_000, 50, 42);
        System.out.println("Theta is per year that passes: minus the derivative in the maturity.");
        System.out.println();
        System.out.println("Black-Scholes, beside closed forms");
        print(Payoff.EUROPEAN, "exact", greeks.blackScholesWithGamma());
        for (Payoff payoff :
                List.of(Payoff.GEOMETRIC_ASIAN, Payoff.DOWN_AND_OUT, Payoff.SMOOTH_DIGITAL, Payoff.DIGITAL)) {
            print(payoff, "exact", greeks.blackScholes(payoff));
        }
        System.out.println(
                "The digital's payoff jumps where S = K, and a derivative along a path does not see how many");
        System.out.println(
                "paths cross over. javac warns of it unless told not to, as in Payoffs. So its Greeks are wrong: the");
        System.out.println(
                "price is right, delta and vega are 0, rho and theta are those of the discount. The smoothed digital");
        System.out.println("has them all.");
        System.out.println();
        System.out.println("Black-Scholes, beside bump-and-revalue on the same noise");
        print(Payoff.ASIAN, "bumped", greeks.blackScholesRevalued(Payoff.ASIAN));
        System.out.println("Heston in " + greeks.steps + " steps, beside the formula of the continuous process");
        for (Payoff payoff : List.of(Payoff.EUROPEAN, Payoff.SMOOTH_DIGITAL)) {
            print(payoff, "formula", greeks.heston(payoff));
        }
        System.out.println(
                "The steps and the smoothing change the digital more than chance does: the formula has neither.");
        System.out.println();
        System.out.println("Heston, beside bump-and-revalue on the same noise");
        for (Payoff payoff : List.of(Payoff.ASIAN, Payoff.DOWN_AND_OUT)) {
            print(payoff, "bumped", greeks.hestonRevalued(payoff));
        }
        Cost cost = Cost.of(HestonPathwise.optionFunction(contract(Payoff.ASIAN), greeks.steps), HESTON_MARKET);
        System.out.print(cost.text());
    }

    private static void print(Payoff payoff, String reference, List<Comparison> rows) {
        String name = payoff.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        System.out.print(Comparison.header(name, reference));
        rows.forEach(row -> System.out.print(row.line()));
        System.out.println();
    }

    /** Price and Greeks beside the closed form. */
    List<Comparison> blackScholes(Payoff payoff) {
        Contract contract = contract(payoff);
        Estimate estimate =
                monteCarlo(BlackScholesPathwise.optionFunction(contract, steps)).estimate(MARKET);
        double price = blackScholesPrice(contract, MARKET);
        return rows(estimate, price, Slopes.of(at -> blackScholesPrice(contract, at), MARKET));
    }

    private double blackScholesPrice(Contract contract, double[] at) {
        return BlackScholesFormulas.price(at[0], at[1], at[2], at[3], contract, steps);
    }

    /**
     * Price, Greeks and gamma of the European option beside closed forms. The sweep gives no derivative of second order, and
     * the pathwise delta jumps; so gamma is the pathwise derivative of another estimator of delta.
     */
    List<Comparison> blackScholesWithGamma() {
        List<Comparison> rows = new ArrayList<>(blackScholes(Payoff.EUROPEAN));
        Estimate delta =
                monteCarlo(LikelihoodRatioPathwise.callDeltaFunction(STRIKE)).estimate(MARKET);
        double exact = BlackScholesFormulas.gamma(MARKET[0], MARKET[1], MARKET[2], MARKET[3], STRIKE);
        rows.add(Comparison.ofGradient("gamma      ∂/∂spot of delta by likelihood ratio", "spot", delta, exact));
        return rows;
    }

    /** Price and Greeks beside the formula; the simulation in steps is biased besides. */
    List<Comparison> heston(Payoff payoff) {
        Contract contract = contract(payoff);
        Estimate estimate =
                monteCarlo(HestonPathwise.optionFunction(contract, steps)).estimate(HESTON_MARKET);
        return rows(
                estimate,
                hestonPrice(contract, HESTON_MARKET),
                Slopes.of(at -> hestonPrice(contract, at), HESTON_MARKET));
    }

    private static double hestonPrice(Contract contract, double[] at) {
        Heston.Model model = new Heston.Model(at[1], at[2], at[3], at[4], at[5]);
        return HestonFormulas.price(at[0], model, at[6], at[7], contract);
    }

    /** Greeks beside bump-and-revalue. */
    List<Comparison> blackScholesRevalued(Payoff payoff) {
        return revalued(BlackScholesPathwise.optionFunction(contract(payoff), steps), MARKET);
    }

    /** Greeks beside bump-and-revalue. */
    List<Comparison> hestonRevalued(Payoff payoff) {
        return revalued(HestonPathwise.optionFunction(contract(payoff), steps), HESTON_MARKET);
    }

    private List<Comparison> revalued(PathwiseFunction function, double[] at) {
        MonteCarlo monteCarlo = monteCarlo(function);
        return greeks(monteCarlo.estimate(at), Revaluation.slopes(monteCarlo, at));
    }

    private static List<Comparison> rows(Estimate estimate, double price, double[] slopes) {
        List<Comparison> rows = new ArrayList<>();
        rows.add(Comparison.ofValue("price", estimate, price));
        rows.addAll(greeks(estimate, slopes));
        return rows;
    }

    private static List<Comparison> greeks(Estimate estimate, double[] slopes) {
        List<Comparison> rows = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) {
            rows.add(Greek.of(estimate.parameterNames().get(i)).compare(estimate, slopes[i]));
        }
        return rows;
    }

    private MonteCarlo monteCarlo(PathwiseFunction function) {
        return MonteCarlo.of(function).paths(paths).seed(seed);
    }

    static Contract contract(Payoff payoff) {
        return new Contract(payoff, STRIKE, BARRIER, SMOOTHING);
    }
}
