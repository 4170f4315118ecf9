package io.pathwise.processor.fuzz.discrete;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Decides what draws yield while a program runs. */
interface Outcomes {
    /** One of some outcomes, in the order of inversion, whose probabilities sum to 1. */
    int next(List<Jet> probabilities);

    /** Outcomes as they are listed, and the probability of the path with its derivatives. Draws beyond have the first. */
    final class Listed implements Outcomes {
        private final List<Integer> script;
        private final List<Integer> possible = new ArrayList<>();
        private Jet probability;

        Listed(List<Integer> script, Jet one) {
            this.script = script;
            this.probability = one;
        }

        @Override
        public int next(List<Jet> probabilities) {
            int draw = possible.size();
            int outcome = draw < script.size() ? script.get(draw) : 0;
            possible.add(probabilities.size());
            probability = probability.times(probabilities.get(outcome));
            return outcome;
        }

        Jet probability() {
            return probability;
        }

        /** The list of the next path in lexicographic order; null after the last. */
        List<Integer> following() {
            List<Integer> next = new ArrayList<>(script);
            while (next.size() < possible.size()) {
                next.add(0);
            }
            int last = possible.size() - 1;
            while (last >= 0 && next.get(last) == possible.get(last) - 1) {
                last--;
            }
            if (last < 0) {
                return null;
            }
            List<Integer> following = new ArrayList<>(next.subList(0, last + 1));
            following.set(last, following.get(last) + 1);
            return following;
        }
    }

    /** Outcomes by inversion of uniform numbers, except that of one draw, which is another. */
    final class Inverted implements Outcomes {
        private final double[] uniforms;
        private final int altered;
        private final int shift;
        private int draws;

        /**
         * Prepares a path.
         *
         * @param altered the number of the draw whose outcome differs; −1 for none
         * @param shift by how much, in the order of inversion
         */
        Inverted(double[] uniforms, int altered, int shift) {
            this.uniforms = uniforms;
            this.altered = altered;
            this.shift = shift;
        }

        @Override
        public int next(List<Jet> probabilities) {
            TreeSet<Double> boundaries = new TreeSet<>();
            double below = 0;
            for (Jet each : probabilities) {
                below += each.value();
                boundaries.add(below);
            }
            if (draws == uniforms.length) {
                throw new Exhausted(boundaries);
            }
            double u = uniforms[draws];
            int outcome = 0;
            double cumulative = probabilities.get(0).value();
            while (u >= cumulative && outcome < probabilities.size() - 1) {
                outcome++;
                cumulative += probabilities.get(outcome).value();
            }
            if (draws++ == altered) {
                outcome = Math.max(0, Math.min(outcome + shift, probabilities.size() - 1));
            }
            return outcome;
        }
    }

    /** A path needs another uniform number, whose outcomes change at some boundaries. */
    final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient TreeSet<Double> boundaries;

        Exhausted(TreeSet<Double> boundaries) {
            super(null, null, false, false);
            this.boundaries = boundaries;
        }

        TreeSet<Double> boundaries() {
            return boundaries;
        }
    }
}
