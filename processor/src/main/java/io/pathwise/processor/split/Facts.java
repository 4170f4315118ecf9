package io.pathwise.processor.split;

import io.pathwise.processor.program.Statement;
import java.util.BitSet;
import java.util.List;

/** What has to be known of a piece to make one of its sequences smaller. */
final class Facts {
    private final Piece piece;
    private final Parts parts;
    private final Variables variables;
    private final LiveVariables live;
    private final Sizes sizes = new Sizes();

    /**
     * Collects the facts.
     *
     * @param smallest size of the statements whose sequences are worth a look
     */
    Facts(Piece piece, Parts parts, int smallest) {
        this.piece = piece;
        this.parts = parts;
        this.variables = Variables.of(piece.program());
        this.live = LiveVariables.in(piece, sequencesIn(smallest), parts);
    }

    Piece piece() {
        return piece;
    }

    Parts parts() {
        return parts;
    }

    Variables variables() {
        return variables;
    }

    /** The sequences in statements that are larger than the size, innermost first, and the body itself. */
    List<Statement> sequencesIn(int size) {
        return Sequences.inLarge(each -> sizes.of(each) > size, piece.program().body());
    }

    /** The statements of a sequence that is to be cut into methods no larger than the limit. */
    List<Unit> units(Statement sequence, int limit) {
        return Sequences.statements(sequence).stream()
                .map(each -> sizes.near(each) > limit ? Unit.tooLarge(each, sizes) : Unit.of(each, parts, sizes))
                .toList();
    }

    /** What is live before each statement of a sequence, and behind the last. */
    List<BitSet> live(Statement sequence) {
        return live.in(sequence);
    }

    /** What is live where a sequence breaks out of the loop around it. */
    BitSet liveAtBreak(Statement sequence) {
        return live.atBreak(sequence);
    }
}
