package io.pathwise.processor.write;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Java names of a program's variables: unique where scopes overlap, and the user's own wherever possible.
 *
 * <p>The user's variables choose first, parameters before locals; the generator's move aside by a number. No variable
 * hides a class that the program uses.
 */
final class Naming {
    private final Map<Variable, Set<Variable>> neighbours;
    private final Set<String> classes = new HashSet<>();
    private final Map<Variable, String> names = new HashMap<>();

    private Naming(Program program) {
        neighbours = Scopes.neighbours(program);
        Statements.walkExpressions(
                program.body(),
                expression ->
                        owner(expression).ifPresent(owner -> classes.add(owner.substring(owner.lastIndexOf('.') + 1))));
    }

    /** Names all variables that the program declares. */
    static Naming of(Program program) {
        Naming naming = new Naming(program);
        naming.neighbours.keySet().stream().filter(Naming::isUsers).forEach(naming::choose);
        naming.neighbours.keySet().stream()
                .filter(variable -> !isUsers(variable))
                .forEach(naming::choose);
        return naming;
    }

    /**
     * The variable's name.
     *
     * @throws IllegalStateException if the program does not declare the variable
     */
    String name(Variable variable) {
        return Optional.ofNullable(names.get(variable))
                .orElseThrow(() -> new IllegalStateException("used but not declared: " + variable));
    }

    private void choose(Variable variable) {
        names.put(variable, UniqueNames.free(variable.name(), name -> isTaken(name, variable)));
    }

    private boolean isTaken(String name, Variable variable) {
        return classes.contains(name)
                || neighbours.get(variable).stream().anyMatch(other -> claims(other, name, variable));
    }

    /** A number behind a name must not take the name that another variable of the user has. */
    private boolean claims(Variable other, String name, Variable variable) {
        boolean evades = !name.equals(variable.name());
        return name.equals(names.get(other)) || (evades && isUsers(other) && name.equals(other.name()));
    }

    private static boolean isUsers(Variable variable) {
        return variable.origin() == Origin.SOURCE;
    }

    private static Optional<String> owner(Expression expression) {
        if (expression instanceof Call call) {
            return Optional.of(call.function().owner());
        } else if (expression instanceof Invoke invoke) {
            return Optional.of(invoke.method().owner());
        } else if (expression instanceof Constant constant) {
            return Optional.of(constant.owner());
        }
        return Optional.empty();
    }
}
