package io.pathwise.samples.sde;

/**
 * The equations that the sensitivities of a geometric Brownian motion obey, integrated by hand beside it on the same noise:
 * Y = ∂S/∂σ has dY = μ Y dt + (S + σ Y) dW, and Z = ∂S/∂μ has dZ = (S + μ Z) dt + σ Z dW.
 *
 * @param end S at the end
 * @param bySigma Y at the end
 * @param byMu Z at the end
 */
record SensitivityEquation(double end, double bySigma, double byMu) {
    static SensitivityEquation euler(
            double start, double mu, double sigma, double maturity, int steps, double[] normals) {
        double dt = maturity / steps;
        double s = start;
        double y = 0;
        double z = 0;
        for (int i = 0; i < steps; i++) {
            double dw = Math.sqrt(dt) * normals[i];
            double nextY = y + mu * y * dt + (s + sigma * y) * dw;
            double nextZ = z + (s + mu * z) * dt + sigma * z * dw;
            s += mu * s * dt + sigma * s * dw;
            y = nextY;
            z = nextZ;
        }
        return new SensitivityEquation(s, y, z);
    }
}
