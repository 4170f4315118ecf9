package demo;

import io.pathwise.Pathwise;

final class Recursion {
    private Recursion() {}

    @Pathwise
    static double power(double x, int n) {
        if (n == 0) {
            return 1;
        }
        return x * power(x, n - 1);
    }
}
