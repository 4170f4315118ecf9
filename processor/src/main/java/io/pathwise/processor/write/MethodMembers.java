package io.pathwise.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.ExpressionText;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Spelling;
import io.pathwise.processor.program.StatementText;
import io.pathwise.processor.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The static methods that one differentiated method gets: value, forward, reverse and gradient. */
final class MethodMembers {
    private static final int DEPTH = 2;

    private final CompanionMethod method;
    private final String displayName;
    private final ClassNames classes;

    /**
     * Prepares the members.
     *
     * @param displayName how documentation names the method: {@code Option.call}
     */
    MethodMembers(CompanionMethod method, String displayName, ClassNames classes) {
        this.method = method;
        this.displayName = displayName;
        this.classes = classes;
    }

    /** The methods in the order in which they are written. */
    List<MethodSpec> all() {
        if (method.returnsRecord()) {
            return ofRecord();
        }
        List<MethodSpec> all = new ArrayList<>(of(method.primal(), method.forward(), method.reverse()));
        forwardOfRecords().ifPresent(forward -> all.add(2, forward));
        method.fromCursor().ifPresent(shared -> all.addAll(of(shared.primal(), shared.forward(), shared.reverse())));
        method.parts().forEach(each -> all.add(part(each)));
        method.helpers().forEach(each -> all.add(helper(each)));
        return all;
    }

    /** A method that returns a record has no reverse mode of its own. */
    private List<MethodSpec> ofRecord() {
        List<MethodSpec> all = new ArrayList<>(
                List.of(value(method.primal()), forward(method.forward()), gradients(method.reverse())));
        method.parts().forEach(each -> all.add(part(each)));
        return all;
    }

    private MethodSpec gradients(Program gradients) {
        Javadoc javadoc = Javadoc.of("Adds the partial derivatives of each number in what "
                + Javadoc.code(method.name()) + " returns to a gradient of its own, and returns it.");
        return program(method.name() + "Gradient", gradients, Naming.of(gradients), javadoc);
    }

    private List<MethodSpec> of(Program primal, Program forward, Program reverse) {
        return List.of(value(primal), forward(forward), reverse(reverse), gradient(reverse));
    }

    private MethodSpec value(Program primal) {
        Naming naming = Naming.of(primal);
        Javadoc javadoc = Javadoc.of("The value of " + Javadoc.code(displayName)
                + (hasNoise(primal) ? " on the path that the noise fixes." : "."));
        for (Parameter parameter : primal.parameters()) {
            if (parameter.kind() == Kind.NOISE) {
                javadoc.param(naming.name(parameter.variable()), meaning(parameter));
            }
        }
        MethodSpec value = program(method.name(), primal, naming, javadoc);
        return primal == method.primal() && !method.runsAgain()
                ? value.toBuilder().addAnnotation(Description.of(method)).build()
                : value;
    }

    private MethodSpec forward(Program forward) {
        Naming naming = Naming.of(forward);
        List<String> tangents = directions(forward, naming);
        String directions =
                String.join(", ", tangents.stream().map(Javadoc::code).toList());
        Javadoc javadoc = Javadoc.of("The value of " + Javadoc.code(method.name())
                + (method.returnsRecord()
                        ? "; puts the tangents of the numbers in it, in the direction (" + directions + "), into "
                                + Javadoc.code("tangents") + "."
                        : " and its tangent in the direction (" + directions + ")."));
        return program(method.name() + "Forward", forward, naming, javadoc);
    }

    /** Forward mode with the tangents of a record's components as one record. */
    private Optional<MethodSpec> forwardOfRecords() {
        Tangents tangents = Tangents.of(method, classes.companion().canonicalName());
        if (!tangents.hasRecords()) {
            return Optional.empty();
        }
        Naming naming = Naming.of(tangents.program());
        List<String> names = directions(tangents.program(), naming);
        String directions = String.join(", ", names.stream().map(Javadoc::code).toList());
        Javadoc javadoc = Javadoc.of("The value of " + Javadoc.code(method.name())
                + " and its tangent in the direction (" + directions + ")"
                + (tangents.hasConstants() ? ", where constant components count for nothing." : "."));
        return Optional.of(program(method.name() + "Forward", tangents.program(), naming, javadoc));
    }

    private MethodSpec reverse(Program reverse) {
        Naming naming = Naming.of(reverse);
        List<String> added = added(reverse, naming);
        Javadoc javadoc = Javadoc.of("Adds " + Javadoc.code(added.get(0)) + " times the partial derivatives of "
                + Javadoc.code(method.name()) + " to " + Javadoc.code(added.get(1)) + ".");
        return program(method.name() + "Reverse", reverse, naming, javadoc);
    }

