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

    RandomProgram withMain(RandomMethod other) {
        return new RandomProgram(className, other, helpers);
    }

    RandomProgram withHelpers(List<RandomMethod> others) {
        return new RandomProgram(className, main, others);
    }

    /** The compilation unit. */
    String source() {
        String methods = methods(children());
        Lines members = new Lines();
        Member.print(false, methods, members);
        Member.print(true, methods, members);
        return unit("final class " + className, members, methods);
    }

    /** The same with the helpers in a class from which that of the main method inherits them. */
    List<String> sourcesWithHelpersApart() {
        String helpersName = className + "Helpers";
        String called = methods(List.copyOf(helpers));
        String calling = methods(List.of(main));
        Lines inherited = new Lines();
        Member.print(false, called + calling, inherited);
        Lines own = new Lines();
        Member.print(true, calling, own);
        return List.of(
                unit("class " + helpersName, inherited, called),
                unit("final class " + className + " extends " + helpersName, own, calling));
    }

    private static String methods(List<Node> methods) {
        Lines lines = new Lines();
        methods.forEach(each -> {
            lines.add("");
            ((RandomMethod) each).print(lines);
        });
        return lines.toString();
    }

    private static String unit(String header, Lines members, String methods) {
        Lines lines = new Lines();
        lines.add("import io.pathwise.Constant;");
        lines.add("import io.pathwise.Pathwise;");
        lines.add("import io.pathwise.runtime.Sampler;");
        lines.add("");
        lines.add(ACCEPTED);
        lines.open(header);
        members.toString().lines().forEach(lines::add);
        methods.lines().forEach(lines::add);
        lines.close();
        return lines.toString();
    }
}
