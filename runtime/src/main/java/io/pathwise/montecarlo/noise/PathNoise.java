package io.pathwise.montecarlo.noise;

import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.NoiseExhaustedException;
import io.pathwise.runtime.NoiseKind;

/**
 * Runs paths on their noise. A path that turns out to need more than its arrays hold runs again with longer ones that
 * begin with the same draws, so that what it computes does not depend on how long the arrays were at first.
 */
public final class PathNoise {
    /** A path that needs more draws of one kind than this is taken for one that never ends. */
    public static final int MAXIMUM_DRAWS = 1 << 27;

    private final NoiseSource source;
    private final DrawBuffer normals;
    private final DrawBuffer uniforms;

    /**
     * Creates noise for paths.
     *
     * @param source gives the draws
     * @param count how many draws each path needs; if that depends on the path, arrays grow as paths need
     */
    public PathNoise(NoiseSource source, NoiseCount count) {
        this.source = source;
        normals = count.isKnown() ? DrawBuffer.ofSize(count.normals()) : DrawBuffer.growing();
        uniforms = count.isKnown() ? DrawBuffer.ofSize(count.uniforms()) : DrawBuffer.growing();
    }

    /** What runs on the noise of a path. */
    public interface Body {
        /**
         * Runs once, or again from the start whenever the noise was too short.
         *
         * @param normals the standard normal noise; never changed by the body
         * @param uniforms the uniform noise; never changed by the body
         * @throws NoiseExhaustedException if an array is too short
         */
        void run(double[] normals, double[] uniforms);
    }

    /**
     * Runs a body on the noise of a path.
     *
     * @param path the number of the path
     * @param body what to run
     * @throws IllegalStateException if the path needs more than {@link #MAXIMUM_DRAWS} draws of a kind
     */
    public void run(long path, Body body) {
        source.start(path);
        source.normals(normals.start(), 0, normals.size());
        source.uniforms(uniforms.start(), 0, uniforms.size());
        while (true) {
            try {
                body.run(normals.draws(), uniforms.draws());
                return;
            } catch (NoiseExhaustedException exhausted) {
                grow(exhausted);
            }
        }
    }

    private void grow(NoiseExhaustedException exhausted) {
        if (exhausted.needed() > MAXIMUM_DRAWS) {
            throw new IllegalStateException(exhausted.getMessage() + ", and more than " + MAXIMUM_DRAWS
                    + " are not handed out: a loop of the path seems never to end");
        }
        boolean isNormal = exhausted.kind() == NoiseKind.NORMAL;
        DrawBuffer buffer = isNormal ? normals : uniforms;
        int held = buffer.size();
        if (exhausted.needed() <= held) {
            throw exhausted;
        }
        buffer.grow(exhausted.needed());
        if (isNormal) {
            source.normals(buffer.draws(), held, buffer.size());
        } else {
            source.uniforms(buffer.draws(), held, buffer.size());
        }
    }
}
