package io.pathwise.processor.analyze;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A sum of whole unknowns with whole coefficients and a constant.
 *
 * @param coefficients the factor of each unknown, none of them 0
 * @param constant what is added
 */
record Affine(Map<Unknown, Long> coefficients, long constant) {
    Affine {
        coefficients = Collections.unmodifiableMap(coefficients);
    }

    static Affine of(long constant) {
        return new Affine(Map.of(), constant);
    }

    static Affine of(Unknown unknown) {
        return new Affine(Map.of(unknown, 1L), 0);
    }

    boolean isConstant() {
        return coefficients.isEmpty();
    }

    /** Whether it is an {@code int} without any arithmetic: a constant or an unknown. */
    boolean isSimple() {
        return isConstant()
                ? constant == (int) constant
                : equals(of(coefficients.keySet().iterator().next()));
    }

    long coefficient(Unknown unknown) {
        return coefficients.getOrDefault(unknown, 0L);
    }

    /** An unknown that can be told from the others without division. */
    Optional<Unknown> solvable() {
        return coefficients.entrySet().stream()
                .filter(each -> Math.abs(each.getValue()) == 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The greatest number that divides all coefficients; 0 if there are none. */
    long divisor() {
        return coefficients.values().stream().reduce(0L, Affine::greatestCommonDivisor);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
    }

    Affine plus(long more) {
        return new Affine(coefficients, Math.addExact(constant, more));
    }

    Affine plus(Affine other) {
        Map<Unknown, Long> sum = new LinkedHashMap<>(coefficients);
        other.coefficients.forEach((unknown, factor) -> sum.merge(unknown, factor, Math::addExact));
        sum.values().removeIf(factor -> factor == 0);
        return new Affine(sum, Math.addExact(constant, other.constant));
    }

    Affine minus(Affine other) {
        return plus(other.times(-1));
    }

    Affine times(long factor) {
        if (factor == 0) {
            return of(0);
        }
        Map<Unknown, Long> product = new LinkedHashMap<>();
        coefficients.forEach((unknown, each) -> product.put(unknown, Math.multiplyExact(each, factor)));
        return new Affine(product, Math.multiplyExact(constant, factor));
    }

    /** The sum over a common divisor of its coefficients, the constant rounded down. */
    Affine dividedBy(long divisor) {
        Map<Unknown, Long> quotient = new LinkedHashMap<>();
        coefficients.forEach((unknown, each) -> quotient.put(unknown, each / divisor));
        return new Affine(quotient, Math.floorDiv(constant, divisor));
    }

    /** The sum with another one in place of an unknown. */
    Affine with(Unknown unknown, Affine value) {
        long factor = coefficient(unknown);
        if (factor == 0) {
            return this;
        }
        Map<Unknown, Long> others = new LinkedHashMap<>(coefficients);
        others.remove(unknown);
        return new Affine(others, constant).plus(value.times(factor));
    }
}
