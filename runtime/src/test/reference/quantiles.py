"""Writes quantiles.csv: quantiles and their derivatives, far into tails and parameters, with 25 digits or more.

    python3 runtime/src/test/reference/quantiles.py > runtime/src/test/resources/io/pathwise/runtime/quantiles.csv

Needs mpmath. Each distribution is given as the logarithm of one of its tails, as a function of its parameters and of an
increasing function v of the quantile. The equation log tail = log probability is solved for v, and differentiated
implicitly, by central differences. Takes a few minutes.
"""

from mpmath import (acos, atan, besseli, cos, erfc, exp, linspace, log, loggamma, mp, mpf, nstr, pi, quad, sin,
                    sinh, cosh, sqrt)

DIGITS = 45
mp.dps = DIGITS
STEP = mpf(10) ** -15
EPSILON = mpf(10) ** -(DIGITS - 2)
WIDE = [1e-12, 1e-6, 0.0123, 0.37, 0.5, 0.81, 0.97, 1 - 1e-3, 1 - 1e-6, 1 - 1e-12]
UPPER = [0.5000001, 0.51, 0.6, 0.81, 0.97, 1 - 1e-3, 1 - 1e-6, 1 - 1e-12]


def gamma_tail(theta, v):
    a, x = theta[0], exp(v)
    log_density = a * v - x - loggamma(a)
    if x < a + 1:
        term = total = 1 / a
        n = a
        while term > EPSILON * total:
            n += 1
            term *= x / n
            total += term
        return True, log_density + log(total)
    b = x + 1 - a
    d = f = 1 / b
    c = mpf(10) ** 300
    n = 0
    change = mpf(0)
    while abs(change - 1) > EPSILON:
        n += 1
        b += 2
        d = 1 / (b + n * (a - n) * d)
        c = b + n * (a - n) / c
        change = c * d
        f *= change
    return False, log_density + log(f)


def beta_fraction(a, b, x, y):
    drift = a * y - b * x
    d = f = (a + 1) / (a * (drift + 1))
    c = mpf(10) ** 300
    m = 0
    change = mpf(0)
    while abs(change - 1) > EPSILON:
        m += 1
        before = a + 2 * m - 1
        tail = m * (b - m)
        numerator = (a + m - 1) * (a + b + m - 1) * tail * (x / before) ** 2
        denominator = m + tail * x / before + (a + m) * (drift + 1 + m * (1 + y)) / (a + 2 * m + 1)
        d = 1 / (denominator + numerator * d)
        c = denominator + numerator / c
        change = c * d
        f *= change
    return f


def beta_tail(theta, v):
    a, b = theta
    small = exp(-abs(v))
    large = 1 / (1 + small)
    x, y = (large * small, large) if v < 0 else (large, large * small)
    log_density = a * log(x) + b * log(y) - loggamma(a) - loggamma(b) + loggamma(a + b)
    if x * (b + 1) <= y * (a + 1):
        return True, log_density + log(beta_fraction(a, b, x, y))
    return False, log_density + log(beta_fraction(b, a, y, x))


def student_tail(theta, v):
    """In both tails, for t = exp(v)."""
    is_inner_lower, tail = beta_tail((theta[0] / 2, mpf(1) / 2), log(theta[0]) - 2 * v)
    return not is_inner_lower, tail


def fisher_tail(theta, v):
    return beta_tail((theta[0] / 2, theta[1] / 2), v + log(theta[0] / theta[1]))


def von_mises_tail(theta, v):
    """In both tails, for the angle x = 2 atan(exp(v)), so that the inner one is the lower."""
    kappa = theta[0]
    log_total = log(pi * besseli(0, kappa)) - kappa
    x, w = 2 * atan(exp(v)), 2 * atan(exp(-v))
    if x < 0.7 / (1 + sqrt(kappa)):
        return True, log(quad(lambda t: exp(-2 * kappa * sin(t / 2) ** 2), linspace(0, x, 5))) - log_total
    end = cos(x) - 110 / kappa
    length = acos(end) - x if end > -1 else w
    mass = quad(lambda s: exp(-2 * kappa * sin(x + s / 2) * sin(s / 2)), linspace(0, length, 9))
    return False, log(mass) - 2 * kappa * sin(x / 2) ** 2 - log_total


