package io.pathwise.check;

/**
 * One partial derivative on one path, computed in three ways.
 *
 * @param path the number of the path
 * @param parameter the name of the parameter
 * @param reverse by reverse mode
 * @param forward by forward mode
 * @param difference by differences at fixed noise; NaN if the function could not be evaluated
 * @param differenceError about how wrong the differences are
 * @param verdict what the comparison came to
 */
public record PartialCheck(
        long path,
        String parameter,
        double reverse,
        double forward,
        double difference,
        double differenceError,
        Verdict verdict) {}
