package io.pathwise.processor.split;

import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;
import java.util.BitSet;

/**
 * A method in the making. Variables that are carried in arrays stand in it like any others, and nothing stores or loads
 * them yet.
 *
 * @param effects what the method does to carried variables
 * @param carried the variables that are carried inside the method, by number
 */
record Piece(Program program, Effects effects, BitSet carried) {
    /** Whether it breaks out of the loop that its call stands in, which its result tells. */
    boolean breaks() {
        return Unit.breaks(program.body()) > 0;
    }

    /** The method with another body and more carried variables. */
    Piece with(Block body, BitSet more) {
        return new Piece(program.withBody(body, program.names()), effects, Sets.or(carried, more));
    }
}
