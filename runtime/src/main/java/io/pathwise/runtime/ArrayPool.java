package io.pathwise.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Arrays that are handed out one after the other and, once taken back, are handed out again in the same order. A run
 * that asks for the same lengths as the one before allocates nothing.
 *
 * @param <T> the type of the arrays
 */
final class ArrayPool<T> {
    private static final int FIRST_CAPACITY = 8;

    private final IntFunction<T> creation;
    private Object[] arrays = {};
    private int used;

    ArrayPool(IntFunction<T> creation) {
        this.creation = creation;
    }

    /** The next array of the length, with any content. */
    T next(int length) {
        if (used == arrays.length) {
            arrays = Arrays.copyOf(arrays, Math.max(FIRST_CAPACITY, 2 * used));
        }
        Object array = arrays[used];
        if (array == null || Array.getLength(array) != length) {
            array = creation.apply(length);
            arrays[used] = array;
        }
        used++;
        @SuppressWarnings("unchecked")
        T typed = (T) array;
        return typed;
    }

    /** Takes all arrays back. */
    void recycle() {
        used = 0;
    }
}
