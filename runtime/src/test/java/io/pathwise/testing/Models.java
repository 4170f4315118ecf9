package io.pathwise.testing;

import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Models with derivatives by hand, and what their means are. */
public final class Models {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Models() {}

    /** θ + σ ε, with the parameters θ and σ. */
    public static PathwiseFunction gaussian() {
        return new HandWritten(
                "Models.gaussian",
                List.of("mean", "deviation"),
                NoiseCount.of(1, 0),
                (parameters, normals, uniforms, gradient) -> {
                    gradient[0] += 1;
                    gradient[1] += normals[0];
                    return parameters[0] + parameters[1] * normals[0];
                });
    }

    /** The discounted payoff of a call under Black and Scholes, with the parameters spot, rate and volatility. */
    public static PathwiseFunction call(double strike, double maturity) {
        return new HandWritten(
                "Models.call",
                List.of("spot", "rate", "volatility"),
                NoiseCount.of(1, 0),
                (parameters, normals, uniforms, gradient) -> {
                    double spot = parameters[0];
                    double rate = parameters[1];
                    double volatility = parameters[2];
                    double shock = Math.sqrt(maturity) * normals[0];
                    double terminal =
                            spot * Math.exp((rate - 0.5 * volatility * volatility) * maturity + volatility * shock);
                    if (terminal <= strike) {
                        return 0;
                    }
                    double discount = Math.exp(-rate * maturity);
                    gradient[0] += discount * terminal / spot;
                    gradient[1] += discount * maturity * strike;
                    gradient[2] += discount * terminal * (shock - volatility * maturity);
                    return discount * (terminal - strike);
                });
    }

    /** Price, ∂spot, ∂rate and ∂volatility of the call in closed form. */
    public static double[] callClosedForm(double spot, double rate, double volatility, double strike, double maturity) {
        double deviation = volatility * Math.sqrt(maturity);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        double delta = NORMAL.cumulativeProbability(d1);
        double exercise = NORMAL.cumulativeProbability(d1 - deviation);
        double discountedStrike = strike * Math.exp(-rate * maturity);
        return new double[] {
            spot * delta - discountedStrike * exercise,
            delta,
            maturity * discountedStrike * exercise,
            spot * Math.sqrt(maturity) * NORMAL.density(d1)
        };
    }

    /** The price at maturity, exp(−rate · maturity) already applied, so that the mean is the spot. */
    public static PathwiseFunction terminal(double maturity) {
        return new HandWritten(
                "Models.terminal",
                List.of("spot", "rate", "volatility"),
                NoiseCount.of(1, 0),
                (parameters, normals, uniforms, gradient) -> {
                    double volatility = parameters[2];
                    double shock = Math.sqrt(maturity) * normals[0];
                    double growth = Math.exp(-0.5 * volatility * volatility * maturity + volatility * shock);
                    gradient[0] += growth;
                    gradient[2] += parameters[0] * growth * (shock - volatility * maturity);
                    return parameters[0] * growth;
                });
    }

    /** A call on the arithmetic or the geometric mean of a price without drift, with the parameters spot and volatility. */
    public static PathwiseFunction asian(double strike, int steps, boolean isGeometric) {
        return new HandWritten(
                isGeometric ? "Models.geometricAsian" : "Models.asian",
                List.of("spot", "volatility"),
                NoiseCount.of(steps, 0),
                (parameters, normals, uniforms, gradient) -> {
                    double spot = parameters[0];
                    double volatility = parameters[1];
                    double root = Math.sqrt(1.0 / steps);
                    double logarithm = Math.log(spot);
                    double logarithmByVolatility = 0;
                    double sum = 0;
                    double byVolatility = 0;
                    for (int t = 0; t < steps; t++) {
                        logarithm += -0.5 * volatility * volatility / steps + volatility * root * normals[t];
                        logarithmByVolatility += -volatility / steps + root * normals[t];
                        double price = isGeometric ? logarithm : Math.exp(logarithm);
                        sum += price / steps;
                        byVolatility += (isGeometric ? 1 : price) * logarithmByVolatility / steps;
                    }
                    double mean = isGeometric ? Math.exp(sum) : sum;
                    if (mean <= strike) {
                        return 0;
                    }
                    gradient[0] += mean / spot;
                    gradient[1] += isGeometric ? mean * byVolatility : byVolatility;
                    return mean - strike;
                });
    }

    /**
     * The mean of the geometric Asian call (A. Kemna and A. Vorst, A pricing method for options based on average asset
     * values, Journal of Banking and Finance 14, 1990).
     */
    public static double geometricAsianClosedForm(double spot, double volatility, double strike, int steps) {
        double variance = volatility * volatility * (steps + 1) * (2 * steps + 1) / (6.0 * steps * steps);
        double mean = Math.log(spot) - 0.5 * volatility * volatility * (steps + 1) / (2.0 * steps);
        double forward = Math.exp(mean + 0.5 * variance);
        double deviation = Math.sqrt(variance);
        double d1 = (Math.log(forward / strike) + 0.5 * variance) / deviation;
        return forward * NORMAL.cumulativeProbability(d1) - strike * NORMAL.cumulativeProbability(d1 - deviation);
    }

    /**
     * θ times the number of uniforms drawn until one falls below {@code stop}, plus a normal for each of them: a number of
     * draws that depends on data. The mean is θ / stop.
     */
    public static PathwiseFunction waiting(double stop) {
        return new HandWritten(
                "Models.waiting",
                List.of("theta"),
                NoiseCount.dataDependent(),
                (parameters, normals, uniforms, gradient) -> {
                    int draws = 0;
                    double sum = 0;
                    boolean isWaiting = true;
                    while (isWaiting) {
                        isWaiting = HandWritten.uniform(uniforms, draws) >= stop;
                        sum += HandWritten.normal(normals, draws);
                        draws++;
                    }
                    gradient[0] += draws;
                    return parameters[0] * draws + sum;
                });
    }
}
