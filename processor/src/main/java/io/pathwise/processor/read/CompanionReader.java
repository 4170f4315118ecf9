package io.pathwise.processor.read;

import com.sun.source.util.Trees;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.CountText;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.NoisePlan.Use;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.RecordParameters.Component;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds what is known of differentiable methods that were compiled before: their companions describe them. */
final class CompanionReader {
    private static final int FORMAT = 1;
    private static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    private final Trees trees;
    private final Elements elements;
    private final ClassNames names;

    CompanionReader(Trees trees, Elements elements, ClassNames names) {
        this.trees = trees;
        this.elements = elements;
        this.names = names;
    }

    /** Whether the method's source is part of the compilation. */
    boolean isCompiledNow(ExecutableElement method) {
        return trees.getPath(method) != null;
    }

    /** The qualified name that the companion of the method's class has. */
    String nameFor(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String packageName = elements.getPackageOf(owner).getQualifiedName().toString();
        String qualifiedName = owner.getQualifiedName().toString();
        if (packageName.isEmpty()) {
            return qualifiedName.replace('.', '_') + "Pathwise";
        }
        String inPackage = qualifiedName.substring(packageName.length() + 1);
        return packageName + "." + inPackage.replace('.', '_') + "Pathwise";
    }

    /** The method as its companion describes it; absent without a companion of the format that is known here. */
    Optional<Callee> find(ExecutableElement method, Function function) {
        String companion = nameFor(method);
        return names.type(companion)
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .filter(member -> member.getSimpleName().contentEquals(function.name()))
                        .flatMap(member -> Annotations.find(member, Annotations.DIFFERENTIATED).stream())
                        .findFirst())
                .map(AnnotationValues::new)
                .filter(description -> description.number("format") == FORMAT)
                .filter(description -> description.texts("parameters").size()
                        == function.parameters().size())
                .map(description -> callee(function, companion, description));
    }

    private static Callee callee(Function function, String companion, AnnotationValues description) {
        Names variables = new Names(0);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            String name = description.texts("parameters").get(i);
            Type type = function.parameters().get(i);
            boolean active =
                    type.isDifferentiable() && !description.texts("constants").contains(name);
            Variable variable = variables.create(name, type, Origin.SOURCE);
            parameters.add(new Parameter(variable, active ? Kind.ACTIVE : Kind.CONSTANT, Position.NONE));
        }
        List<Component> components = new ArrayList<>();
        List<Parameter> flat = flat(parameters, variables, components);
        RecordParameters records = new RecordParameters(parameters, components);
        NoisePlan noise = noise(description, flat, records, variables);
        return new Callee(function, companion, flat, records, noise, description.isTrue("regular"));
    }

    /** The parameters with components in place of records. */
    private static List<Parameter> flat(List<Parameter> parameters, Names variables, List<Component> components) {
        List<Parameter> flat = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Variable record = parameter.variable();
            if (!(record.type() instanceof Type.Record)) {
                flat.add(parameter);
                continue;
            }
            for (Leaf leaf : Leaves.of(record.type())) {
                String name = RecordParameters.word(record.name(), leaf.path());
                Variable variable = variables.create(name, leaf.type(), Origin.SOURCE);
                boolean active = parameter.isActive() && leaf.isDifferentiable();
                flat.add(new Parameter(variable, active ? Kind.ACTIVE : Kind.CONSTANT, Position.NONE));
                components.add(new Component(variable, record, leaf));
            }
        }
        return flat;
    }

    private static NoisePlan noise(
            AnnotationValues description, List<Parameter> parameters, RecordParameters records, Names variables) {
        Map<String, Variable> byPath = new HashMap<>();
        parameters.stream().map(Parameter::variable).forEach(each -> byPath.put(records.path(each), each));
        List<String> names = description.texts("noise");
        boolean arrays = names.contains("normals") || names.contains("uniforms");
        List<Parameter> noise = new ArrayList<>();
        for (String name : names) {
            Variable variable = variables.create(name, arrays ? DOUBLES : Primitive.DOUBLE, Origin.NOISE);
            noise.add(new Parameter(variable, Kind.NOISE, Position.NONE));
        }
        Use use = switch (description.text("reads")) {
            case "atMost" -> Use.AT_MOST;
            case "fromCursor" -> Use.FROM_CURSOR;
            default -> Use.ALL;
        };
        return new NoisePlan(
                noise,
                arrays,
                length(names.indexOf("normals"), description, byPath),
                length(names.indexOf("uniforms"), description, byPath),
                use);
    }

    private static Optional<Expression> length(
            int index, AnnotationValues description, Map<String, Variable> parameters) {
        List<String> lengths = description.texts("lengths");
        return index < 0 || index >= lengths.size()
                ? Optional.empty()
                : Optional.of(CountText.read(lengths.get(index), parameters));
    }
}
