package io.pathwise.runtime;

/**
 * Access to the noise arrays of a path, called by generated code.
 *
 * <p>A method whose number of draws is known before it runs checks it once ({@code require…}) and then reads the arrays
 * itself. A method whose number of draws depends on data reads each draw through {@link #normal} or {@link #uniform}.
 */
public final class Noise {
    private Noise() {}

    /**
     * Checks that there is enough normal noise for a path.
     *
     * @param method the differentiated method, such as {@code Walk.terminal}, for the message
     * @param normals the noise that the caller handed over; may be longer than needed
     * @param count how many draws the path needs; any array satisfies a count of 0 or less
     * @throws NoiseExhaustedException if the array is shorter than {@code count}
     */
    public static void requireNormals(String method, double[] normals, int count) {
        if (normals.length < count) {
            throw NoiseExhaustedException.exactly(method, NoiseKind.NORMAL, count, normals.length);
        }
    }

    /**
     * Checks that there is enough uniform noise for a path.
     *
     * @param method the differentiated method, such as {@code Walk.terminal}, for the message
     * @param uniforms the noise that the caller handed over; may be longer than needed
     * @param count how many draws the path needs; any array satisfies a count of 0 or less
     * @throws NoiseExhaustedException if the array is shorter than {@code count}
     */
    public static void requireUniforms(String method, double[] uniforms, int count) {
        if (uniforms.length < count) {
            throw NoiseExhaustedException.exactly(method, NoiseKind.UNIFORM, count, uniforms.length);
        }
    }

    /**
     * Returns the noise behind the first number, which is taken for something else than draws.
     *
     * @param method the differentiated method, such as {@code Queue.wait}, for the message
     * @param uniforms the noise that the caller handed over; not changed
     * @param memory an array to use again if it is as long as needed, or null
     * @return an array that is shorter by one
     * @throws NoiseExhaustedException if there is no number at all
     */
    public static double[] withoutFirst(String method, double[] uniforms, double[] memory) {
        if (uniforms.length == 0) {
            throw NoiseExhaustedException.atLeast(method, NoiseKind.UNIFORM, 1, 0);
        }
        int length = uniforms.length - 1;
        double[] rest = memory == null || memory.length != length ? new double[length] : memory;
        System.arraycopy(uniforms, 1, rest, 0, length);
        return rest;
    }

    /**
     * Reads one normal draw.
     *
     * @param method the differentiated method, such as {@code Queue.wait}, for the message
     * @param normals the noise that the caller handed over
     * @param index which draw, counted from 0 in the order in which the draws execute
     * @return the draw
     * @throws NoiseExhaustedException if the array ends before {@code index}
     */
    public static double normal(String method, double[] normals, int index) {
        if (index >= normals.length) {
            throw NoiseExhaustedException.atLeast(method, NoiseKind.NORMAL, index + 1, normals.length);
        }
        return normals[index];
    }

    /**
     * Reads one uniform draw.
     *
     * @param method the differentiated method, such as {@code Queue.wait}, for the message
     * @param uniforms the noise that the caller handed over
     * @param index which draw, counted from 0 in the order in which the draws execute
     * @return the draw
     * @throws NoiseExhaustedException if the array ends before {@code index}
     */
    public static double uniform(String method, double[] uniforms, int index) {
        if (index >= uniforms.length) {
            throw NoiseExhaustedException.atLeast(method, NoiseKind.UNIFORM, index + 1, uniforms.length);
        }
        return uniforms[index];
    }
}