def inverse_gaussian_tail(theta, v):
    phi = theta[1] / theta[0]
    w = v - log(theta[0])
    alpha, beta = 2 * sqrt(phi) * sinh(w / 2), 2 * sqrt(phi) * cosh(w / 2)
    if w < 0:
        return True, log(erfc(-alpha / sqrt(2)) / 2 + exp(2 * phi) * erfc(beta / sqrt(2)) / 2)
    return False, log(erfc(alpha / sqrt(2)) / 2 - exp(2 * phi) * erfc(beta / sqrt(2)) / 2)


def normal_between(a, b):
    if a > 0:
        return (erfc(a / sqrt(2)) - erfc(b / sqrt(2))) / 2
    return (erfc(-b / sqrt(2)) - erfc(-a / sqrt(2))) / 2


def truncated_tail(theta, v):
    """For v the log-odds of the quantile's place in the interval."""
    mean, deviation, lower, upper = theta
    alpha, beta = (lower - mean) / deviation, (upper - mean) / deviation
    x = alpha + (beta - alpha) / (1 + exp(-v))
    below, above = normal_between(alpha, x), normal_between(x, beta)
    is_lower = below < above
    return is_lower, log(below if is_lower else above) - log(below + above)


def solve(tail, theta, p, q, low, high):
    def missing(v):
        is_lower, log_tail = tail(theta, v)
        return log(p) - log_tail if is_lower else log_tail - log(q)

    mp.dps = 16
    while high - low > mpf("1e-3") * min(1, abs(high) + abs(low)):
        middle = (low + high) / 2
        low, high = (middle, high) if missing(middle) > 0 else (low, middle)
    mp.dps = DIGITS
    v = (low + high) / 2
    for _ in range(40):
        is_lower, log_tail = tail(theta, v)
        slope = central(lambda s: one_side(tail, theta, s, is_lower), v, STEP * max(mpf("1e-3"), abs(v)))
        step = ((log(p) if is_lower else log(q)) - log_tail) / slope
        v += step
        if abs(step) < mpf(10) ** -26 * max(mpf("1e-9"), abs(v)):
            return v
    raise ArithmeticError((theta, p))


def one_side(tail, theta, v, is_lower):
    side, value = tail(theta, v)
    return value if side == is_lower else log(-mp.expm1(value))


def central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def sensitivities(tail, theta, v):
    is_lower = tail(theta, v)[0]
    slope = central(lambda s: one_side(tail, theta, s, is_lower), v, STEP * max(mpf("1e-3"), abs(v)))

    def partial(i):
        def moved(value):
            return one_side(tail, theta[:i] + (value,) + theta[i + 1:], v, is_lower)
        return -central(moved, theta[i], STEP * max(abs(theta[i]), STEP)) / slope

    return [partial(i) for i in range(len(theta))]


def row(sampler, names, theta, u, value, partials):
    def text(x):
        return nstr(x, 22, strip_zeros=False)
    print(",".join([sampler, " ".join(names), " ".join(theta), repr(u), text(value), " ".join(map(text, partials))]),
          flush=True)


def table(sampler, names, tail, points, noises, value, low, high, both_tails=False):
    """value(v, theta) is the quantile and its derivative in v."""
    for point in points:
        theta = tuple(mpf(float(x)) for x in point)
        for u in noises:
            p, q = mpf(u), 1 - mpf(u)
            if both_tails:
                p, q = 2 * p - 1, 2 * q
            v = solve(tail, theta, p, q, mpf(low), mpf(high))
            z, slope = value(v, theta)
            row(sampler, names, point, u, z, [slope * s for s in sensitivities(tail, theta, v)])


def mixture_tail(theta, v):
    """For the quantile itself; the parameters are all weights, then all means, then all deviations."""
    n = len(theta) // 3
    weights, means, deviations = theta[:n], theta[n:2 * n], theta[2 * n:]
    below, above = (sum(w * erfc(side * (m - v) / d / sqrt(2)) / 2 for w, m, d in zip(weights, means, deviations))
                    for side in (1, -1))
    is_lower = below < above
    return is_lower, log(below if is_lower else above) - log(sum(weights))


def exponential(v, theta):
    return exp(v), exp(v)


def identity(v, theta):
    return v, mpf(1)


def share(v, theta):
    return 1 / (1 + exp(-v)), 1 / (exp(v / 2) + exp(-v / 2)) ** 2


def angle(v, theta):
    x = 2 * atan(exp(v))
    return x, sin(x)


