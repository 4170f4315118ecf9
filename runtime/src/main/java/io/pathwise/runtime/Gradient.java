package io.pathwise.runtime;

import java.util.Arrays;

/**
 * The base of the generated gradient classes: a gradient by name, and the scratch memory of the reverse sweep that
 * fills it.
 *
 * <p>Reverse mode adds to a gradient and never resets it, so that one object sums over paths. One thread uses one
 * gradient at a time.
 *
 * <p>The memory serves generated code only and is not part of the gradient: it holds nothing of meaning between two
 * calls, and neither {@link #clear()} nor {@link #scale(double)} nor {@link #toArray()} knows it. It is kept, by slot,
 * so that a second sweep with the same sizes allocates nothing.
 */
public abstract class Gradient {
    /** Whose the arrays of partial derivatives are, in messages. */
    private static final String OWNER = "the gradient's ";

    private static final double[] NO_DOUBLES = {};
    private static final int[] NO_INTS = {};
    private static final long[] NO_LONGS = {};
    private static final boolean[] NO_BOOLEANS = {};
    private static final Object[] NO_REFERENCES = {};

    private double[][] doubles = {};
    private int[][] ints = {};
    private long[][] longs = {};
    private boolean[][] booleans = {};
    private Object[][] references = {};
    private final ArrayPool<double[]> newDoubles = new ArrayPool<>(double[]::new);
    private final ArrayPool<double[][]> newRows = new ArrayPool<>(double[][]::new);
    private final ArrayPool<int[]> newInts = new ArrayPool<>(int[]::new);
    private final ArrayPool<long[]> newLongs = new ArrayPool<>(long[]::new);
    private final ArrayPool<boolean[]> newBooleans = new ArrayPool<>(boolean[]::new);
    private NoiseCursor noise;
    private Gradient scratch;

    /** Creates a gradient that owns no memory yet. */
    protected Gradient() {}

    /** Sets every partial derivative to 0. */
    public abstract void clear();

    /**
     * Multiplies every partial derivative by a factor.
     *
     * @param factor the factor, such as one over the number of paths
     */
    public abstract void scale(double factor);

    /**
     * Returns the partial derivatives as one vector.
     *
     * @return a new array: the active parameters in the order of the method, arrays element by element, matrices row by
     *     row
     */
    public abstract double[] toArray();

    /**
     * Checks that an array of partial derivatives fits the argument that it belongs to, before anything is added.
     *
     * @param method the method in whose name to complain, such as {@code Fit.loss}
     * @param parameter the parameter's name
     * @param partials the gradient's array
     * @param length the argument's length
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void requireLength(String method, String parameter, double[] partials, int length) {
        Shapes.requireLength(method, OWNER, parameter, partials.length, length);
    }

    /**
     * Checks that a matrix of partial derivatives fits the argument that it belongs to, before anything is added.
     *
     * @param method the method in whose name to complain, such as {@code Fit.loss}
     * @param parameter the parameter's name
     * @param partials the gradient's matrix
     * @param argument the argument
     * @throws IllegalArgumentException if the number of rows or the length of a row differs
     */
    public static void requireShape(String method, String parameter, double[][] partials, double[][] argument) {
        Shapes.requireShape(method, OWNER, parameter, partials, argument);
    }

    /**
     * Counts the elements of a matrix.
     *
     * @param matrix the matrix, whose rows may differ in length
     * @return the sum of the lengths of its rows
     */
    protected static int size(double[][] matrix) {
        int size = 0;
        for (double[] row : matrix) {
            size += row.length;
        }
        return size;
    }

    /**
     * Copies the elements of a matrix, row by row, into a vector.
     *
     * @param matrix the matrix, whose rows may differ in length
     * @param vector the vector
     * @param start where in the vector the first row begins
     */
    protected static void flatten(double[][] matrix, double[] vector, int start) {
        int next = start;
        for (double[] row : matrix) {
            System.arraycopy(row, 0, vector, next, row.length);
            next += row.length;
        }
    }

    /**
     * Returns the array kept for a slot, and grows it, keeping its content, when it is too short. It is never cleared.
     *
     * @param slot which array, counted from 0 among those of this type
     * @param size the length needed; any length will do for a size of 0 or less
     * @return an array of at least that length
     */
    public final double[] memory(int slot, int size) {
        if (slot < doubles.length && size <= doubles[slot].length) {
            return doubles[slot];
        }
        return growDoubles(slot, size);
    }

    /**
     * Returns the array kept for a slot, and grows it, keeping its content, when it is too short. It is never cleared.
     *
     * @param slot which array, counted from 0 among those of this type
     * @param size the length needed; any length will do for a size of 0 or less
     * @return an array of at least that length
     */
    public final int[] intMemory(int slot, int size) {
        if (slot < ints.length && size <= ints[slot].length) {
            return ints[slot];
        }
        return growInts(slot, size);
    }

