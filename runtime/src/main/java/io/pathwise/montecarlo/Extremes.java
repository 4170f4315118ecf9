package io.pathwise.montecarlo;

import java.io.Serializable;

/**
 * The paths of least and of greatest value.
 *
 * @param lowestPath the path of least value, the first of them; −1 if there is no path
 * @param lowest its value
 * @param highestPath the path of greatest value, the first of them; −1 if there is no path
 * @param highest its value
 */
record Extremes(long lowestPath, double lowest, long highestPath, double highest) implements Serializable {
    static final Extremes NONE = new Extremes(-1, Double.POSITIVE_INFINITY, -1, Double.NEGATIVE_INFINITY);

    static Extremes merge(Extremes a, Extremes b) {
        boolean isLowestInB = isBetter(b.lowestPath, a.lowestPath, Double.compare(a.lowest, b.lowest));
        boolean isHighestInB = isBetter(b.highestPath, a.highestPath, Double.compare(b.highest, a.highest));
        return new Extremes(
                isLowestInB ? b.lowestPath : a.lowestPath,
                isLowestInB ? b.lowest : a.lowest,
                isHighestInB ? b.highestPath : a.highestPath,
                isHighestInB ? b.highest : a.highest);
    }

    private static boolean isBetter(long path, long than, int advantage) {
        return path >= 0 && (than < 0 || advantage > 0 || (advantage == 0 && path < than));
    }

    /** The path whose value is farthest from a mean. */
    long farthestFrom(double mean) {
        return highest - mean > mean - lowest ? highestPath : lowestPath;
    }
}
