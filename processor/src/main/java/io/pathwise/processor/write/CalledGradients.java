package io.pathwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The gradients of the methods that a method calls, which its own gradient keeps for the reverse sweep. */
final class CalledGradients {
    private static final int DEPTH = 3;

    private final List<Program> reverse;
    private final ClassNames classes;

    private CalledGradients(List<Program> reverse, ClassNames classes) {
        this.reverse = reverse;
        this.classes = classes;
    }

    /** Adds a field for the gradient of each called method, and a method that clears it for the next call. */
    static void add(CompanionMethod method, ClassNames classes, TypeSpec.Builder type) {
        List<Program> reverse = new ArrayList<>(method.parts());
        reverse.add(method.reverse());
        method.fromCursor().map(CompanionMethod.Modes::reverse).ifPresent(reverse::add);
        CalledGradients gradients = new CalledGradients(reverse, classes);
        method.callees().forEach((name, callee) -> {
            if (gradients.isRead(name)) {
                gradients.add(name, callee, type);
            }
        });
    }

    private boolean isRead(String name) {
        return reverse.stream()
                .anyMatch(program -> Statements.anyExpression(
                        program.body(),
                        each -> each instanceof Method call && call.name().equals(name)));
    }

    private void add(String name, Callee callee, TypeSpec.Builder type) {
        TypeName gradient = classes.of(callee.gradient());
        List<Variable> arrays = callee.parameters().stream()
                .filter(Parameter::isActive)
                .map(Parameter::variable)
                .filter(each -> each.type() instanceof Type.ArrayOf)
                .toList();
        type.addField(FieldSpec.builder(gradient, name, Modifier.PRIVATE).build());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(Javadoc.of("The gradient of the next call of "
                                + Javadoc.code(callee.function().name()) + ", which begins at zero.")
                        .build())
                .returns(gradient)
                .addCode(body(name, callee, arrays));
        arrays.forEach(each -> method.addParameter(classes.of(each.type()), callee.word(each)));
        type.addMethod(method.build());
    }

    private CodeBlock body(String name, Callee callee, List<Variable> arrays) {
        String kept = arrays.stream().anyMatch(each -> callee.word(each).equals(name)) ? "this." + name : name;
        List<Doc> likeArguments = arrays.stream()
                .map(each -> Doc.text("zerosLike(" + callee.word(each) + ")"))
                .toList();
        String unfit = arrays.stream()
                .map(each -> " || !isLike(" + kept + "." + callee.path(each) + ", " + callee.word(each) + ")")
                .collect(Collectors.joining());
        Doc creation = Code.join(kept + " = new ", new Doc.ClassName(callee.gradient()), "(");
        return new Code(classes, DEPTH)
                .open("if (" + kept + " == null" + unfit + ")")
                .line(Doc.list(creation, likeArguments, ");"))
                .close()
                .line(kept + ".clear();")
                .line("return " + kept + ";")
                .build();
    }
}
