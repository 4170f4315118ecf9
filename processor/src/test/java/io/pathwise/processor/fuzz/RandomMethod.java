package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.Statement.Block;
import java.util.List;
import java.util.stream.Collectors;

/** A method of a random program. */
record RandomMethod(String name, List<Parameter> parameters, Block body) implements Node {
    /**
     * A parameter.
     *
     * @param isConstant whether it is annotated as constant
     */
    record Parameter(String name, JavaType type, boolean isConstant) {
        boolean isActive() {
            return !isConstant && (type == JavaType.DOUBLE || type == JavaType.DOUBLES);
        }

        String text() {
            return (isConstant ? "@Constant " : "") + type.text() + " " + name;
        }
    }

    @Override
    public List<Node> children() {
        return List.of(body);
    }

    @Override
    public RandomMethod with(List<Node> children) {
        return new RandomMethod(name, parameters, (Block) children.get(0));
    }

    void print(Lines lines) {
        String list = parameters.stream().map(Parameter::text).collect(Collectors.joining(", ", "(", ")"));
        lines.add("@Pathwise");
        lines.block("static double " + name + list, body);
    }
}
