package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.JavaType.BOOLEAN;
import static io.pathwise.processor.fuzz.JavaType.DOUBLE;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;
import static io.pathwise.processor.fuzz.JavaType.INT;
import static io.pathwise.processor.fuzz.JavaType.LONG;

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
            helpers.add(method("h" + i, false, helpers, chance.between(1, MOST_HELPER_STATEMENTS)));
        }
        return new RandomProgram(
                className, method("f", true, helpers, chance.between(1, MOST_STATEMENTS)), List.copyOf(helpers));
    }

    private RandomMethod method(String name, boolean isMain, List<RandomMethod> helpers, int budget) {
        Scope scope = Scope.ofMethod(isMain ? 0 : 1);
        List<Parameter> parameters = parameters(scope, isMain);
        var expressions = new ExpressionGenerator(chance, List.copyOf(helpers));
        return new RandomMethod(name, parameters, new StatementGenerator(chance, expressions, budget).body(scope));
    }

    private List<Parameter> parameters(Scope scope, boolean isMain) {
        List<JavaType> types = new ArrayList<>(List.of(DOUBLE));
        int more = chance.between(0, isMain ? 4 : 3);
        for (int i = 0; i < more; i++) {
            types.add(chance.of(DOUBLE, DOUBLE, DOUBLE, INT, INT, BOOLEAN, LONG, DOUBLES, DOUBLES));
        }
        List<Parameter> parameters = new ArrayList<>();
        for (JavaType type : types) {
            boolean isConstant = isMain && !parameters.isEmpty() && chance.once(5);
            parameters.add(new Parameter(scope.freshName(chance), type, isConstant));
            scope.add(new Variable(parameters.get(parameters.size() - 1).name(), type, isAssignable(type), false));
        }
        return parameters;
    }

    /** Whole parameters that nothing changes may bound loops. */
    private boolean isAssignable(JavaType type) {
        return type != DOUBLES && (type != INT || chance.once(2));
    }
}
