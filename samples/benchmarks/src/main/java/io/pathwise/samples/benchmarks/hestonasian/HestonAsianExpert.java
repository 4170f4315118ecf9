package io.pathwise.samples.benchmarks.hestonasian;

/** The adjoint of {@link HestonAsian#call}, by hand. */
final class HestonAsianExpert {
    double spotBar;
    double startVarianceBar;
    double kappaBar;
    double thetaBar;
    double xiBar;
    double rhoBar;
    double rateBar;

    private double[] priceAt = {};
    private double[] volatilityAt = {};

    /** Adds the partial derivatives to the fields and returns the value. */
    double gradient(
            double spot,
            double startVariance,
            double kappa,
            double theta,
            double xi,
            double rho,
            double rate,
            double strike,
            double maturity,
            int steps,
            double[] shocks) {
        if (priceAt.length < steps) {
            priceAt = new double[steps];
            volatilityAt = new double[steps];
        }
        double[] prices = priceAt;
        double[] volatilities = volatilityAt;
        double dt = maturity / steps;
        double rootDt = Math.sqrt(dt);
        double rhoOther = Math.sqrt(1 - rho * rho);
        double xiRootDt = xi * rootDt;
        double kappaDt = kappa * dt;
        double rateDt = rate * dt;
        double halfDt = 0.5 * dt;

        double price = spot;
        double variance = startVariance;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double shock = shocks[2 * t];
            double truncated = Math.max(variance, 0);
            double volatility = Math.sqrt(truncated);
            price *= Math.exp(rateDt - halfDt * truncated + volatility * rootDt * shock);
            variance += kappaDt * (theta - truncated)
                    + xiRootDt * volatility * (rho * shock + rhoOther * shocks[2 * t + 1]);
            sum += price;
            prices[t] = price;
            volatilities[t] = volatility;
        }
        double average = sum / steps;
        if (!(average > strike)) {
            return 0;
        }
        double discount = Math.exp(-rate * maturity);
        double value = discount * (average - strike);

        double averageBar = discount / steps;
        double logPriceBar = 0;
        double varianceBar = 0;
        double kappaSum = 0;
        double thetaSum = 0;
        double xiSum = 0;
        double rhoSum = 0;
        double rhoOtherSum = 0;
        double rateSum = 0;
        for (int t = steps - 1; t >= 0; t--) {
            double shock = shocks[2 * t];
            double otherShock = shocks[2 * t + 1];
            double volatility = volatilities[t];
            double truncated = volatility * volatility;
            double varianceShock = rho * shock + rhoOther * otherShock;
            // price_{t+1} = price_t exp(…): the adjoint of the logarithm passes unchanged from one to the other.
            logPriceBar += averageBar * prices[t];
            rateSum += logPriceBar;
            kappaSum += (theta - truncated) * varianceBar;
            thetaSum += varianceBar;
            double diffusionBar = volatility * varianceBar;
            xiSum += varianceShock * diffusionBar;
            rhoSum += shock * diffusionBar;
            rhoOtherSum += otherShock * diffusionBar;
            if (volatility > 0) {
                double volatilityBar = rootDt * shock * logPriceBar + xiRootDt * varianceShock * varianceBar;
                varianceBar += 0.5 * volatilityBar / volatility - kappaDt * varianceBar - halfDt * logPriceBar;
            }
        }
        spotBar += logPriceBar / spot;
        startVarianceBar += varianceBar;
        kappaBar += dt * kappaSum;
        thetaBar += kappaDt * thetaSum;
        xiBar += rootDt * xiSum;
        rhoBar += xiRootDt * (rhoSum - rho / rhoOther * rhoOtherSum);
        rateBar += dt * rateSum - maturity * value;
        return value;
    }
}
