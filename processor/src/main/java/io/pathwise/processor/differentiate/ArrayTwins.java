package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Gives every array that carries derivatives a twin of the same shape for its tangents or adjoints. A reference to the
 * twin goes wherever a reference to the array goes, so that two names of one array have one twin as well.
 *
 * @param active whether an array carries derivatives
 * @param twin the twin of an array to which a variable refers
 */
record ArrayTwins(Predicate<Expression> active, java.util.function.Function<Variable, Expression> twin) {
    /** The statement that does with the twin what another does with the array; absent if that is not about an array. */
    Optional<Statement> of(Statement statement) {
        if (statement instanceof Declare declare && isArray(declare.variable().type())) {
            Local variable = new Local(declare.variable(), Position.NONE);
            return active.test(variable) ? Optional.of(declaration(declare)) : Optional.empty();
        }
        if (statement instanceof Assign assign && isArray(assign.target().type()) && active.test(assign.target())) {
            return Optional.of(new Assign(of(assign.target()), of(assign.value()), assign.position()));
        }
        return Optional.empty();
    }

    private Declare declaration(Declare declare) {
        Variable variable = ((Local) twin.apply(declare.variable())).variable();
        return new Declare(variable, declare.initializer().map(this::of), declare.position());
    }

    /** The twin of the array to which an expression refers; an array that carries no derivatives gets one of zeros. */
    Expression of(Expression array) {
        if (array instanceof Local local && active.test(local)) {
            return twin.apply(local.variable());
        } else if (array instanceof Element row && active.test(row.array())) {
            return new Element(of(row.array()), row.index(), Position.NONE);
        } else if (array instanceof Conditional choice) {
            Expression whenTrue = of(choice.whenTrue());
            return new Conditional(choice.condition(), whenTrue, of(choice.whenFalse()), choice.type(), Position.NONE);
        } else if (array instanceof New || array instanceof Literal) {
            return array;
        }
        return zeros(array);
    }

    /** The twin of an element. */
    Expression ofElement(Element element) {
        return new Element(of(element.array()), element.index(), Position.NONE);
    }

    /** An array of zeros of the same shape. */
    static Expression zeros(Expression array) {
        if (((Type.ArrayOf) array.type()).element() instanceof Type.ArrayOf) {
            Function zeros =
                    new Function("io.pathwise.runtime.Gradient", "zerosLike", List.of(array.type()), array.type());
            return new Call(zeros, List.of(array), Position.NONE);
        }
        return new New(array.type(), List.of(new Length(array, Position.NONE)), Position.NONE);
    }

    static boolean isArray(Type type) {
        return type instanceof Type.ArrayOf;
    }
}
