package io.pathwise.processor.vectorize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.List;

/** Vectors in memory that the gradient owns and that the program does not use yet. */
final class ScratchVectors {
    /** The type of vectors. */
    static final Type.ArrayOf VECTOR = new Type.ArrayOf(Primitive.DOUBLE);

    private static final String MEMORY = "memory";

    private final Expression gradient;
    private final Names names;
    private int nextSlot;

    /** The memory behind what the block uses. */
    ScratchVectors(Variable gradient, Names names, Block block) {
        this.gradient = Algebra.local(gradient);
        this.names = names;
        this.nextSlot = ScratchMemory.firstFree(block, MEMORY);
    }

    /** A variable for a vector. */
    Variable named(String name) {
        return names.create(name, VECTOR, Origin.GENERATED);
    }

    /** {@code double[] variable = gradient.memory(slot, length);}. */
    Statement declaration(Variable variable, Expression length) {
        List<Expression> arguments = List.of(Algebra.integer(nextSlot++), length);
        return new Declare(variable, new Method(gradient, MEMORY, arguments, VECTOR, Position.NONE), Position.NONE);
    }
}