    /**
     * Returns the array kept for a slot, and grows it, keeping its content, when it is too short. It is never cleared.
     *
     * @param slot which array, counted from 0 among those of this type
     * @param size the length needed; any length will do for a size of 0 or less
     * @return an array of at least that length
     */
    public final long[] longMemory(int slot, int size) {
        if (slot < longs.length && size <= longs[slot].length) {
            return longs[slot];
        }
        return growLongs(slot, size);
    }

    /**
     * Returns the array kept for a slot, and grows it, keeping its content, when it is too short. It is never cleared.
     *
     * @param slot which array, counted from 0 among those of this type
     * @param size the length needed; any length will do for a size of 0 or less
     * @return an array of at least that length
     */
    public final boolean[] booleanMemory(int slot, int size) {
        if (slot < booleans.length && size <= booleans[slot].length) {
            return booleans[slot];
        }
        return growBooleans(slot, size);
    }

    /**
     * Returns the array kept for a slot, and grows it, keeping its content, when it is too short. It is never cleared.
     *
     * @param slot which array, counted from 0 among those of this type
     * @param size the length needed; any length will do for a size of 0 or less
     * @return an array of at least that length
     */
    public final Object[] referenceMemory(int slot, int size) {
        if (slot < references.length && size <= references[slot].length) {
            return references[slot];
        }
        return growReferences(slot, size);
    }

    /**
     * Takes back all arrays that {@link #zeros(int)} and its like have handed out; a sweep begins with it when it has
     * arrays of its own.
     */
    public final void recycle() {
        newDoubles.recycle();
        newRows.recycle();
        newInts.recycle();
        newLongs.recycle();
        newBooleans.recycle();
    }

    /**
     * Returns memory for a path that is run again in the middle of a sweep; it takes back all arrays that it has handed out
     * for the last one.
     *
     * @return a gradient of nothing, always the same
     */
    public final Gradient scratch() {
        if (scratch == null) {
            scratch = new ScratchGradient();
        }
        scratch.recycle();
        return scratch;
    }

    /**
     * Returns an array of zeros for the sweep at hand, as {@code new} does, but one of an earlier sweep where the length
     * is the same.
     *
     * @param length the length
     * @return the array
     * @throws NegativeArraySizeException if the length is negative
     */
    public final double[] zeros(int length) {
        double[] array = array(length);
        Arrays.fill(array, 0);
        return array;
    }

    /**
     * Returns an array for the sweep at hand, with any content, from the same arrays as {@link #zeros(int)}.
     *
     * @param length the length
     * @return the array
     * @throws NegativeArraySizeException if the length is negative
     */
    public final double[] array(int length) {
        return newDoubles.next(length);
    }

    /**
     * Returns a matrix of zeros for the sweep at hand, as {@link #zeros(int)} does.
     *
     * @param rows the number of rows
     * @param columns the length of each row
     * @return the matrix
     * @throws NegativeArraySizeException if a number is negative
     */
    public final double[][] zeros(int rows, int columns) {
        double[][] matrix = newRows.next(rows);
        for (int i = 0; i < rows; i++) {
            matrix[i] = zeros(columns);
        }
        return matrix;
    }

    /**
     * Returns a matrix without rows, as {@code new double[length][]} does.
     *
     * @param length the number of rows
     * @return an array of {@code null}
     * @throws NegativeArraySizeException if the length is negative
     */
    public final double[][] rows(int length) {
        double[][] matrix = newRows.next(length);
        Arrays.fill(matrix, null);
        return matrix;
    }

    /**
     * Returns an array of zeros for the sweep at hand, as {@link #zeros(int)} does.
     *
     * @param length the length
     * @return the array
     * @throws NegativeArraySizeException if the length is negative
     */
    public final int[] intZeros(int length) {
        int[] array = newInts.next(length);
        Arrays.fill(array, 0);
        return array;
    }

    /**
     * Returns an array of zeros for the sweep at hand, as {@link #zeros(int)} does.
     *
     * @param length the length
     * @return the array
     * @throws NegativeArraySizeException if the length is negative
     */
    public final long[] longZeros(int length) {
        long[] array = newLongs.next(length);
        Arrays.fill(array, 0);
        return array;
    }

    /**
     * Returns an array of {@code false} for the sweep at hand, as {@link #zeros(int)} does.
     *
     * @param length the length
     * @return the array
     * @throws NegativeArraySizeException if the length is negative
     */
    public final boolean[] booleanZeros(int length) {
        boolean[] array = newBooleans.next(length);
        Arrays.fill(array, false);
        return array;
    }

    /**
     * Returns a copy of an array for the sweep at hand, from the same arrays as {@link #zeros(int)}.
     *
     * @param array the array to copy
     * @return an array of the same length and content
     */
    public final double[] copyOf(double[] array) {
        double[] copy = newDoubles.next(array.length);
        System.arraycopy(array, 0, copy, 0, array.length);
        return copy;
    }

