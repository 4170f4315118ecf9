package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.Linearization.Factor;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The partial derivatives of one value in everything that straight code computes it from, as formulas: the chain rule
 * from the value backwards, which is a reverse sweep with seed 1.
 */
final class LocalPartials {
    private final Linearization.Context context;
    private final Names names;
    private final Map<Variable, Expression> partials = new LinkedHashMap<>();
    private final List<Statement> shared = new ArrayList<>();
    private final List<Factor> factors = new ArrayList<>();

    private LocalPartials(Linearization.Context context, Names names) {
        this.context = context;
        this.names = names;
    }

    /**
     * What the sweep found.
     *
     * @param partials the derivative in each variable that the code does not define itself
     * @param shared derivatives that several of them contain, declared in this order
     * @param factors the derivatives of the single statements
     */
    record Result(Map<Variable, Expression> partials, List<Statement> shared, List<Factor> factors) {}

    /**
     * The partial derivatives of a value.
     *
     * @param code elementary definitions, each of another variable
     * @return empty where one may be infinite, or is one in an array or an element of one
     */
    static Optional<Result> of(Variable value, List<Declare> code, Linearization.Context context, Names names) {
        LocalPartials sweep = new LocalPartials(context, names);
        sweep.partials.put(value, Algebra.number(1));
        for (int i = code.size() - 1; i >= 0; i--) {
            if (!sweep.pass(code.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Result(sweep.partials, sweep.shared, sweep.factors));
    }

    /** Passes the derivative in what the statement defines on to its operands; false where that cannot be done. */
    private boolean pass(Declare definition) {
        Variable defined = definition.variable();
        Expression inDefined = partials.remove(defined);
        Expression value = definition.initializer().orElseThrow();
        if (inDefined == null || !context.active().test(value)) {
            return true;
        }
        List<Factor> own =
                Linearization.of(value, Algebra.local(defined), context).factors();
        factors.addAll(own);
        if (own.stream().anyMatch(each -> each.singular() || !isNumberWithName(each.leaf()))) {
            return false;
        }
        Expression outer = own.size() > 1 ? named(inDefined, defined) : inDefined;
        for (Factor factor : own) {
            Expression more = Algebra.multiply(factor.partial().toExpression(), outer);
            partials.merge(((Local) factor.leaf()).variable(), more, Algebra::add);
        }
        return true;
    }

    private static boolean isNumberWithName(Expression leaf) {
        return leaf instanceof Local && leaf.type() == Primitive.DOUBLE;
    }

    private Expression named(Expression partial, Variable defined) {
        if (isSimple(partial)) {
            return partial;
        }
        Variable variable = names.create(defined.name() + "Partial", Primitive.DOUBLE, Origin.TEMPORARY);
        shared.add(new Declare(variable, partial, Position.NONE));
        return Algebra.local(variable);
    }

    private static boolean isSimple(Expression partial) {
        return partial instanceof Unary unary
                ? isSimple(unary.operand())
                : partial instanceof Local || Algebra.literal(partial).isPresent();
    }
}
