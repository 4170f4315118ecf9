package io.pathwise.processor.split;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arrays that carry values from one part of a method to others, and the variables' places in them. */
final class Carried {
    private final Names names;
    private final Map<Primitive, Variable> arrays = new EnumMap<>(Primitive.class);
    private final Map<Primitive, Integer> lengths = new EnumMap<>(Primitive.class);
    private final Map<Integer, Integer> places = new HashMap<>();

    Carried(Names names) {
        this.names = names;
    }

    /** Keeps the value of the variable. */
    Statement store(Variable variable) {
        return new Assign(element(variable), new Local(variable, Position.NONE), Position.NONE);
    }

    /** The value that was kept of the variable. */
    Expression load(Variable variable) {
        boolean narrow = element((Primitive) variable.type()) != variable.type();
        return narrow ? new Cast(element(variable), variable.type(), Position.NONE) : element(variable);
    }

    /** Declares the arrays: new ones, or memory that the gradient owns and that the program does not use yet. */
    List<Statement> declarations(Program program, Optional<Variable> gradient) {
        List<Statement> declarations = new ArrayList<>();
        arrays.forEach((element, array) -> {
            Expression length = integer(lengths.get(element));
            Expression value = gradient.map(owner -> owned(program, owner, element, length))
                    .orElseGet(() -> new New(array.type(), List.of(length), Position.NONE));
            declarations.add(new Declare(array, value, Position.NONE));
        });
        return declarations;
    }

    private static Expression owned(Program program, Variable gradient, Primitive element, Expression length) {
        String method = switch (element) {
            case DOUBLE -> "memory";
            case LONG -> "longMemory";
            case BOOLEAN -> "booleanMemory";
            default -> "intMemory";
        };
        Expression slot = integer(ScratchMemory.firstFree(program.body(), method));
        Type array = new Type.ArrayOf(element);
        return new Method(new Local(gradient, Position.NONE), method, List.of(slot, length), array, Position.NONE);
    }

    /** The arrays, of which a method takes those that it mentions. */
    List<Variable> arrays() {
        return new ArrayList<>(arrays.values());
    }

    /** Where the value of the variable is kept. */
    Expression element(Variable variable) {
        Primitive element = element((Primitive) variable.type());
        Variable array = arrays.computeIfAbsent(
                element, each -> names.create(name(each), new Type.ArrayOf(each), Origin.GENERATED));
        int place = places.computeIfAbsent(variable.id(), each -> lengths.merge(element, 1, Integer::sum) - 1);
        return new Element(new Local(array, Position.NONE), integer(place), Position.NONE);
    }

    private static Primitive element(Primitive type) {
        return switch (type) {
            case BYTE, SHORT, CHAR -> Primitive.INT;
            case FLOAT -> Primitive.DOUBLE;
            default -> type;
        };
    }

    private static String name(Primitive element) {
        return switch (element) {
            case DOUBLE -> "carried";
            case LONG -> "carriedLongs";
            case BOOLEAN -> "carriedFlags";
            default -> "carriedInts";
        };
    }

    private static Expression integer(int value) {
        return new Literal(value, Primitive.INT, Position.NONE);
    }
}