def truncated():
    names = ["mean", "standardDeviation", "lower", "upper"]
    points = [("0", "1", "-1", "2"), ("0", "1", "-6", "5"), ("0", "1", "5", "6"), ("0", "1", "30", "31"),
              ("0", "1", "-12", "-5"), ("1", "2", "-7", "1.001"), ("0", "100", "-1", "1.5"), ("0", "1", "0.1", "0.1001"),
              ("1", "1", "0", "8"), ("5", "0.5", "0", "3")]
    for point in points:
        theta = tuple(mpf(float(x)) for x in point)
        mean, deviation, lower, upper = theta
        for u in WIDE:
            mp.dps = 110
            v = solve_truncated(theta, mpf(u))
            z = lower + (upper - lower) / (1 + exp(-v))
            in_mean, in_deviation = sensitivities(truncated_tail, theta, v)[:2]
            slope = (upper - lower) / (exp(v / 2) + exp(-v / 2)) ** 2

            def density(x):
                return exp(-((x - mean) / deviation) ** 2 / 2)
            partials = [slope * in_mean, slope * in_deviation,
                        (1 - mpf(u)) * density(lower) / density(z), mpf(u) * density(upper) / density(z)]
            row("truncatedNormal", names, point, u, z, partials)
            mp.dps = DIGITS


def solve_truncated(theta, u):
    low, high = mpf(-60), mpf(60)
    while high - low > mpf(10) ** -60:
        middle = (low + high) / 2
        is_lower, log_tail = truncated_tail(theta, middle)
        is_below = log_tail < log(u) if is_lower else log_tail > log(1 - u)
        low, high = (middle, high) if is_below else (low, middle)
    return (low + high) / 2


def main():
    print("sampler,parameters,theta,u,value,partials")
    shapes = ["1e-3", "0.01", "0.05", "0.3", "0.9", "1.7", "5", "11", "13.9", "14.1", "25", "100", "3000", "1e6"]
    table("gamma", ["shape"], gamma_tail, [(a,) for a in shapes], WIDE, exponential, -60000, 20)
    pairs = [("1e-3", "1e-3"), ("1e-3", "1"), ("1e-3", "1e3"), ("1e-3", "1e6"), ("0.01", "30"), ("0.3", "0.8"),
             ("0.5", "1e6"), ("1e6", "0.5"), ("1", "2"), ("2", "1e6"), ("12", "9"), ("7", "35"), ("9.9", "1e4"),
             ("300", "2"), ("30", "0.05"), ("400", "700"), ("1e4", "3e5"), ("1e6", "1e6")]
    table("beta", ["alpha", "beta"], beta_tail, pairs, WIDE, share, -60000, 60000)
    freedoms = ["1e-3", "0.05", "0.6", "1", "3", "12", "19.9", "20.1", "60", "1000", "1e4", "1e6"]
    table("studentT", ["degreesOfFreedom"], student_tail, [(n,) for n in freedoms], UPPER, exponential, -40, 3000, True)
    fisher = [("0.1", "0.3"), ("1", "1"), ("3", "8"), ("2", "50"), ("40", "60"), ("1", "1e3"), ("500", "4"),
              ("1e3", "2e3"), ("1e5", "10"), ("1e6", "1"), ("3", "1e6"), ("1e6", "1e6")]
    table("fisherF", ["degreesOfFreedom1", "degreesOfFreedom2"], fisher_tail, fisher, WIDE, exponential, -1000, 1000)
    kappas = ["1e-3", "0.05", "0.7", "3", "10.6", "21.9", "22.1", "150", "1e4", "1e6"]
    table("vonMises", ["concentration"], von_mises_tail, [(k,) for k in kappas], UPPER, angle, -40, 60, True)
    ratios = [("1", "1e-3"), ("2", "0.06"), ("1", "0.5"), ("1", "1"), ("0.3", "2.1"), ("1", "100"), ("1", "1e4"),
              ("1", "1e6")]
    table("inverseGaussian", ["mean", "shape"], inverse_gaussian_tail, ratios, WIDE, exponential, -60, 20)
    truncated()
    table("dirichlet", ["concentration"], gamma_tail, [(a,) for a in shapes], WIDE, identity, -60000, 20)
    mixtures = [("1", "3", "-1", "2", "1", "0.5"), ("1", "0", "0", "5", "1", "1"), ("1e-6", "1", "4", "0", "1e-3", "1"),
                ("0.3", "0.3", "0.4", "-20", "0", "20", "1", "2", "0.1")]
    for point in mixtures:
        names = [name + str(i) for name in ("weight", "mean", "standardDeviation") for i in range(len(point) // 3)]
        table("normalMixture", names, mixture_tail, [point], WIDE, identity, -60, 60)


if __name__ == "__main__":
    main()
