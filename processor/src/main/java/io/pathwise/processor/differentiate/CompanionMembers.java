package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.RecordArguments;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;

/** Calls of the members of another method's companion. */
final class CompanionMembers {
    private static final Type DUAL = new Type.Reference("io.pathwise.runtime.Dual");

    private CompanionMembers() {}

    /** {@code OptionPathwise.call(spot, epsZ)}. */
    static Expression value(CompanionCall call) {
        if (call.callee().rule().isPresent()) {
            return new Call(call.callee().function(), arguments(call), call.position());
        }
        return member(call, "", List.of(), call.type());
    }

    /** {@code OptionPathwise.callForward(spot, epsZ, spotDot)}. */
    static Expression forward(CompanionCall call, List<Expression> tangents) {
        return member(call, "Forward", tangents, DUAL);
    }

    /** {@code OptionPathwise.callGradient(spot, epsZ, gradient.ofCall())}. */
    static Expression gradient(CompanionCall call, Expression gradient) {
        return member(call, "Gradient", List.of(gradient), Primitive.DOUBLE);
    }

    /** {@code OptionPathwise.stepForward(spot, epsZ, spotDot, stepDot)}: the record; its tangents go to the array. */
    static Expression forwardOfRecord(CompanionCall call, List<Expression> tangents, Expression results) {
        List<Expression> added = new ArrayList<>(tangents);
        added.add(results);
        return member(call, "Forward", added, call.type());
    }

    /** {@code OptionPathwise.stepGradient(spot, epsZ, gradient.ofStepLevel(), gradient.ofStepSpeed())}: the record. */
    static Expression gradients(CompanionCall call, List<Expression> gradients) {
        return member(call, "Gradient", gradients, call.type());
    }

    /** {@code Gradient.addScaled(sum, factor, partials)}: partial derivatives in the elements of an array, passed on. */
    static Statement addScaled(Expression sum, Expression factor, Polynomial partials) {
        List<Expression> arguments = List.of(sum, factor, partials.toExpression());
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Function add = new Function("io.pathwise.runtime.Gradient", "addScaled", types, null);
        return new Evaluate(new Call(add, arguments, Position.NONE), Position.NONE);
    }

    /** {@code Gradient.product(partials, tangents)}: the derivative in the direction of an array's tangents. */
    static Expression product(Polynomial partials, Expression tangents) {
        List<Expression> arguments = List.of(partials.toExpression(), tangents);
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Function product = new Function("io.pathwise.runtime.Gradient", "product", types, Primitive.DOUBLE);
        return new Call(product, arguments, Position.NONE);
    }

    private static Expression member(CompanionCall call, String suffix, List<Expression> added, Type result) {
        Callee callee = call.callee();
        List<Expression> arguments = new ArrayList<>(arguments(call));
        call.noise().forEach(each -> arguments.add(Primal.transform(each)));
        arguments.addAll(added);
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Function member = new Function(callee.companion(), callee.function().name() + suffix, types, result);
        return new Call(member, arguments, call.position());
    }

    private static List<Expression> arguments(CompanionCall call) {
        return RecordArguments.assemble(call.callee().function().parameters(), call.arguments());
    }
}
