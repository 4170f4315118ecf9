package io.pathwise.processor.fuzz.discrete;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program while it runs: its variables, and what decides the outcomes of its draws. */
final class World {
    private final Map<String, Jet> reals = new HashMap<>();
    private final Map<String, Integer> wholes = new HashMap<>();
    private final Map<String, List<Jet>> arrays = new HashMap<>();
    private final int parameters;
    private final Outcomes outcomes;
    private final double[] normals;
    private int drawnNormals;

    World(List<String> names, double[] point, Outcomes outcomes, double[] normals) {
        this.parameters = point.length;
        this.outcomes = outcomes;
        this.normals = normals;
        for (int i = 0; i < point.length; i++) {
            reals.put(names.get(i), Jet.parameter(point[i], i, parameters));
        }
    }

    Jet constant(double value) {
        return Jet.constant(value, parameters);
    }

    Jet real(String name) {
        return reals.get(name);
    }

    void set(String name, Jet value) {
        reals.put(name, value);
    }

    int whole(String name) {
        return wholes.get(name);
    }

    void set(String name, int value) {
        wholes.put(name, value);
    }

    List<Jet> array(String name) {
        return arrays.get(name);
    }

    void set(String name, List<Jet> values) {
        arrays.put(name, values);
    }

    double nextNormal() {
        return normals[drawnNormals++];
    }

    /** Draws one of some outcomes whose probabilities sum to 1; returns which. */
    int draw(List<Jet> probabilities) {
        return outcomes.next(probabilities);
    }
}
