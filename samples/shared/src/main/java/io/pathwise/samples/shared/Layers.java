package io.pathwise.samples.shared;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The shapes of a network's layers, and how its weights become one flat vector, which is what optimisers work on: layer by
 * layer, row by row, the biases after the weights of their layer. A {@code PathwiseFunction} of a record of layers has its
 * parameters in this order.
 *
 * @param shapes in the order of the layers
 */
public record Layers(List<Shape> shapes) {
    /** Those of so many shapes. */
    public static Layers of(Shape... shapes) {
        return new Layers(List.of(shapes));
    }

    /**
     * The shape of one layer.
     *
     * @param outputs how many sums it has, at least 1
     * @param inputs how many numbers each of them sums up, at least 1
     */
    public record Shape(int outputs, int inputs) {
        private int size() {
            return outputs * (inputs + 1);
        }
    }

    /** How many numbers there are to train. */
    public int size() {
        return shapes.stream().mapToInt(Shape::size).sum();
    }

    /** Weights at random, so that sums have about the variance of what they sum up; no biases. */
    public double[] random(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] flat = new double[size()];
        int next = 0;
        for (Shape shape : shapes) {
            double deviation = 1 / Math.sqrt(shape.inputs());
            for (int i = 0; i < shape.outputs() * shape.inputs(); i++) {
                flat[next + i] = deviation * random.nextGaussian();
            }
            next += shape.size();
        }
        return flat;
    }

    /** The layers that a vector stands for. */
    public Layer[] read(double[] flat) {
        Layer[] layers = new Layer[shapes.size()];
        int next = 0;
        for (int i = 0; i < layers.length; i++) {
            Shape shape = shapes.get(i);
            layers[i] = layer(shape, Arrays.copyOfRange(flat, next, next + shape.size()));
            next += shape.size();
        }
        return layers;
    }

    private static Layer layer(Shape shape, double[] flat) {
        double[][] weights = new double[shape.outputs()][];
        Arrays.setAll(weights, i -> Arrays.copyOfRange(flat, i * shape.inputs(), (i + 1) * shape.inputs()));
        return new Layer(weights, Arrays.copyOfRange(flat, shape.outputs() * shape.inputs(), flat.length));
    }
}
