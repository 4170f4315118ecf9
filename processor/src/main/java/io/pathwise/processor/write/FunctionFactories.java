package io.pathwise.processor.write;

import com.palantir.javapoet.MethodSpec;
import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.ExpressionText;
import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Spelling;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods of the companion that make the function of one method from what stays the same in it. */
final class FunctionFactories {
    private static final int DEPTH = 2;
    private static final Doc DOUBLE = new Doc.ClassName("java.lang.Double");

    private final CompanionMethod method;
    private final String displayName;
    private final ClassNames classes;
    private final FunctionFields fields;
    private final ArgumentChecks checks;

    /**
     * Prepares the methods.
     *
     * @param displayName how the function names itself: {@code Option.call}
     */
    FunctionFactories(CompanionMethod method, String displayName, ClassNames classes) {
        this.method = method;
        this.displayName = displayName;
        this.classes = classes;
        this.fields = new FunctionFields(method);
        this.checks = new ArgumentChecks(displayName);
    }

    /** The methods: one that takes the baseline besides, if there is one, and one that does not. */
    List<MethodSpec> methods() {
        return fields.baseline().isPresent() ? List.of(factory(false), factory(true)) : List.of(factory(true));
    }

    private MethodSpec factory(boolean takesBaseline) {
        Javadoc javadoc = Javadoc.of(Javadoc.code(displayName)
                + " as a function of its active parameters in one vector, for Monte Carlo estimation and optimisers"
                + (takesBaseline ? "." : ", of which the former chooses the baseline; else it is 0."));
        MethodSpec.Builder factory = MethodSpec.methodBuilder(method.name() + "Function")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(classes.of(ClassNames.runtime("PathwiseFunction")));
        List<Doc> arguments = new ArrayList<>();
        Iterator<Parameter> values = method.source().parameters().iterator();
        for (Parameter parameter : method.records().parameters()) {
            addArguments(parameter, values, arguments, factory, javadoc);
        }
        fields.baseline().ifPresent(baseline -> {
            if (takesBaseline) {
                javadoc.param(
                        baseline.name(),
                        "a number near the mean of the value, which reduces the variance of derivatives");
                factory.addParameter(classes.of(baseline.type()), baseline.name());
                arguments.add(checks.of("requireBaseline", baseline));
            } else {
                arguments.add(Code.join(DOUBLE, ".NaN"));
            }
        });
        Doc creation = Doc.list(Doc.text("return new " + method.className("Function") + "("), arguments, ");");
        return factory.addJavadoc(javadoc.build())
                .addCode(new Code(classes, DEPTH).line(creation).build())
                .build();
    }

    /** A constant record comes in whole; of an active one come the components that are constant. */
    private void addArguments(
            Parameter parameter,
            Iterator<Parameter> values,
            List<Doc> arguments,
            MethodSpec.Builder factory,
            Javadoc javadoc) {
        Variable whole = parameter.variable();
        boolean isConstantRecord = !parameter.isActive() && whole.type() instanceof Type.Record;
        if (isConstantRecord) {
            factory.addParameter(classes.of(whole.type()), whole.name());
        }
        for (int i = Leaves.of(whole.type()).size(); i > 0; i--) {
            Parameter value = values.next();
            if (isConstantRecord) {
                arguments.add(read(value.variable()));
            } else {
                addArgument(value, arguments, factory, javadoc);
            }
        }
    }

    private Doc read(Variable component) {
        RecordParameters.Component found = method.records().find(component).orElseThrow();
        return new ExpressionText(Spelling.JAVA).of(found.of(new Local(found.parameter(), Position.NONE)));
    }

    private void addArgument(Parameter value, List<Doc> arguments, MethodSpec.Builder factory, Javadoc javadoc) {
        Variable variable = value.variable();
        if (!value.isActive()) {
            Variable field = fields.field(variable);
            if (method.records().find(variable).isPresent()) {
                javadoc.param(field.name(), "the constant " + Javadoc.code(method.path(variable)));
            }
            factory.addParameter(classes.of(field.type()), field.name());
            arguments.add(Doc.text(field.name()));
        } else if (FunctionFields.isArray(variable)) {
            boolean isMatrix = FunctionFields.isMatrix(variable);
            for (Variable length : fields.lengths(variable)) {
                boolean isFirst = length.equals(fields.lengths(variable).get(0));
                String what = !isMatrix
                        ? "the length of "
                        : isFirst ? "the number of rows of " : "the length of all rows of ";
                javadoc.param(length.name(), what + Javadoc.code(method.path(variable)));
                factory.addParameter(classes.of(length.type()), length.name());
                arguments.add(Doc.text(length.name()));
            }
        }
    }
}
