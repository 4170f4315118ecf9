package io.pathwise.runtime;

/**
 * How much noise one path needs, or that this shows only once the path has run.
 *
 * @param normals the number of standard normal draws, at least 0
 * @param uniforms the number of draws that are uniform on (0, 1), at least 0
 * @param isKnown whether the counts are known before the path runs
 */
public record NoiseCount(int normals, int uniforms, boolean isKnown) {
    private static final NoiseCount DATA_DEPENDENT = new NoiseCount(0, 0, false);

    /**
     * Creates a count. Negative numbers become 0, since a loop with a negative trip count draws nothing; a count that is
     * not known carries no numbers.
     *
     * @param normals the number of standard normal draws
     * @param uniforms the number of draws that are uniform on (0, 1)
     * @param isKnown whether the counts are known before the path runs
     */
    public NoiseCount {
        normals = isKnown ? Math.max(normals, 0) : 0;
        uniforms = isKnown ? Math.max(uniforms, 0) : 0;
    }

    /**
     * Returns the count of a path whose number of draws is known before it runs.
     *
     * @param normals the number of standard normal draws; a negative number counts as 0
     * @param uniforms the number of uniform draws; a negative number counts as 0
     * @return the count
     */
    public static NoiseCount of(int normals, int uniforms) {
        return new NoiseCount(normals, uniforms, true);
    }

    /**
     * Returns the count of a path whose number of draws depends on the values it computes.
     *
     * @return the count that is not known
     */
    public static NoiseCount dataDependent() {
        return DATA_DEPENDENT;
    }

    /**
     * Returns the number of standard normal draws.
     *
     * @return the number, at least 0
     * @throws IllegalStateException if the number depends on the path
     */
    @Override
    public int normals() {
        requireKnown("normals");
        return normals;
    }

    /**
     * Returns the number of uniform draws.
     *
     * @return the number, at least 0
     * @throws IllegalStateException if the number depends on the path
     */
    @Override
    public int uniforms() {
        requireKnown("uniforms");
        return uniforms;
    }

    @Override
    public String toString() {
        return isKnown
                ? NoiseKind.NORMAL.amount(normals) + ", " + NoiseKind.UNIFORM.amount(uniforms)
                : "dependent on the path";
    }

    private void requireKnown(String kind) {
        if (!isKnown) {
            throw new IllegalStateException("the number of " + kind
                    + " depends on the path and is known only once it has run; ask isKnown() first");
        }
    }
}
