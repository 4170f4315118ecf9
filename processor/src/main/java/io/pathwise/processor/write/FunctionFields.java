package io.pathwise.processor.write;

import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of a function class and their names: constants keep theirs, lengths and scratch memory move aside. */
final class FunctionFields {
    private static final Set<String> LOCALS = Set.of(
            "parameters",
            "direction",
            "normals",
            "uniforms",
            "gradient",
            "value",
            "names",
            "i",
            "j",
            "what",
            "array",
            "made");

    private final CompanionMethod method;
    private final Program source;
    private final Set<String> taken = new HashSet<>();
    private final Map<Variable, String> constants = new HashMap<>();
    private final Map<Variable, List<String>> lengths = new HashMap<>();
    private final Map<Variable, String> starts = new HashMap<>();
    private final Map<Variable, String> scratch = new HashMap<>();
    private final Map<Variable, String> tangents = new HashMap<>();
    private final String partials;
    private final String rest;
    private final Optional<Variable> baseline;

    FunctionFields(CompanionMethod method) {
        this.method = method;
        this.source = method.source();
        method.records().parameters().stream()
                .filter(parameter -> !parameter.isActive())
                .forEach(parameter -> taken.add(parameter.variable().name()));
        constants().forEach(constant -> constants.put(constant, name(constant)));
        for (Variable array : arrays()) {
            List<String> suffixes = isMatrix(array) ? List.of("Rows", "Columns") : List.of("Length");
            lengths.put(
                    array,
                    suffixes.stream()
                            .map(suffix -> take(method.word(array) + suffix))
                            .toList());
        }
        placed().forEach(array -> starts.put(array, take(method.word(array) + "Start")));
        for (Variable array : arrays()) {
            scratch.put(array, take(method.word(array)));
            tangents.put(array, take(method.word(array) + "Dot"));
        }
        baseline = method.baseline().map(each -> variable(each, take(each.name())));
        rest = take("rest");
        partials = take("partials");
    }

    /** The active parameters. */
    List<Variable> actives() {
        return source.activeParameters().stream().map(Parameter::variable).toList();
    }

    /** The active parameters that are arrays. */
    List<Variable> arrays() {
        return actives().stream().filter(FunctionFields::isArray).toList();
    }

    /** Where the active parameters lie in the flat vector. */
    Offsets offsets() {
        return new Offsets(actives(), this::size, array -> read(starts.get(array)));
    }

    /** The arrays whose place in the flat vector has a field. */
    List<Variable> placed() {
        Offsets offsets = offsets();
        return arrays().stream().filter(offsets::hasField).toList();
    }

    /** The field with the place of an array in the flat vector. */
    String start(Variable array) {
        return starts.get(array);
    }

    /** What the function is created with: constants, and lengths of active arrays in their places. */
    List<Variable> bound() {
        List<Variable> bound = new ArrayList<>();
        for (Parameter parameter : source.parameters()) {
            Variable variable = parameter.variable();
            if (!parameter.isActive()) {
                bound.add(field(variable));
            } else if (lengths.containsKey(variable)) {
                bound.addAll(lengths(variable));
            }
        }
        baseline.ifPresent(bound::add);
        return bound;
    }

    /** The field with a constant, as a variable. */
    Variable field(Variable constant) {
        return new Variable(constant.id(), constants.get(constant), constant.type(), constant.origin());
    }

    private Stream<Variable> constants() {
        return source.parameters().stream()
                .filter(parameter -> !parameter.isActive())
                .map(Parameter::variable);
    }

    private String name(Variable constant) {
        return method.records().find(constant).isPresent() ? take(method.word(constant)) : constant.name();
    }

    /** The fields with the array's length, or with the numbers of a matrix's rows and columns, as variables. */
    List<Variable> lengths(Variable array) {
        return lengths.get(array).stream()
                .map(each -> new Variable(-1 - array.id(), each, Type.Primitive.INT, Variable.Origin.GENERATED))
                .toList();
    }

    /** Reads the array's length, for a matrix the number of its rows. */
    String length(Variable array) {
        return read(lengths.get(array).get(0));
    }

    /** Reads the number of a matrix's columns. */
    String columns(Variable matrix) {
        return read(lengths.get(matrix).get(1));
    }

    private String size(Variable array) {
        return isMatrix(array) ? length(array) + " * " + columns(array) : length(array);
    }

    /** The field that holds the array's value. */
    String scratch(Variable array) {
        return scratch.get(array);
    }

    /** The field that holds the array's tangent. */
    String tangent(Variable array) {
        return tangents.get(array);
    }

    /** The field with the number that scores are counted from, as a variable; absent if there is none. */
    Optional<Variable> baseline() {
        return baseline;
    }

    private static Variable variable(Variable origin, String name) {
        return new Variable(origin.id(), name, origin.type(), origin.origin());
    }

    /** The field that holds the uniforms behind the first. */
    String rest() {
        return rest;
    }

    /** The field that holds the gradient by name. */
    String partials() {
        return partials;
    }

    /** The text that reads a field where parameters and locals of the methods may hide it. */
    static String read(String field) {
        return LOCALS.contains(field) ? "this." + field : field;
    }

    static boolean isMatrix(Variable variable) {
        return variable.type() instanceof Type.ArrayOf array && array.element() instanceof Type.ArrayOf;
    }

    static boolean isArray(Variable variable) {
        return variable.type() instanceof Type.ArrayOf;
    }

    private String take(String wish) {
        String name = UniqueNames.free(wish, taken::contains);
        taken.add(name);
        return name;
    }
}
