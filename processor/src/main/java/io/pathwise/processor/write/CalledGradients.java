package io.pathwise.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import javax.lang.model.element.Modifier;

/** The gradients of the methods that a method calls, which its own gradient keeps for the reverse sweep. */
final class CalledGradients {
    private static final int DEPTH = 3;

    private final Program reverse;
    private final ClassNames classes;

    private CalledGradients(Program reverse, ClassNames classes) {
        this.reverse = reverse;
        this.classes = classes;
    }

    /** Adds a field for the gradient of each called method, and a method that clears it for the next call. */
    static void add(CompanionMethod method, ClassNames classes, TypeSpec.Builder type) {
        Program reverse = method.fromCursor().map(CompanionMethod.Modes::reverse).orElse(method.reverse());
        CalledGradients gradients = new CalledGradients(reverse, classes);
        method.callees().forEach((name, callee) -> {
            if (gradients.isRead(name)) {
                gradients.add(name, callee, type);
            }
        });
    }

    private boolean isRead(String name) {
        return Statements.anyExpression(
                reverse.body(),
                each -> each instanceof Method call
                        && call.name().equals(name));
    }

    private void add(String name, Callee callee, TypeSpec.Builder type) {
        TypeName gradient = classes.of(callee.gradient());
        type.addField(FieldSpec.builder(gradient, name, Modifier.PRIVATE).build());
        Code code = new Code(classes, DEPTH)
                .open("if (" + name + " == null)")
                .line(name + " = new ", new Doc.ClassName(callee.gradient()), "();")
                .close()
                .line(name + ".clear();")
                .line("return " + name + ";");
        type.addMethod(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(Javadoc.of("The gradient of the next call of "
                                + Javadoc.code(callee.function().name()) + ", which begins at zero.")
                        .build())
                .returns(gradient)
                .addCode(code.build())
                .build());
    }
}
