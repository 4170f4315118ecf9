package io.pathwise.montecarlo.noise;

/**
 * The base noise of one path after the other. What a path receives depends on its number alone, not on which paths came
 * before. One thread uses one source at a time.
 */
public interface NoiseSource {
    /**
     * Begins a path.
     *
     * @param path the number of the path, at least 0
     */
    void start(long path);

    /**
     * Continues the path's sequence of standard normal draws: the calls of one path, made with adjoining ranges, receive
     * the same draws as one call with the whole range.
     *
     * @param target receives the draws
     * @param from the index of the first draw, which is 0 or the {@code to} of the call before
     * @param to one more than the index of the last draw
     */
    void normals(double[] target, int from, int to);

    /**
     * Continues the path's sequence of draws that are uniform on the open interval (0, 1), by the rules of
     * {@link #normals}.
     *
     * @param target receives the draws
     * @param from the index of the first draw, which is 0 or the {@code to} of the call before
     * @param to one more than the index of the last draw
     */
    void uniforms(double[] target, int from, int to);
}