    private MethodSpec gradient(Program reverse) {
        Naming naming = Naming.of(reverse);
        List<String> added = added(reverse, naming);
        Javadoc javadoc = Javadoc.of("Adds the partial derivatives of " + Javadoc.code(method.name()) + " to "
                + Javadoc.code(added.get(1)) + " and returns the value.");
        MethodSpec.Builder spec = member(method.name() + "Gradient", reverse.result(), javadoc);
        List<Doc> arguments = new ArrayList<>();
        for (Parameter parameter : reverse.parameters()) {
            String name = naming.name(parameter.variable());
            boolean isSeed = parameter.kind() == Kind.ADDED && name.equals(added.get(0));
            arguments.add(Doc.text(isSeed ? "1" : name));
            if (!isSeed) {
                spec.addParameter(classes.of(parameter.variable().type()), name);
            }
        }
        Doc call = Doc.list(Doc.text("return " + method.name() + "Reverse("), arguments, ");");
        return spec.addCode(new Code(classes, DEPTH).line(call).build()).build();
    }

    private MethodSpec program(String name, Program program, Naming naming, Javadoc javadoc) {
        return program(MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC), program, naming, javadoc);
    }

    private MethodSpec program(MethodSpec.Builder spec, Program program, Naming naming, Javadoc javadoc) {
        complete(spec, program.result(), javadoc);
        for (Parameter parameter : program.parameters()) {
            spec.addParameter(classes.of(parameter.variable().type()), naming.name(parameter.variable()));
        }
        Spelling spelling = Spelling.inside(classes.companion().canonicalName(), naming::name);
        StatementText text = new StatementText(new ExpressionText(spelling), Code.limit(DEPTH));
        return spec.addCode(new Code(classes, DEPTH)
                        .lines(text.lines(program.body().statements()))
                        .build())
                .build();
    }

    private MethodSpec part(Program part) {
        int split = part.name().lastIndexOf("Part");
        String whole = part.name().substring(0, split);
        Javadoc javadoc = Javadoc.of("Part " + part.name().substring(split + "Part".length()) + " of "
                + Javadoc.code(whole) + ", which in one piece would be too large to be compiled to machine code.");
        return program(
                MethodSpec.methodBuilder(part.name()).addModifiers(Modifier.PRIVATE), part, Naming.of(part), javadoc);
    }

    /** The altered path has arguments besides, the count of its draws has none. */
    private MethodSpec helper(Program helper) {
        Naming naming = Naming.of(helper);
        List<String> added = added(helper, naming);
        Javadoc javadoc = Javadoc.of(
                added.isEmpty()
                        ? "The number of draws of whole numbers on the path of " + Javadoc.code(method.name())
                                + " through which derivatives pass."
                        : "The value of " + Javadoc.code(method.name())
                                + " where the outcome of one draw of whole numbers, which "
                                + Javadoc.code(added.get(0)) + " numbers, is " + Javadoc.code(added.get(1))
                                + " and all other noise is the same"
                                + (added.size() > 2 ? "; arrays come from " + Javadoc.code(added.get(2)) : "") + ".");
        return program(MethodSpec.methodBuilder(helper.name()).addModifiers(Modifier.PRIVATE), helper, naming, javadoc);
    }

    private MethodSpec.Builder member(String name, Type result, Javadoc javadoc) {
        MethodSpec.Builder spec = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
        complete(spec, result, javadoc);
        return spec;
    }

    private void complete(MethodSpec.Builder spec, Type result, Javadoc javadoc) {
        spec.addModifiers(Modifier.STATIC)
                .addJavadoc(javadoc.build())
                .returns(result == null ? TypeName.VOID : classes.of(result));
    }

    /** The baseline, or the array of results, comes after the tangents. */
    private List<String> directions(Program program, Naming naming) {
        List<String> added = added(program, naming);
        return method.baseline().isPresent() || method.returnsRecord() ? added.subList(0, added.size() - 1) : added;
    }

    private static List<String> added(Program program, Naming naming) {
        return program.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.ADDED)
                .map(parameter -> naming.name(parameter.variable()))
                .toList();
    }

    private static boolean hasNoise(Program program) {
        return program.parameters().stream().anyMatch(parameter -> parameter.kind() == Kind.NOISE);
    }

    private static String meaning(Parameter noise) {
        if (noise.variable().type() instanceof Type.Reference) {
            return "where the draws take their noise from, one after the other";
        }
        String kind = NoiseArguments.isNormal(noise) ? "standard normal noise" : "noise uniform on (0, 1)";
        return NoiseArguments.isArray(noise) ? kind + ", in the order in which the draws execute" : kind;
    }
}
