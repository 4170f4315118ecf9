package io.pathwise.processor.write;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Java names of a program's variables: unique where scopes overlap, and the user's own wherever possible.
 *
 * <p>The user's variables choose first, parameters before locals; the generator's move aside by a number. No variable
 * hides a class that the program uses.
 */
final class Naming {
    private final Scopes scopes;
    private final Map<String, List<Variable>> users;
    private final Map<String, List<Variable>> claimants = new HashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final Map<Variable, String> names = new HashMap<>();

    private Naming(Program program) {
        scopes = Scopes.of(program);
        users = scopes.variables().stream().filter(Naming::isUsers).collect(Collectors.groupingBy(Variable::name));
        Statements.walkExpressions(
                program.body(),
                expression ->
                        owner(expression).ifPresent(owner -> classes.add(owner.substring(owner.lastIndexOf('.') + 1))));
    }

    /** Names all variables that the program declares. */
    static Naming of(Program program) {
        Naming naming = new Naming(program);
        Set<Variable> variables = naming.scopes.variables();
        variables.stream().filter(Naming::isUsers).forEach(naming::choose);
        variables.stream().filter(variable -> !isUsers(variable)).forEach(naming::choose);
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
        String name = UniqueNames.free(variable.name(), each -> isTaken(each, variable));
        names.put(variable, name);
        claimants.computeIfAbsent(name, each -> new ArrayList<>()).add(variable);
    }

    /** A number behind a name must not take the name that another variable of the user has. */
    private boolean isTaken(String name, Variable variable) {
        boolean evades = !name.equals(variable.name());
        return classes.contains(name)
                || isNeighbour(claimants.get(name), variable)
                || (evades && isNeighbour(users.get(name), variable));
    }

    private boolean isNeighbour(List<Variable> others, Variable variable) {
        return others != null && others.stream().anyMatch(each -> scopes.areNeighbours(each, variable));
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
