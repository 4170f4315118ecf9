package io.pathwise.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.pathwise.processor.program.CountText;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.NoisePlan.Use;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The annotation by which a companion tells later compilations how its method is called and differentiated. */
final class Description {
    private static final int FORMAT = 1;
    private static final ClassName DIFFERENTIATED = ClassName.get("io.pathwise", "Differentiated");

    private Description() {}

    /** The description of one method. */
    static AnnotationSpec of(CompanionMethod method) {
        NoisePlan noise = method.handedOn();
        List<Parameter> parameters = method.records().parameters();
        AnnotationSpec.Builder description = AnnotationSpec.builder(DIFFERENTIATED)
                .addMember("format", "$L", FORMAT)
                .addMember("parameters", texts(names(parameters.stream())));
        List<String> constants = names(parameters.stream()
                .filter(each -> each.kind() == Kind.CONSTANT)
                .filter(each -> each.variable().type().isDifferentiable()));
        if (!constants.isEmpty()) {
            description.addMember("constants", texts(constants));
        }
        if (!noise.parameters().isEmpty()) {
            description.addMember("noise", texts(names(noise.parameters().stream())));
        }
        List<String> lengths = lengths(noise, method);
        if (!lengths.isEmpty()) {
            description.addMember("lengths", texts(lengths));
        }
        if (noise.use() != Use.ALL) {
            description.addMember("reads", "$S", noise.use() == Use.AT_MOST ? "atMost" : "fromCursor");
        }
        if (method.regular()) {
            description.addMember("regular", "true");
        }
        return description.build();
    }

    private static List<String> names(Stream<Parameter> parameters) {
        return parameters.map(each -> each.variable().name()).toList();
    }

    private static List<String> lengths(NoisePlan noise, CompanionMethod method) {
        if (!noise.arrays() || noise.use() != Use.ALL) {
            return List.of();
        }
        return noise.parameters().stream()
                .map(each -> NoiseArguments.isNormal(each) ? noise.normals() : noise.uniforms())
                .flatMap(Optional<Expression>::stream)
                .flatMap(count -> CountText.write(count, method::path).stream())
                .toList();
    }

    private static CodeBlock texts(List<String> texts) {
        return texts.size() == 1
                ? CodeBlock.of("$S", texts.get(0))
                : texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", ", "{", "}"));
    }
}
