package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.JavaType.BOOLEAN;
import static io.pathwise.processor.fuzz.JavaType.CONSTANTS;
import static io.pathwise.processor.fuzz.JavaType.DOUBLE;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;
import static io.pathwise.processor.fuzz.JavaType.FLAGS;
import static io.pathwise.processor.fuzz.JavaType.INT;
import static io.pathwise.processor.fuzz.JavaType.INTS;
import static io.pathwise.processor.fuzz.JavaType.LONG;
import static io.pathwise.processor.fuzz.JavaType.MATRIX;
import static io.pathwise.processor.fuzz.JavaType.MODEL;

import io.pathwise.processor.fuzz.RandomMethod.Parameter;
import io.pathwise.processor.fuzz.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Random programs, the same for the same seed. */
final class ProgramGenerator {
    private static final int MOST_STATEMENTS = 16;
    private static final int MOST_HELPER_STATEMENTS = 6;

    private final Chance chance;

    private ProgramGenerator(long seed) {
        chance = new Chance(seed);
    }

    static RandomProgram generate(long seed, String className) {
        return new ProgramGenerator(seed).program(className);
    }

    private RandomProgram program(String className) {
        List<RandomMethod> helpers = new ArrayList<>();
        int count = chance.once(2) ? 0 : chance.between(1, 3);
        for (int i = 0; i < count; i++) {
            JavaType result = chance.of(DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLES, MATRIX, MODEL);
            helpers.add(helper((result == DOUBLE ? "h" : "g") + i, result, helpers));
        }
        return new RandomProgram(className, main(helpers), List.copyOf(helpers));
    }

    private RandomMethod helper(String name, JavaType result, List<RandomMethod> helpers) {
        Scope scope = scope(1, false);
        List<Parameter> parameters = parameters(scope, chance.between(0, 3), false);
        var statements = statements(helpers, result, chance.between(1, MOST_HELPER_STATEMENTS));
        return new RandomMethod(name, result, true, parameters, statements.body(scope, List.of()));
    }

    private RandomMethod main(List<RandomMethod> helpers) {
        boolean isStatic = !chance.once(6);
        Scope scope = scope(0, !isStatic);
        List<Parameter> parameters = parameters(scope, chance.between(0, 4), true);
        List<Parameter> guarded = chance.once(4)
                ? List.of()
                : parameters.stream().filter(each -> each.type().isArray()).toList();
        var statements = statements(helpers, DOUBLE, chance.between(1, MOST_STATEMENTS));
        return new RandomMethod("f", DOUBLE, isStatic, parameters, statements.body(scope, guarded));
    }

    private static Scope scope(int loops, boolean ofObject) {
        Scope scope = Scope.ofMethod(loops);
        Member.variables(ofObject).forEach(scope::add);
        return scope;
    }

    private StatementGenerator statements(List<RandomMethod> helpers, JavaType result, int budget) {
        var expressions = new ExpressionGenerator(chance, List.copyOf(helpers));
        return new StatementGenerator(chance, expressions, result, budget);
    }

    private List<Parameter> parameters(Scope scope, int more, boolean isMain) {
        List<JavaType> types = new ArrayList<>(List.of(DOUBLE));
        for (int i = 0; i < more; i++) {
            types.add(chance.of(
                    DOUBLE, DOUBLE, DOUBLE, DOUBLE, INT, INT, INT, BOOLEAN, LONG, DOUBLES, DOUBLES, DOUBLES, MATRIX,
                    MATRIX, INTS, FLAGS, MODEL));
        }
        List<Parameter> parameters = new ArrayList<>();
        for (JavaType type : types) {
            boolean isConstant = isMain && !parameters.isEmpty() && type != MODEL && chance.once(5);
            Parameter parameter = new Parameter(scope.freshName(chance), type, isConstant);
            parameters.add(parameter);
            declare(parameter, scope);
        }
        return parameters;
    }

    /** Whole parameters that nothing changes may bound loops. */
    private void declare(Parameter parameter, Scope scope) {
        JavaType type = parameter.type();
        if (type == MODEL) {
            RandomRecord.declare(parameter.name(), false, scope);
            return;
        }
        boolean isAssignable = !type.isArray() && (type != INT || chance.once(2));
        JavaType known = type == DOUBLES && parameter.isConstant() ? CONSTANTS : type;
        scope.add(new Variable(parameter.name(), known, isAssignable, false));
    }
}
