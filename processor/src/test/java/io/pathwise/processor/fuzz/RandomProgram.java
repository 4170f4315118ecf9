package io.pathwise.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A class with a random annotated method and the helpers that it calls.
 *
 * @param helpers in an order in which each calls only those before it
 */
record RandomProgram(String className, RandomMethod main, List<RandomMethod> helpers) implements Node {
    /** Lint of javac that random programs do not avoid, and the jumps that they make on purpose. */
    private static final String ACCEPTED =
            "@SuppressWarnings({\"cast\", \"divzero\", \"empty\", \"fallthrough\", \"lossy-conversions\", \"pathwise:jump\"})";

    @Override
    public List<Node> children() {
        List<Node> methods = new ArrayList<>(helpers);
        methods.add(main);
        return methods;
    }

    @Override
    public RandomProgram with(List<Node> children) {
        List<RandomMethod> methods =
                children.stream().map(RandomMethod.class::cast).toList();
        return new RandomProgram(className, methods.get(helpers.size()), methods.subList(0, helpers.size()));
    }

    RandomProgram named(String other) {
        return new RandomProgram(other, main, helpers);
    }

    /** The compilation unit. */
    String source() {
        return source("final class " + className, true, children());
    }

    /** The same with the helpers in a class from which that of the main method inherits them. */
    List<String> sourcesWithHelpersApart() {
        String helpersName = className + "Helpers";
        return List.of(
                source("class " + helpersName, true, List.copyOf(helpers)),
                source("final class " + className + " extends " + helpersName, false, List.of(main)));
    }

    private static String source(String header, boolean withConstants, List<Node> methods) {
        Lines lines = new Lines();
        lines.add("import io.pathwise.Constant;");
        lines.add("import io.pathwise.Pathwise;");
        lines.add("import io.pathwise.runtime.Sampler;");
        lines.add("");
        lines.add(ACCEPTED);
        lines.open(header);
        if (withConstants) {
            lines.add("static final double SCALE = 1.25;");
            lines.add("static final int COUNT = 3;");
        }
        methods.forEach(each -> {
            lines.add("");
            ((RandomMethod) each).print(lines);
        });
        lines.close();
        return lines.toString();
    }
}
