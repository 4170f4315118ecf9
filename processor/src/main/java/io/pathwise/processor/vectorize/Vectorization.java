package io.pathwise.processor.vectorize;

import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.DeadCode;

/**
 * Writes loops over vectors and matrices as calls of the runtime. Only for programs with a gradient, whose scratch memory
 * holds what is kept between the calls.
 */
public final class Vectorization {
    private Vectorization() {}

    /** The program with such calls. */
    public static Program apply(Program program) {
        Names names = program.names();
        return program.gradient()
                .map(each -> program.withBody(apply(program.body(), each, names), names))
                .orElse(program);
    }

    private static Block apply(Block body, Variable gradient, Names names) {
        ScratchVectors scratch = new ScratchVectors(gradient, names, body);
        Block products = RowProducts.apply(body, scratch);
        Block updates = VectorUpdates.apply(products.equals(body) ? body : DeadCode.apply(products));
        Block multiples = RowMultiples.apply(updates, scratch);
        return OverwrittenArrays.apply(multiples.equals(updates) ? updates : DeadCode.apply(multiples));
    }
}
