package io.pathwise.processor.program;

import io.pathwise.processor.program.Leaves.Leaf;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which variables stand for the components of a method's record parameters.
 *
 * @param parameters the method's parameters as the user wrote them
 * @param components what takes the place of the records among them, in order
 */
public record RecordParameters(List<Parameter> parameters, List<Component> components) {
    public RecordParameters {
        parameters = List.copyOf(parameters);
        components = List.copyOf(components);
    }

    /**
     * A variable and what it stands for.
     *
     * @param parameter the record parameter
     * @param leaf which of the parameter's values the variable holds
     */
    public record Component(Variable variable, Variable parameter, Leaf leaf) {
        /** The component as gradients and names of coordinates show it: {@code model.kappa}. */
        public String path() {
            return parameter.name() + "." + String.join(".", leaf.path());
        }

        /** The component in one word: {@code modelKappa}. */
        public String word() {
            return RecordParameters.word(parameter.name(), leaf.path());
        }

        /** Reads the component from a record of the parameter's type. */
        public Expression of(Expression record) {
            return leaf.of(record);
        }
    }

    /** What the variable stands for, if it is a component of a parameter. */
    public Optional<Component> find(Variable variable) {
        return components.stream()
                .filter(each -> each.variable().equals(variable))
                .findFirst();
    }

    /**
     * The expression without making records that are there.
     *
     * @param assigned the variables that change
     */
    public Expression restored(Expression expression, Set<Variable> assigned) {
        if (expression instanceof Expression.RecordValue record
                && Expressions.variables(record).stream().noneMatch(assigned::contains)) {
            Optional<Expression> whole = whole(record);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        return Expressions.mapChildren(expression, each -> restored(each, assigned));
    }

    /** The parameter, or the record in one, that a record equals, since it is made of just its components. */
    private Optional<Expression> whole(Expression.RecordValue record) {
        List<Expression> values = RecordArguments.leaves(record);
        if (values.isEmpty() || !(values.get(0) instanceof Expression.Local local)) {
            return Optional.empty();
        }
        return find(local.variable()).flatMap(first -> whole(record, values, first));
    }

    private Optional<Expression> whole(Expression.RecordValue record, List<Expression> values, Component first) {
        int begin = components.indexOf(first);
        if (begin + values.size() > components.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < values.size(); i++) {
            Component component = components.get(begin + i);
            boolean isNext = values.get(i) instanceof Expression.Local local
                    && local.variable().equals(component.variable())
                    && component.parameter().equals(first.parameter());
            if (!isNext) {
                return Optional.empty();
            }
        }
        List<String> path = first.leaf().path();
        int inside = Leaves.of(record.type()).get(0).path().size();
        Expression whole = new Expression.Local(first.parameter(), record.position());
        for (String name : path.subList(0, Math.max(0, path.size() - inside))) {
            whole = new Expression.Component(whole, name, record.position());
        }
        return Optional.of(whole).filter(each -> each.type().equals(record.type()));
    }

    /** How gradients show a parameter, or a component of one: {@code spot}, {@code model.kappa}. */
    public String path(Variable variable) {
        return find(variable).map(Component::path).orElse(variable.name());
    }

    /** The same in one word: {@code modelKappa}. */
    public String word(Variable variable) {
        return find(variable).map(Component::word).orElse(variable.name());
    }

    /** The components of one parameter in order. */
    public List<Component> of(Variable parameter) {
        return components.stream()
                .filter(each -> each.parameter().equals(parameter))
                .toList();
    }

    /** Whether the method has a parameter that is a record. */
    public boolean isEmpty() {
        return parameters.stream().noneMatch(each -> each.variable().type() instanceof Type.Record);
    }

    /** Names in a row as one word: {@code modelCurveRate}. */
    public static String word(String first, List<String> others) {
        StringBuilder word = new StringBuilder(first);
        for (String other : others) {
            int initial = other.codePointAt(0);
            word.appendCodePoint(Character.toUpperCase(initial)).append(other.substring(Character.charCount(initial)));
        }
        return word.toString();
    }
}
