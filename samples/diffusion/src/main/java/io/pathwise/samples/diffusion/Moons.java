package io.pathwise.samples.diffusion;

/** Data in the plane: points on two half moons that reach into each other. */
final class Moons {
    private static final double RADIUS = 1.2;

    private Moons() {}

    /** Points at equal distances, half of them on each moon. */
    static double[][] points(int count) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            double angle = Math.PI * (i / 2) / ((count - 1) / 2);
            double radius = i % 2 == 0 ? RADIUS : -RADIUS;
            points[i] = new double[] {radius * (Math.cos(angle) - 0.5), radius * (Math.sin(angle) - 0.25)};
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
