package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.Statement.Block;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method of a random program.
 *
 * @param isStatic whether it is no method of an object
 */
record RandomMethod(String name, JavaType result, boolean isStatic, List<Parameter> parameters, Block body)
        implements Node {
    /**
     * A parameter.
     *
     * @param isConstant whether it is annotated as constant
     */
    record Parameter(String name, JavaType type, boolean isConstant) {
        boolean isActive() {
            return !isConstant && (type == JavaType.DOUBLE || type == JavaType.DOUBLES || type == JavaType.MATRIX);
        }

        String text() {
            return (isConstant ? "@Constant " : "") + type.text() + " " + name;
        }

        /** Itself, or the components of the record and of the records in it, in order. */
        Stream<Parameter> leaves() {
            return type == JavaType.MODEL
                    ? RandomRecord.components().stream()
                            .map(each -> new Parameter(name + "." + each.path(), each.type(), isConstant))
                    : Stream.of(this);
        }
    }

    @Override
    public List<Node> children() {
        return List.of(body);
    }

    @Override
    public RandomMethod with(List<Node> children) {
        return new RandomMethod(name, result, isStatic, parameters, (Block) children.get(0));
    }

    RandomMethod withParameters(List<Parameter> others) {
        return new RandomMethod(name, result, isStatic, others, body);
    }

    void print(Lines lines) {
        String list = parameters.stream().map(Parameter::text).collect(Collectors.joining(", ", "(", ")"));
        lines.add("@Pathwise");
        lines.block((isStatic ? "static " : "") + result.text() + " " + name + list, body);
    }
}
