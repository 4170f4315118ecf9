package io.pathwise.samples.diffusion;

/** Data in the plane: points on two arms of a spiral. */
final class Spiral {
    private static final double TURNS = 1.1;
    private static final double INNER = 0.35;
    private static final double OUTER = 1.9;

    private Spiral() {}

    /** Points at equal distances in angle, half of them on each arm. */
    static double[][] points(int count) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            double along = (double) (i / 2) / ((count - 1) / 2);
            double radius = INNER + (OUTER - INNER) * along;
            double angle = 2 * Math.PI * TURNS * along + (i % 2) * Math.PI;
            points[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
        return points;
    }

    /** The mean distance of points from the nearest of the data. */
    static double distance(double[][] from, double[][] data) {
        double sum = 0;
        for (double[] point : from) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] other : data) {
                nearest = Math.min(nearest, Math.hypot(point[0] - other[0], point[1] - other[1]));
            }
            sum += nearest;
        }
        return sum / from.length;
    }
}
