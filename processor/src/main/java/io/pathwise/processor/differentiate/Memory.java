package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands out the arrays in which the forward sweep keeps values for the reverse sweep; the gradient object owns them. */
final class Memory {
    private final Variable gradient;
    private final Names names;
    private final Map<Type, Integer> taken = new HashMap<>();

    Memory(Variable gradient, Names names) {
        this.gradient = gradient;
        this.names = names;
    }

    /**
     * A place for one value in each iteration of a loop.
     *
     * @param variable whose values are kept
     * @param array the array
     * @param number which of the gradient's arrays of this type
     * @param loop the loop whose iterations number the elements
     */
    record Slot(Variable variable, Variable array, int number, LoopFrame loop) {
        private Expression element() {
            return new Element(Algebra.local(array), loop.index(), Position.NONE);
        }

        /** Keeps the value of the current iteration. */
        Statement save() {
            return new Assign(element(), Algebra.local(variable), Position.NONE);
        }

        /** The value that was kept in the iteration. */
        Expression load() {
            boolean narrow = !((Type.ArrayOf) array.type()).element().equals(variable.type());
            return narrow ? new Cast(element(), variable.type(), Position.NONE) : element();
        }
    }

    /** A new place for the values of a variable in the iterations of a loop. */
    Slot slot(Variable variable, LoopFrame loop) {
        Type element = element(variable.type());
        int number = taken.merge(element, 1, Integer::sum) - 1;
        Variable array = names.create(variable.name() + "At", new Type.ArrayOf(element), Origin.GENERATED);
        Slot slot = new Slot(variable, array, number, loop);
        loop.outermost().add(slot);
        return slot;
    }

    /** {@code gradient.memory(number, size)}. */
    Expression array(Slot slot, Expression size) {
        String method = method(((Type.ArrayOf) slot.array().type()).element());
        List<Expression> arguments = new ArrayList<>(List.of(Algebra.integer(slot.number()), size));
        return new Method(
                Algebra.local(gradient), method, arguments, slot.array().type(), Position.NONE);
    }

    private static String method(Type element) {
        if (!(element instanceof Primitive primitive)) {
            return "referenceMemory";
        }
        return switch (primitive) {
            case DOUBLE -> "memory";
            case LONG -> "longMemory";
            case BOOLEAN -> "booleanMemory";
            default -> "intMemory";
        };
    }

    private static Type element(Type type) {
        if (!(type instanceof Primitive primitive)) {
            return new Type.Reference("java.lang.Object");
        }
        return switch (primitive) {
            case BYTE, SHORT, CHAR -> Primitive.INT;
            case FLOAT -> Primitive.DOUBLE;
            default -> type;
        };
    }
}