    /**
     * Returns a copy of a matrix, rows included, for the sweep at hand, as {@link #copyOf(double[])} does.
     *
     * @param matrix the matrix to copy
     * @return a matrix of the same shape and content
     */
    public final double[][] copyOf(double[][] matrix) {
        double[][] copy = newRows.next(matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = copyOf(matrix[i]);
        }
        return copy;
    }

    /**
     * Adds a multiple of one array to another. A multiple by zero is nothing, whatever is multiplied.
     *
     * @param sum is added to
     * @param factor what the elements are multiplied with
     * @param elements an array of the same length
     */
    public static void addScaled(double[] sum, double factor, double[] elements) {
        if (factor == 0) {
            return;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * elements[i];
        }
    }

    /**
     * Adds a multiple of one matrix to another, as {@link #addScaled(double[], double, double[])} does.
     *
     * @param sum is added to
     * @param factor what the elements are multiplied with
     * @param elements a matrix of the same shape
     */
    public static void addScaled(double[][] sum, double factor, double[][] elements) {
        for (int i = 0; i < sum.length; i++) {
            addScaled(sum[i], factor, elements[i]);
        }
    }

    /**
     * Returns the sum of the products of partial derivatives and tangents. Where a tangent is zero, so is the product.
     *
     * @param partials partial derivatives in the elements of an array
     * @param tangents the tangents of the elements
     * @return the derivative in their direction
     */
    public static double product(double[] partials, double[] tangents) {
        double sum = 0;
        for (int i = 0; i < partials.length; i++) {
            if (tangents[i] != 0) {
                sum += partials[i] * tangents[i];
            }
        }
        return sum;
    }

    /**
     * Returns an array of zeros of the same length as another.
     *
     * @param array gives the length
     * @return a new array
     */
    protected static double[] zerosLike(double[] array) {
        return new double[array.length];
    }

    /**
     * Returns a matrix of zeros of the same shape as another.
     *
     * @param matrix gives the shape
     * @return a new matrix
     */
    public static double[][] zerosLike(double[][] matrix) {
        double[][] zeros = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            zeros[i] = zerosLike(matrix[i]);
        }
        return zeros;
    }

    /**
     * Returns whether two arrays have the same length.
     *
     * @param one an array
     * @param other another
     * @return whether their lengths are equal
     */
    protected static boolean isLike(double[] one, double[] other) {
        return one.length == other.length;
    }

    /**
     * Returns whether two matrices have the same shape.
     *
     * @param one a matrix
     * @param other another
     * @return whether they have as many rows, each as long
     */
    protected static boolean isLike(double[][] one, double[][] other) {
        boolean same = one.length == other.length;
        for (int i = 0; same && i < one.length; i++) {
            same = isLike(one[i], other[i]);
        }
        return same;
    }

    /**
     * Returns the cursor that this gradient keeps, at the start of a path's noise.
     *
     * @param method the differentiated method, such as {@code Tree.value}, for messages
     * @param normals the standard normal noise; may be longer than needed
     * @param uniforms the uniform noise; may be longer than needed
     * @return the cursor
     */
    public final NoiseCursor noise(String method, double[] normals, double[] uniforms) {
        if (noise == null) {
            noise = new NoiseCursor();
        }
        noise.begin(method, normals, uniforms);
        return noise;
    }

    // Growth has methods of its own so that the usual case above is short enough to be inlined.

    private double[] growDoubles(int slot, int size) {
        doubles = withSlot(doubles, slot, NO_DOUBLES);
        doubles[slot] = Arrays.copyOf(doubles[slot], grownLength(doubles[slot].length, size));
        return doubles[slot];
    }

    private int[] growInts(int slot, int size) {
        ints = withSlot(ints, slot, NO_INTS);
        ints[slot] = Arrays.copyOf(ints[slot], grownLength(ints[slot].length, size));
        return ints[slot];
    }

    private long[] growLongs(int slot, int size) {
        longs = withSlot(longs, slot, NO_LONGS);
        longs[slot] = Arrays.copyOf(longs[slot], grownLength(longs[slot].length, size));
        return longs[slot];
    }

    private boolean[] growBooleans(int slot, int size) {
        booleans = withSlot(booleans, slot, NO_BOOLEANS);
        booleans[slot] = Arrays.copyOf(booleans[slot], grownLength(booleans[slot].length, size));
        return booleans[slot];
    }

    private Object[] growReferences(int slot, int size) {
        references = withSlot(references, slot, NO_REFERENCES);
        references[slot] = Arrays.copyOf(references[slot], grownLength(references[slot].length, size));
        return references[slot];
    }

    private static <T> T[] withSlot(T[] slots, int slot, T empty) {
        if (slot < slots.length) {
            return slots;
        }
        T[] more = Arrays.copyOf(slots, slot + 1);
        Arrays.fill(more, slots.length, more.length, empty);
        return more;
    }

    /** Doubling keeps the total cost of growing step by step linear; past half of the largest length it stops. */
    private static int grownLength(int length, int size) {
        int doubled = length <= Integer.MAX_VALUE / 2 ? 2 * length : length;
        return Math.max(size, doubled);
    }
}
