package io.pathwise.processor.write;

import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.ExpressionText;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Spelling;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a function class calls the companion: checks what it is handed, takes the flat vectors apart and puts the gradient
 * together.
 *
 * @param displayName how messages name the method: {@code Option.call}
 * @param companion the class with the static methods
 */
record FunctionCalls(CompanionMethod method, String displayName, Doc companion, FunctionFields fields) {
    private static final Doc COMPONENTS = new Doc.ClassName(ClassNames.runtime("Components"));
    private static final Doc EXHAUSTED = new Doc.ClassName(ClassNames.runtime("NoiseExhaustedException"));
    private static final Doc NOISE = new Doc.ClassName(ClassNames.runtime("Noise"));

    /** The body of {@code value}. */
    Code value(Code code) {
        code.line("require(\"parameters\", parameters);");
        requireNoise(method.primal(), code);
        split("parameters", fields::scratch, code);
        openPath(code).line("return ", call("", method.primal(), List.of()));
        return closePath(code);
    }

    /** The body of {@code forward}. */
    Code forward(Code code) {
        code.line("require(\"parameters\", parameters);").line("require(\"direction\", direction);");
        requireNoise(method.forward(), code);
        split("parameters", fields::scratch, code);
        split("direction", fields::tangent, code);
        List<Doc> directions = new ArrayList<>();
        fields.actives().forEach(active -> directions.add(argument(active, "direction", fields::tangent)));
        addBaseline(directions);
        openPath(code).line("return ", call("Forward", method.forward(), directions));
        return closePath(code);
    }

    /** The body of {@code gradient}. */
    Code gradient(Code code) {
        code.line("require(\"parameters\", parameters);").line("require(\"gradient\", gradient);");
        requireNoise(method.reverse(), code);
        split("parameters", fields::scratch, code);
        preparePartials(code);
        List<Doc> partials = new ArrayList<>(List.of(Doc.text(fields.partials())));
        addBaseline(partials);
        openPath(code).line("double value = ", call("Gradient", method.reverse(), partials));
        fields.actives().forEach(active -> addPartial(active, code));
        return closePath(code.line("return value;"));
    }

    private void addBaseline(List<Doc> arguments) {
        fields.baseline()
                .ifPresent(
                        each -> arguments.add(Doc.text("wantsBaseline() ? 0 : " + FunctionFields.read(each.name()))));
    }

    /** A path that reads as many uniforms as it needs must not see the one that chooses an alternative. */
    private Code openPath(Code code) {
        if (!method.takesFirstUniform()) {
            return code;
        }
        String rest = fields.rest();
        return code.line(rest + " = ", NOISE, ".withoutFirst(\"" + displayName + "\", uniforms, " + rest + ");")
                .open("try");
    }

    private Code closePath(Code code) {
        return method.takesFirstUniform()
                ? code.close()
                        .open("catch (", EXHAUSTED, " exhausted)")
                        .line("throw exhausted.afterFirstUniform();")
                        .close()
                : code;
    }

    private void requireNoise(Program program, Code code) {
        requireNoise(program, true, "requireNormals", "normals", code);
        if (method.noise().arrays() && method.alternative().isPresent()) {
            requireAlternative(program, code);
        } else {
            requireNoise(program, false, "requireUniforms", "uniforms", code);
        }
    }

    private void requireAlternative(Program program, Code code) {
        Optional<Doc> count = new FunctionNoise(method, fields).uniforms();
        if (count.isPresent() && program != method.primal()) {
            code.line(NOISE, ".requireUniforms(\"" + displayName + "\", uniforms, ", count.get(), " + 1);");
        }
    }

    private Doc noise(Program program, Parameter noise) {
        boolean isAlternative =
                method.noise().arrays() && method.alternative().isPresent() && !NoiseArguments.isArray(noise);
        if (isAlternative) {
            Optional<Doc> count = new FunctionNoise(method, fields).uniforms();
            return count.map(each -> Code.join("uniforms[", each, "]")).orElse(Doc.text("uniforms[0]"));
        }
        boolean isRest = method.takesFirstUniform() && !NoiseArguments.isNormal(noise);
        return Doc.text(isRest ? fields.rest() : NoiseArguments.argument(program, noise));
    }

    private void requireNoise(Program program, boolean normal, String check, String array, Code code) {
        int count = NoiseArguments.scalars(program, normal);
        if (count > 0) {
            code.line(NOISE, "." + check + "(\"" + displayName + "\", " + array + ", " + count + ");");
        }
    }

    /** Copies the arrays' parts of a flat vector into arrays of their own. */
    private void split(String vector, Function<Variable, String> field, Code code) {
        for (Variable array : fields.arrays()) {
            String part = FunctionFields.read(field.apply(array));
            boolean isMatrix = FunctionFields.isMatrix(array);
            List<Doc> arguments = new ArrayList<>();
            arguments.add(Doc.text(part));
            arguments.add(Doc.text(vector));
            arguments.add(fields.offsets().of(array));
            fields.lengths(array).forEach(length -> arguments.add(Doc.text(FunctionFields.read(length.name()))));
            code.line(Doc.list(Doc.text(part + (isMatrix ? " = matrix(" : " = part(")), arguments, ");"));
        }
    }

