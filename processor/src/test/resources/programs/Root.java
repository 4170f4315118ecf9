package demo;

import io.pathwise.Pathwise;

final class Root {
    private Root() {}

    @Pathwise
    static double volatility(double v, double scale) {
        return scale * Math.sqrt(Math.max(v, 0));
    }
}
