package io.pathwise.processor.fuzz;

/**
 * A partial derivative by central differences.
 *
 * @param error by how much it may be wrong; infinite near a kink or jump, which step sizes and sides betray
 */
record Difference(double value, double error) {
    private static final double STEP = 2e-5;
    private static final double MOST = 1e-3;

    static Difference of(Path path, double[] parameters, int component) {
        double step = STEP * Math.max(1, Math.abs(parameters[component]));
        double at = path.value(parameters);
        double wide = slope(path, parameters, component, step, -step);
        double narrow = slope(path, parameters, component, step / 2, -step / 2);
        double narrowest = slope(path, parameters, component, step / 4, -step / 4);
        double sides =
                slope(path, parameters, component, step / 4, 0) - slope(path, parameters, component, 0, -step / 4);
        double scale = Math.abs(narrow) + Math.abs(at) + 1e-3;
        double error = Math.abs(wide - narrow) + Math.abs(narrow - narrowest) + 1e-11 * Math.abs(at) / step;
        boolean isSmooth = error < MOST * scale && Math.abs(sides) < MOST * scale;
        return new Difference((4 * narrow - wide) / 3, isSmooth ? error : Double.POSITIVE_INFINITY);
    }

    private static double slope(Path path, double[] parameters, int component, double right, double left) {
        return (shifted(path, parameters, component, right) - shifted(path, parameters, component, left))
                / (right - left);
    }

    /** The value beside the point; NaN where the parameters of a draw leave their range. */
    private static double shifted(Path path, double[] parameters, int component, double by) {
        double[] shifted = parameters.clone();
        shifted[component] += by;
        try {
            return path.value(shifted);
        } catch (IllegalArgumentException outside) {
            return Double.NaN;
        }
    }

    boolean isSmooth() {
        return error < Double.POSITIVE_INFINITY;
    }

    /** Whether a derivative may be this one. */
    boolean admits(double derivative) {
        double scale = Math.max(Math.abs(value), Math.abs(derivative));
        return Math.abs(derivative - value) <= 1e-4 * scale + 20 * error + 1e-7;
    }
}
