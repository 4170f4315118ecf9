package io.pathwise.runtime;

import java.util.Arrays;

/**
 * A place in the noise of a path that moves with every draw: methods that call each other draw from one cursor, each
 * going on where the other has stopped.
 *
 * <p>Serves generated code. One thread uses one cursor at a time.
 */
public final class NoiseCursor {
    /** The noise of a kind that a method does not draw. */
    public static final double[] NONE = {};

    private String method = "";
    private double[] normals = NONE;
    private double[] uniforms = NONE;
    private int nextNormal;
    private int nextUniform;
    private double[] normalSlice = NONE;
    private double[] uniformSlice = NONE;

    /** Creates a cursor that begins nowhere yet. */
    NoiseCursor() {}

    /**
     * Returns a new cursor at the start of a path's noise.
     *
     * @param method the differentiated method, such as {@code Tree.value}, for messages
     * @param normals the standard normal noise; may be longer than needed
     * @param uniforms the uniform noise; may be longer than needed
     * @return the cursor
     */
    public static NoiseCursor of(String method, double[] normals, double[] uniforms) {
        NoiseCursor cursor = new NoiseCursor();
        cursor.begin(method, normals, uniforms);
        return cursor;
    }

    /** Moves to the start of a path's noise. */
    void begin(String newMethod, double[] newNormals, double[] newUniforms) {
        method = newMethod;
        normals = newNormals;
        uniforms = newUniforms;
        nextNormal = 0;
        nextUniform = 0;
    }

    /**
     * Returns where the cursor is.
     *
     * @return the place, for {@link #moveTo}
     */
    public long position() {
        return (long) nextNormal << Integer.SIZE | nextUniform;
    }

    /**
     * Moves the cursor back to where it has been on the same path, to run a part of the path again.
     *
     * @param position what {@link #position} has returned there
     */
    public void moveTo(long position) {
        nextNormal = (int) (position >>> Integer.SIZE);
        nextUniform = (int) position;
    }

    /**
     * Takes the next standard normal number.
     *
     * @return the number
     * @throws NoiseExhaustedException if there is none left
     */
    public double normal() {
        return Noise.normal(method, normals, nextNormal++);
    }

    /**
     * Takes the next uniform number.
     *
     * @return the number
     * @throws NoiseExhaustedException if there is none left
     */
    public double uniform() {
        return Noise.uniform(method, uniforms, nextUniform++);
    }

    /**
     * Takes the next standard normal numbers.
     *
     * @param count how many; none if it is negative
     * @return an array that begins with them and is valid until the next call
     * @throws NoiseExhaustedException if there are not so many left
     */
    public double[] normals(int count) {
        int end = nextNormal + Math.max(count, 0);
        if (end > normals.length) {
            throw NoiseExhaustedException.atLeast(method, NoiseKind.NORMAL, end, normals.length);
        }
        normalSlice = slice(normals, nextNormal, end, normalSlice);
        nextNormal = end;
        return normalSlice;
    }

    /**
     * Takes the next uniform numbers.
     *
     * @param count how many; none if it is negative
     * @return an array that begins with them and is valid until the next call
     * @throws NoiseExhaustedException if there are not so many left
     */
    public double[] uniforms(int count) {
        int end = nextUniform + Math.max(count, 0);
        if (end > uniforms.length) {
            throw NoiseExhaustedException.atLeast(method, NoiseKind.UNIFORM, end, uniforms.length);
        }
        uniformSlice = slice(uniforms, nextUniform, end, uniformSlice);
        nextUniform = end;
        return uniformSlice;
    }

    /** Reuses the array of the last slice if it is long enough. */
    private static double[] slice(double[] noise, int start, int end, double[] last) {
        if (last.length < end - start) {
            return Arrays.copyOfRange(noise, start, end);
        }
        System.arraycopy(noise, start, last, 0, end - start);
        return last;
    }
}