    /** Scratch memory is made when it is needed, as it does not travel with a serialized function. */
    private void preparePartials(Code code) {
        List<Doc> arrays = fields.arrays().stream()
                .map(array -> Doc.text("new double[" + fields.length(array) + "]"
                        + (FunctionFields.isMatrix(array) ? "[" + fields.columns(array) + "]" : "")))
                .toList();
        String creation = fields.partials() + " = new " + method.className("Gradient") + "(";
        code.open("if (" + fields.partials() + " == null)")
                .line(Doc.list(Doc.text(creation), arrays, ");"))
                .close()
                .line(fields.partials() + ".clear();");
    }

    private void addPartial(Variable active, Code code) {
        String partial = fields.partials() + "." + method.path(active);
        Doc start = fields.offsets().of(active);
        if (FunctionFields.isMatrix(active)) {
            String index = "i * " + fields.columns(active) + " + j";
            boolean isFirst = fields.actives().indexOf(active) == 0;
            code.open("for (int i = 0; i < " + fields.length(active) + "; i++)")
                    .open("for (int j = 0; j < " + fields.columns(active) + "; j++)")
                    .line(
                            "gradient[",
                            isFirst ? Doc.text(index) : Code.join(start, " + " + index),
                            "] +=",
                            new Doc.Break(" "),
                            partial + "[i][j];")
                    .close()
                    .close();
        } else if (FunctionFields.isArray(active)) {
            Doc index = fields.actives().indexOf(active) == 0 ? Doc.text("i") : Code.join(start, " + i");
            code.open("for (int i = 0; i < " + fields.length(active) + "; i++)")
                    .line("gradient[", index, "] +=", new Doc.Break(" "), partial + "[i];")
                    .close();
        } else {
            code.line("gradient[", start, "] += " + partial + ";");
        }
    }

    /** Derived programs take the source's parameters first and in order. */
    private Doc call(String suffix, Program program, List<Doc> added) {
        List<Doc> arguments = new ArrayList<>();
        for (Parameter each : method.records().parameters()) {
            boolean isRecord = each.variable().type() instanceof Type.Record;
            arguments.add(isRecord ? Doc.text(maker(each) + "(parameters)") : value(each.variable()));
        }
        program.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.NOISE)
                .forEach(noise -> arguments.add(noise(program, noise)));
        arguments.addAll(added);
        return Doc.list(Code.join(companion, "." + method.name() + suffix + "("), arguments, ");");
    }

    /** The records that the function makes of what it knows, for the methods that take them. */
    List<Parameter> records() {
        return method.records().parameters().stream()
                .filter(each -> each.variable().type() instanceof Type.Record)
                .toList();
    }

    /** The name of the method that makes a record. */
    static String maker(Parameter record) {
        return record.variable().name() + "Of";
    }

    /** The body of the method that makes a record: what it is made of must be what it gives. */
    Code make(Parameter record, Code code) {
        List<RecordParameters.Component> components = method.records().of(record.variable());
        Doc creation = creation(record.variable().type(), components.iterator());
        code.line(ExpressionText.type(record.variable().type()), " made = ", creation, ";");
        for (RecordParameters.Component each : components) {
            if (isReal(each) && (each.leaf().isDifferentiable() || !record.isActive())) {
                Variable made = new Variable(-1, "made", record.variable().type(), Variable.Origin.GENERATED);
                List<Doc> arguments = List.of(
                        Doc.text("\"" + displayName + "\""),
                        Doc.text("\"" + each.path() + "\""),
                        value(each.variable()),
                        new ExpressionText(Spelling.JAVA).of(each.of(new Local(made, Position.NONE))));
                code.line(Doc.list(Code.join(COMPONENTS, ".requireKept("), arguments, ");"));
            }
        }
        return code.line("return made;");
    }

    private static boolean isReal(RecordParameters.Component component) {
        return component.leaf().type().isDifferentiable();
    }

    /** The next component, or the record that is made of the next ones. */
    private Doc creation(Type type, Iterator<RecordParameters.Component> components) {
        if (!(type instanceof Type.Record record)) {
            return value(components.next().variable());
        }
        List<Doc> inside = record.components().stream()
                .map(each -> creation(each.type(), components))
                .toList();
        return Doc.list(Code.join("new ", ExpressionText.type(record), "("), inside, ")");
    }

    /** Reads a parameter from where the function has it. */
    private Doc value(Variable parameter) {
        return fields.actives().contains(parameter)
                ? argument(parameter, "parameters", fields::scratch)
                : Doc.text(FunctionFields.read(fields.field(parameter).name()));
    }

    private Doc argument(Variable active, String vector, Function<Variable, String> field) {
        return FunctionFields.isArray(active)
                ? Doc.text(FunctionFields.read(field.apply(active)))
                : Code.join(vector + "[", fields.offsets().of(active), "]");
    }
}
