package io.pathwise.montecarlo;

import java.util.Arrays;

/**
 * One path of an estimate, run alone: its noise and what it yielded. Hand the noise to the companion's methods to follow
 * the path with a debugger.
 *
 * @param path the number of the path
 * @param normals the standard normal noise; longer than the path needs if the number of draws depends on the path
 * @param uniforms the uniform noise; likewise
 * @param value the value, which may be NaN or infinite
 * @param gradient the partial derivatives in the order of the parameters
 */
public record PathReplay(long path, double[] normals, double[] uniforms, double value, double[] gradient) {
    /** Returns all of it, arrays element by element. */
    @Override
    public String toString() {
        return "path " + path + ": value " + value + ", gradient " + Arrays.toString(gradient) + ", normals "
                + Arrays.toString(normals) + ", uniforms " + Arrays.toString(uniforms);
    }
}
