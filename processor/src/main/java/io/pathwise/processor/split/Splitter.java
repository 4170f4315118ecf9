package io.pathwise.processor.split;

import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Splits methods that the virtual machine would never compile because of their size: HotSpot leaves methods of more than
 * 8000 bytes of code to its interpreter.
 */
public final class Splitter {
    /** The largest size that is estimated for a method. */
    public static final int LIMIT = 7000;

    /** Inside smaller statements than this share of a method, methods would be too small to be worth their calls. */
    private static final int SMALLEST_SHARE = 16;

    /** Other forms of a program, to be tried where too much of it cannot be moved. */
    private static final List<UnaryOperator<Program>> FORMS =
            List.of(LoopReturns::apply, MemoryInPlace::apply, Splitter::withElementsAssigned);

    private final int limit;
    private final Carried carried;
    private final Parts parts = new Parts();

    private Splitter(int limit, Carried carried) {
        this.limit = limit;
        this.carried = carried;
    }

    /**
     * The program in pieces none of which is too large; a small program as it is. A piece with one statement that is
     * too large stays too large.
     *
     * @param owner qualified name of the class that will hold the pieces
     * @param gradient the parameter whose memory carries values between the pieces; if absent, they are carried in new
     *     arrays
     * @param taken names of methods that pieces must not have
     */
    public static Pieces split(Program program, String owner, Optional<Variable> gradient, Set<String> taken) {
        return split(program, owner, gradient, taken, LIMIT);
    }

    /** The same for another size than {@link #LIMIT}. */
    static Pieces split(Program program, String owner, Optional<Variable> gradient, Set<String> taken, int limit) {
        if (CodeSize.of(program) <= limit) {
            return new Pieces(program, List.of());
        }
        Pieces best = cut(program, owner, gradient, taken, limit);
        for (UnaryOperator<Program> form : FORMS) {
            if (best.largest() > limit) {
                Pieces pieces = cut(form.apply(program), owner, gradient, taken, limit);
                best = pieces.largest() < best.largest() ? pieces : best;
            }
        }
        return best;
    }

    private static Pieces cut(
            Program program, String owner, Optional<Variable> gradient, Set<String> taken, int limit) {
        Names names = program.names();
        Carried carried = new Carried(names);
        Splitter splitter = new Splitter(limit, carried);
        Program distinct = program.withBody(distinct(program.body()), names);
        Piece main = splitter.reduced(new Piece(distinct, Effects.NONE, new BitSet()));
        splitter.reduceParts();
        Pieces pieces = Assembly.of(main, owner, taken, splitter.parts, carried);
        Block body = withArrays(pieces.main().body(), carried.declarations(program, gradient));
        return new Pieces(pieces.main().withBody(body, names), pieces.parts());
    }

    /** Statements are told apart by identity, so none may occur twice. */
    private static Block distinct(Block block) {
        return Statements.mapExpressions(block, each -> each);
    }

    private void reduceParts() {
        for (int i = 0; i < parts.functions().size(); i++) {
            Function function = parts.functions().get(i);
            parts.replace(function, reduced(parts.of(function).orElseThrow()));
        }
    }

    private Piece reduced(Piece piece) {
        Piece current = piece;
        while (size(current) > limit) {
            Optional<Piece> smaller = smaller(current);
            if (smaller.isEmpty()) {
                return current;
            }
            current = smaller.get();
        }
        return current;
    }

    private int size(Piece piece) {
        Block body = Loading.body(piece, carried, parts);
        return CodeSize.of(piece.program().withBody(body, piece.program().names()));
    }

    /** The piece with one of its sequences made smaller: of those in statements that no method can hold first. */
    private Optional<Piece> smaller(Piece piece) {
        int size = CodeSize.of(piece.program());
        Facts facts = new Facts(piece, parts, limit / SMALLEST_SHARE);
        Set<Statement> tried = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int share = limit; share > limit / SMALLEST_SHARE; share /= 2) {
            for (Statement sequence : facts.sequencesIn(share)) {
                Optional<Piece> smaller = tried.add(sequence) ? smaller(facts, sequence, size) : Optional.empty();
                if (smaller.isPresent()) {
                    return smaller;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Piece> smaller(Facts facts, Statement sequence, int size) {
        int before = parts.count();
        Optional<Piece> smaller = Outline.apply(facts, sequence, limit);
        if (smaller.isPresent() && CodeSize.of(smaller.get().program()) < size) {
            Block body = smaller.get().program().body();
            return Optional.of(smaller.get().with(Declarations.withoutUnused(body), new BitSet()));
        }
        parts.forgetAllBut(before);
        return Optional.empty();
    }

    private static Program withElementsAssigned(Program program) {
        Names names = program.names();
        return program.withBody(ArrayOperations.expandInitializers(program.body(), names), names);
    }

    private static Block withArrays(Block body, List<Statement> arrays) {
        List<Statement> statements = new ArrayList<>(body.statements());
        int checks = 0;
        while (checks < statements.size() && isCheck(statements.get(checks))) {
            checks++;
        }
        statements.addAll(checks, arrays);
        return new Block(statements, body.position());
    }

    private static boolean isCheck(Statement statement) {
        return statement instanceof Evaluate evaluate
                && evaluate.expression() instanceof Call call
                && call.function().owner().startsWith("io.pathwise.runtime.");
    }
}
